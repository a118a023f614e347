import { Hono } from "hono";
import { requireEvent } from "../actions/change-event";
import { requireScenario } from "../actions/context";
import { eventHistory } from "../actions/event-history";
import { logEvent } from "../actions/log-event";
import { EventExtras, EventsQuery } from "../contract/requests";
import { requirePerson, requireRole } from "../http/authenticate";
import type { AppEnv } from "../http/context";
import { limitBody, validate } from "../http/validate";
import { listEvents } from "../store/events";
import { analystNames } from "../store/people";
import { contentFrom } from "./event-body";
import { apiEvent } from "./respond";
import { cursorAfter, filterOf, readCursor } from "./events-query";

const MAX_EVENT_BYTES = 100_000;

export const events = new Hono<AppEnv>()
  .get("/:slug/events", validate("query", EventsQuery), async (c) => {
    const { db } = c.var;
    const { registration, head } = await requireScenario(db, c.req.param("slug"));
    const names = await analystNames(db);
    const query = c.req.valid("query");
    // One row more than asked for tells whether there is a next page.
    const rows = await listEvents(
      db,
      registration.slug,
      filterOf(query, names),
      query.limit + 1,
      readCursor(query.cursor),
    );
    const page = rows.slice(0, query.limit);
    const nextCursor = rows.length > page.length ? cursorAfter(page) : null;
    const list = page.map((event) => apiEvent(event, registration.indicators, names));
    return c.json({ events: list, nextCursor, revision: head.revision });
  })

  .post(
    "/:slug/events",
    requireRole("analyst"),
    limitBody(MAX_EVENT_BYTES),
    validate("json", EventExtras),
    async (c) => {
      const { db, now } = c.var;
      const { registration } = await requireScenario(db, c.req.param("slug"));
      const { clientId, reason, ...raw } = c.req.valid("json");
      const content = contentFrom(raw, registration, now);
      const context = { db, now, who: requirePerson(c).id };
      const input = { content, reason, clientId: clientId ?? null };
      const { event, created } = await logEvent(context, registration.slug, input);
      const body = apiEvent(event, registration.indicators, await analystNames(db));
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
    const history = await eventHistory(db, scenario, c.req.param("ref"));
    const versions = history.map(({ event, op, reason }) => ({
      version: event.version,
      op,
      recordedAt: event.recordedAt,
      by: names.get(event.who) ?? event.who,
      reason,
      revision: event.revision,
      event: apiEvent(event, scenario.registration.indicators, names),
    }));
    return c.json({ versions });
  });
