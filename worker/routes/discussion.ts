import { Hono } from "hono";
import { addReport, removeReport } from "../actions/add-report";
import { requireEvent } from "../actions/change-event";
import { addComment, removeComment } from "../actions/comment-event";
import { requireScenario } from "../actions/context";
import { eventLife } from "../actions/event-life";
import { reviewEvent, withdrawReview } from "../actions/review-event";
import type { EventLife } from "../contract/api-types";
import { CommentInput, ReportInput, ReviewInput } from "../contract/discussion-requests";
import { ReasonInput } from "../contract/requests";
import { requirePerson, requireRole } from "../http/authenticate";
import type { AppContext, AppEnv } from "../http/context";
import { limitBody, validate } from "../http/validate";
import { analystNames } from "../store/people";
import { contextOf } from "./action-context";
import { requireIfMatch } from "./event-body";
import { reportFrom } from "./new-event";
import { apiEvent } from "./respond";
import { apiComment, apiRedaction, apiReport, apiReview } from "./respond-discussion";

const MAX_BYTES = 50_000;

/** How the event stands now, beside what was said of it. */
async function standingOf(c: AppContext, slug: string, ref: string) {
  const { db } = c.var;
  const { registration } = await requireScenario(db, slug);
  const event = await requireEvent(db, slug, ref);
  return { review: event.review, event: apiEvent(event, registration.indicators, await analystNames(db)) };
}

/** What people say of an event: further sources, reviews and comments. None of it moves a point or a verdict. */
export const discussion = new Hono<AppEnv>()
  .get("/:slug/events/:ref/life", async (c) => {
    const { db } = c.var;
    const { slug, ref } = c.req.param();
    await requireScenario(db, slug);
    const { id, role } = requirePerson(c);
    const [life, names] = await Promise.all([eventLife(db, slug, ref, id), analystNames(db)]);
    const body: EventLife = {
      ...life,
      reports: life.reports.map((row) => apiReport(row, names)),
      reviews: life.reviews.map((row) => apiReview(row, names)),
      comments: life.comments.map((row) => apiComment(row, names, id)),
      redactions: life.redactions.map((one) => apiRedaction(one, names)),
      mayReview: life.mayReview && role !== "viewer",
    };
    return c.json(body);
  })

  .post(
    "/:slug/events/:ref/reports",
    requireRole("analyst"),
    limitBody(MAX_BYTES),
    validate("json", ReportInput),
    async (c) => {
      const { slug, ref } = c.req.param();
      const content = reportFrom(c.req.valid("json"), c.var.now);
      const row = await addReport(contextOf(c), slug, ref, content);
      return c.json(apiReport(row, await analystNames(c.var.db)), 201);
    },
  )

  .delete(
    "/:slug/events/:ref/reports/:number",
    requireRole("analyst"),
    limitBody(MAX_BYTES),
    validate("json", ReasonInput),
    async (c) => {
      const { slug, ref, number } = c.req.param();
      const { reason } = c.req.valid("json");
      const { revision } = await removeReport(contextOf(c), slug, { ref, number: Number(number), reason });
      return c.json({ revision });
    },
  )

  .post(
    "/:slug/events/:ref/review",
    requireRole("analyst"),
    limitBody(MAX_BYTES),
    validate("json", ReviewInput),
    async (c) => {
      const { slug, ref } = c.req.param();
      const version = requireIfMatch(c.req.header("If-Match"));
      const { judgement } = await reviewEvent(contextOf(c), slug, { ref, version, ...c.req.valid("json") });
      const { review, event } = await standingOf(c, slug, ref);
      const { sourceReliability, infoCredibility } = event;
      return c.json({ judgement, review, event, first: { sourceReliability, infoCredibility } }, 201);
    },
  )

  .delete(
    "/:slug/events/:ref/review",
    requireRole("analyst"),
    limitBody(MAX_BYTES),
    validate("json", ReasonInput),
    async (c) => {
      const { slug, ref } = c.req.param();
      await withdrawReview(contextOf(c), slug, ref, c.req.valid("json").reason);
      return c.json(await standingOf(c, slug, ref));
    },
  )

  .post(
    "/:slug/events/:ref/comments",
    requireRole("analyst"),
    limitBody(MAX_BYTES),
    validate("json", CommentInput),
    async (c) => {
      const { slug, ref } = c.req.param();
      const context = contextOf(c);
      const { row, written } = await addComment(context, slug, ref, c.req.valid("json").text);
      return c.json(apiComment(row, await analystNames(c.var.db), context.who), written ? 201 : 200);
    },
  )

  .delete(
    "/:slug/events/:ref/comments/:number",
    requireRole("analyst"),
    limitBody(MAX_BYTES),
    validate("json", ReasonInput),
    async (c) => {
      const { slug, ref, number } = c.req.param();
      const { reason } = c.req.valid("json");
      const isOwner = requirePerson(c).role === "owner";
      const input = { ref, number: Number(number), reason, isOwner };
      const { revision } = await removeComment(contextOf(c), slug, input);
      return c.json({ revision });
    },
  );
