import type { Database } from "./database";
import type { EventRow } from "./event-rows";

/** No thread of real events is longer; a slip that follows in circles must not be walked for ever. */
const MOST_STEPS = 100;

const COLUMNS =
  "e.ref, e.follows, e.date, e.title, e.indicator, e.code, e.state, e.planned_for AS plannedFor, e.status";

export type ThreadRow = Pick<
  EventRow,
  "ref" | "follows" | "date" | "title" | "indicator" | "code" | "state" | "plannedFor" | "status"
>;

/**
 * An event and all steps that hang together with it, in order of date: back along `follows` and forward along the index
 * on it, the nearest first. UNION leaves out what was reached already, so that circles end;
 * crossed, so that no step reads the whole log.
 */
export async function threadOf(db: Database, scenario: string, ref: string): Promise<ThreadRow[]> {
  const statement = db.d1
    .prepare(
      `WITH RECURSIVE thread(ref) AS (
         SELECT ?2
         UNION
         SELECT e.follows FROM thread AS t CROSS JOIN events AS e
         WHERE e.scenario = ?1 AND e.ref = t.ref AND e.follows IS NOT NULL
         UNION
         SELECT e.ref FROM thread AS t CROSS JOIN events AS e INDEXED BY events_follows
         WHERE e.scenario = ?1 AND e.follows = t.ref
         LIMIT ${MOST_STEPS}
       )
       SELECT ${COLUMNS} FROM thread AS t CROSS JOIN events AS e WHERE e.scenario = ?1 AND e.ref = t.ref
       ORDER BY e.date, e.revision, e.ordinal`,
    )
    .bind(scenario, ref);
  const [result] = await db.d1.batch<ThreadRow>([statement]);
  return result?.results ?? [];
}
