import { firstDayOf } from "../core/months";
import { shareEvent } from "../core/shared-view";
import type { SharedFields } from "../core/sharing";
import type { ScenarioView } from "../core/view-types";
import type { Database } from "../store/database";
import type { StoredEvent } from "../store/event-rows";
import { allEvents } from "../store/events";

/** Writes rows as CSV; the header goes with the first part. */
export type ToCsv = (events: StoredEvent[], withHeader: boolean) => string;

/** A part of at most about 1 MB of CSV: 1,000 rows of at most about 1,000 characters. */
const ROWS_A_PART = 1000;

/** The events behind a link as its events.csv has them, up to the view's day, in parts: at least one, the header. */
export async function* sharedCsv(
  db: Database,
  { slug, asOf }: Pick<ScenarioView, "slug" | "asOf">,
  fields: SharedFields,
  toCsv: ToCsv,
): AsyncGenerator<string> {
  let header = true;
  for await (const page of allEvents(db, slug, ROWS_A_PART)) {
    const shown = page.filter(({ status, date }) => status === "active" && firstDayOf(date) <= asOf);
    yield toCsv(
      shown.map((event) => shareEvent(event, fields)),
      header,
    );
    header = false;
  }
  if (header) yield toCsv([], true);
}
