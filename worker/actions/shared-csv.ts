import { firstDayOf } from "../core/months";
import { shareEvent } from "../core/shared-view";
import type { SharedFields } from "../core/sharing";
import type { ScenarioView } from "../core/view-types";
import type { Database } from "../store/database";
import type { StoredEvent } from "../store/event-rows";
import { allEvents } from "../store/events";

/** Writes rows as CSV; the header goes with the first part. */
export type ToCsv = (events: StoredEvent[], withHeader: boolean) => string;

const ROWS_A_PAGE = 1000;
/** Of UTF-8, so that a part that does not shrink is far below D1's limit of 2,000,000 bytes a value. */
export const PART_BYTES = 500_000;
const encoder = new TextEncoder();

/**
 * The events behind a link as its events.csv has them, up to the view's day, in parts of at most `PART_BYTES` unless one row
 * is longer; at least one, the header.
 */
export async function* sharedCsv(
  db: Database,
  { slug, asOf }: Pick<ScenarioView, "slug" | "asOf">,
  fields: SharedFields,
  toCsv: ToCsv,
): AsyncGenerator<string> {
  let header = true;
  for await (const page of allEvents(db, slug, ROWS_A_PAGE)) {
    const shown = page.filter(({ status, date }) => status === "active" && firstDayOf(date) <= asOf);
    yield* partsOf(
      shown.map((event) => shareEvent(event, fields)),
      header,
      toCsv,
    );
    header = false;
  }
  if (header) yield toCsv([], true);
}

/** Halves rows until each half fits: texts of letters outside Latin have two or three bytes a letter. */
function* partsOf(rows: StoredEvent[], header: boolean, toCsv: ToCsv): Generator<string> {
  const text = toCsv(rows, header);
  if (rows.length < 2 || encoder.encode(text).length <= PART_BYTES) {
    yield text;
    return;
  }
  const half = Math.ceil(rows.length / 2);
  yield* partsOf(rows.slice(0, half), header, toCsv);
  yield* partsOf(rows.slice(half), false, toCsv);
}
