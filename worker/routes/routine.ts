import { Hono } from "hono";
import { requireScenario } from "../actions/context";
import { weekOf } from "../actions/week";
import { withdrawNote, writeNote } from "../actions/write-note";
import type { Week } from "../contract/api-types";
import { NoteInput } from "../contract/discussion-requests";
import { ReasonInput } from "../contract/requests";
import { dayOfInstant, isFuture, latestDay } from "../core/days";
import { DomainError } from "../core/errors";
import { monthLabel } from "../core/labels";
import { requireRole } from "../http/authenticate";
import type { AppEnv } from "../http/context";
import { limitBody, validate } from "../http/validate";
import { listNotes } from "../store/notes";
import { analystNames } from "../store/people";
import { contextOf } from "./action-context";
import { apiEvent } from "./respond";
import { apiNote } from "./respond-discussion";

const MAX_BYTES = 50_000;

/** What waits this week, and the analysts' notes of the months. */
export const routine = new Hono<AppEnv>()
  .get("/:slug/week", async (c) => {
    const { db, now } = c.var;
    const scenario = await requireScenario(db, c.req.param("slug"));
    const { indicators } = scenario.registration;
    const [found, names] = await Promise.all([weekOf(db, scenario, dayOfInstant(now)), analystNames(db)]);
    const shown = ({ count, events }: typeof found.unreviewed): Week["unreviewed"] => {
      return { count, events: events.map((event) => apiEvent(event, indicators, names)) };
    };
    const { unreviewed, disputed } = found;
    const body: Week = {
      ...found,
      unreviewed: shown(unreviewed),
      disputed: shown(disputed),
      revision: scenario.head.revision,
    };
    return c.json(body);
  })

  .get("/:slug/notes", async (c) => {
    const { db } = c.var;
    const { registration } = await requireScenario(db, c.req.param("slug"));
    const [rows, names] = await Promise.all([listNotes(db, registration.slug), analystNames(db)]);
    return c.json({ notes: rows.map((row) => apiNote(row, names)) });
  })

  .post("/:slug/notes", requireRole("analyst"), limitBody(MAX_BYTES), validate("json", NoteInput), async (c) => {
    const { month, text } = c.req.valid("json");
    if (isFuture(month, latestDay(c.var.now))) {
      throw new DomainError("invalid", `${monthLabel(month)} has not come yet. Write a note when it has.`, "month");
    }
    const names = await analystNames(c.var.db);
    const { row, written } = await writeNote(contextOf(c), c.req.param("slug"), month, text);
    return c.json(apiNote(row, names), written ? 201 : 200);
  })

  .delete(
    "/:slug/notes/:month",
    requireRole("analyst"),
    limitBody(MAX_BYTES),
    validate("json", ReasonInput),
    async (c) => {
      const { slug, month } = c.req.param();
      const { revision } = await withdrawNote(contextOf(c), slug, month, c.req.valid("json").reason);
      return c.json({ revision });
    },
  );
