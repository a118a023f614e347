import { Hono } from "hono";
import { addReport, removeReport } from "../actions/add-report";
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
import type { StoredEvent } from "../store/event-rows";
import { analystNames } from "../store/people";
import { contextOf } from "./action-context";
import { requireIfMatch } from "./event-body";
import { likelyFor } from "./likely";
import { reportFrom } from "./new-event";
import { apiEvent } from "./respond";
import { apiComment, apiRedaction, apiReport, apiReview } from "./respond-discussion";

const MAX_BYTES = 50_000;

/** Says how an event stands; what that takes is read before the write, which a failing read must not call a failure. */
async function standing(c: AppContext, slug: string) {
  const { registration } = await requireScenario(c.var.db, slug);
  const names = await analystNames(c.var.db);
  return (event: StoredEvent) => ({
    review: event.review,
    event: apiEvent(event, registration.indicators, names),
  });
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
      const { db, now } = c.var;
      const [{ registration }, names] = await Promise.all([requireScenario(db, slug), analystNames(db)]);
      const content = reportFrom(c.req.valid("json"), now, await likelyFor(c, registration, []));
      return c.json(apiReport(await addReport(contextOf(c), slug, ref, content), names), 201);
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
      const say = await standing(c, slug);
      const done = await reviewEvent(contextOf(c), slug, { ref, version, ...c.req.valid("json") });
      const { sourceReliability, infoCredibility } = done.event;
      const { judgement } = done.row;
      return c.json({ judgement, ...say(done.event), first: { sourceReliability, infoCredibility } }, 201);
    },
  )

  .delete(
    "/:slug/events/:ref/review",
    requireRole("analyst"),
    limitBody(MAX_BYTES),
    validate("json", ReasonInput),
    async (c) => {
      const { slug, ref } = c.req.param();
      const say = await standing(c, slug);
      const { event } = await withdrawReview(contextOf(c), slug, ref, c.req.valid("json").reason);
      return c.json(say(event));
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
      const names = await analystNames(c.var.db);
      const { row, written } = await addComment(context, slug, ref, c.req.valid("json").text);
      return c.json(apiComment(row, names, context.who), written ? 201 : 200);
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
