import { Hono } from "hono";
import { requireEvent } from "../actions/change-event";
import { requireScenario } from "../actions/context";
import { eventHistory } from "../actions/event-history";
import { redactionsOf } from "../actions/event-life";
import { logEvent } from "../actions/log-event";
import type { ApiEvent, LoggedAnswer } from "../contract/api-types";
import { NewEventInput } from "../contract/discussion-requests";
import { EventsQuery } from "../contract/requests";
import { requireRole } from "../http/authenticate";
import type { AppEnv } from "../http/context";
import { limitBody, validate } from "../http/validate";
import type { StoredEvent } from "../store/event-rows";
import { countEvents, listEvents } from "../store/events";
import { analystNames } from "../store/people";
import { contextOf } from "./action-context";
import { likelyFor } from "./likely";
import { newEventFrom } from "./new-event";
import { apiEvent, savedEvent } from "./respond";
import { apiRedaction } from "./respond-discussion";
import { cursorAfter, filterOf, readCursor } from "./events-query";

const MAX_EVENT_BYTES = 100_000;

export const events = new Hono<AppEnv>()
  .get("/:slug/events", validate("query", EventsQuery), async (c) => {
    const { db } = c.var;
    const { registration, head } = await requireScenario(db, c.req.param("slug"));
    const names = await analystNames(db);
    const query = c.req.valid("query");
    // One row more than asked for tells whether there is a next page.
    const filter = filterOf(query, names);
    const rows = await listEvents(db, registration.slug, filter, query.limit + 1, readCursor(query.cursor));
    const page = rows.slice(0, query.limit);
    const nextCursor = rows.length > page.length ? cursorAfter(page) : null;
    const list = page.map((event) => apiEvent(event, registration.indicators, names));
    const total = query.count ? { total: await countEvents(db, registration.slug, filter) } : {};
    return c.json({ events: list, nextCursor, revision: head.revision, ...total });
  })

  .post(
    "/:slug/events",
    requireRole("analyst"),
    limitBody(MAX_EVENT_BYTES),
    validate("json", NewEventInput),
    async (c) => {
      const { db, now } = c.var;
      const { registration } = await requireScenario(db, c.req.param("slug"));
      const sent = c.req.valid("json");
      const said = newEventFrom(sent, registration, now, await likelyFor(c, registration, [sent, ...sent.also]));
      const input = { ...said, reason: sent.reason, clientId: sent.clientId ?? null };
      // Before the write: once an event stands, nothing more can fail and say that it does not.
      const names = await analystNames(db);
      const { event, also, created } = await logEvent(contextOf(c), registration.slug, input);
      const shown = (one: StoredEvent): ApiEvent => apiEvent(one, registration.indicators, names);
      const body: LoggedAnswer = { ...savedEvent(event, registration.indicators, names, now), also: also.map(shown) };
      return c.json(body, created ? 201 : 200);
    },
  )

  .get("/:slug/events/:ref", async (c) => {
    const { db } = c.var;
    const { registration } = await requireScenario(db, c.req.param("slug"));
    const event = await requireEvent(db, registration.slug, c.req.param("ref"));
    c.header("ETag", `"${event.version}"`);
    return c.json(apiEvent(event, registration.indicators, await analystNames(db)));
  })

  .get("/:slug/events/:ref/history", async (c) => {
    const { db } = c.var;
    const scenario = await requireScenario(db, c.req.param("slug"));
    const names = await analystNames(db);
    const ref = c.req.param("ref");
    const history = await eventHistory(db, scenario, ref);
    const redactions = await redactionsOf(db, scenario.registration.slug, ref);
    const versions = history.map(({ event, op, reason }) => ({
      version: event.version,
      op,
      recordedAt: event.recordedAt,
      by: names.get(event.who) ?? event.who,
      reason,
      revision: event.revision,
      event: apiEvent(event, scenario.registration.indicators, names),
    }));
    return c.json({ versions, redactions: redactions.map((one) => apiRedaction(one, names)) });
  });
