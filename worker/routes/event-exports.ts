import { Hono } from "hono";
import { requireScenario } from "../actions/context";
import type { ExportedEvent } from "../contract/api-types";
import { eventsToCsv } from "../contract/csv-write";
import { EventsQuery } from "../contract/requests";
import type { AppContext, AppEnv } from "../http/context";
import { streamText } from "../http/stream";
import { validate } from "../http/validate";
import { contentOf, type StoredEvent } from "../store/event-rows";
import { listEvents, type EventFilter } from "../store/events";
import { analystNames } from "../store/people";
import { reportsByEvent } from "../store/reports";
import { filterOf } from "./events-query";
import { apiEvent } from "./respond";
import { apiReport } from "./respond-discussion";

const PAGE = 1000;

/** Every event of a filter, newest first, in pages, so that a long list never has to be in memory at once. */
async function* pages(c: AppContext, slug: string, filter: EventFilter): AsyncGenerator<StoredEvent[]> {
  let cursor: { date: string; ref: string } | undefined;
  for (;;) {
    const rows = await listEvents(c.var.db, slug, filter, PAGE, cursor);
    if (rows.length > 0) yield rows;
    cursor = rows.at(-1);
    if (rows.length < PAGE) return;
  }
}

export function toCsv(events: StoredEvent[], header: boolean): string {
  return eventsToCsv(
    events.map((event) => ({ ref: event.ref, content: contentOf(event) })),
    { header },
  );
}

async function* csv(parts: AsyncGenerator<StoredEvent[]>): AsyncGenerator<string> {
  let header = true;
  for await (const page of parts) {
    yield toCsv(page, header);
    header = false;
  }
  if (header) yield toCsv([], true);
}

export const eventExports = new Hono<AppEnv>()
  .get("/:slug/events.csv", validate("query", EventsQuery), async (c) => {
    const { registration } = await requireScenario(c.var.db, c.req.param("slug"));
    const filter = filterOf(c.req.valid("query"), await analystNames(c.var.db));
    c.header("Content-Type", "text/csv; charset=utf-8");
    c.header("Content-Disposition", `attachment; filename="${registration.slug}-events.csv"`);
    return c.body(streamText(csv(pages(c, registration.slug, filter))));
  })

  .get("/:slug/events.json", validate("query", EventsQuery), async (c) => {
    const { registration, head } = await requireScenario(c.var.db, c.req.param("slug"));
    const { slug, indicators } = registration;
    const names = await analystNames(c.var.db);
    const filter = filterOf(c.req.valid("query"), names);
    async function* json(): AsyncGenerator<string> {
      yield `{"revision":${head.revision},"events":[`;
      let separator = "";
      for await (const page of pages(c, slug, filter)) {
        const reports = await reportsByEvent(
          c.var.db,
          slug,
          page.map(({ ref }) => ref),
        );
        const items = page.map((event): ExportedEvent => {
          const said = (reports.get(event.ref) ?? []).map((row) => apiReport(row, names));
          return { ...apiEvent(event, indicators, names), reports: said };
        });
        yield separator + items.map((item) => JSON.stringify(item)).join(",");
        separator = ",";
      }
      yield "]}";
    }
    c.header("Content-Type", "application/json");
    c.header("Content-Disposition", `attachment; filename="${slug}-events.json"`);
    return c.body(streamText(json()));
  });
