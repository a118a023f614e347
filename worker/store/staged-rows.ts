import type { EventRow, StoredEvent } from "./event-rows";
import { fromEventRow } from "./event-rows";
import { columnsOf } from "./bulk";
import type { Database } from "./database";
import { events } from "./schema";

/** The events of some rows of an import, as they were prepared. */
export async function stagedEvents(
  db: Database,
  id: string,
  positions: number[],
): Promise<{ op: "record" | "correct"; event: StoredEvent }[]> {
  const [result] = await db.d1.batch<{ op: "record" | "correct"; event: string }>([
    db.d1
      .prepare(
        `SELECT op, event FROM import_rows WHERE import = ?1 AND position IN (SELECT value FROM json_each(?2))
         ORDER BY position`,
      )
      .bind(id, JSON.stringify(positions)),
  ]);
  return (result?.results ?? []).map(({ op, event }) => ({ op, event: fromEventRow(eventRow(JSON.parse(event))) }));
}

/** The reverse of `rowWriter(events)`. */
function eventRow(values: unknown[]): EventRow {
  return Object.fromEntries(columnsOf(events).map(([field], i) => [field, values[i]])) as unknown as EventRow;
}
