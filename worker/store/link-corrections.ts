import type { Database } from "./database";

/** Something that was done to an event after it was recorded, with the commit that did it. */
export interface EventChange {
  ref: string;
  done: "correct" | "retract" | "redact";
  revision: number;
  ordinal: number;
  at: number;
  who: string;
  reason: string;
}

/** Where a page of changes begins: before this place in the ledger. */
export type Before = Pick<EventChange, "revision" | "ordinal">;

/**
 * Corrections and retractions of events after a revision, newest first, a page of `limit`. Commits carry running totals, so
 * only those that corrected or retracted something are opened: what is read is one row a commit after `after`, and the
 * entries of these commits. Events that were recorded after `newest` are left out: no link carries them.
 */
export async function changesAfter(
  db: Database,
  scenario: string,
  { after, newest, before, limit }: { after: number; newest: number; before: Before; limit: number },
): Promise<EventChange[]> {
  const statement = db.d1
    .prepare(
      `SELECT e.subject AS ref, e.op AS done, e.revision, e.ordinal, c.at, c.who, c.reason
       FROM commits AS c
       CROSS JOIN commits AS p ON p.scenario = c.scenario AND p.revision = c.revision - 1
         AND (p.corrected < c.corrected OR p.retracted < c.retracted)
       CROSS JOIN entries AS e ON e.scenario = c.scenario AND e.revision = c.revision
       WHERE c.scenario = ?1 AND c.revision > ?2 AND c.revision <= ?4 AND e.kind = 'event' AND e.op <> 'record'
         AND (e.revision < ?4 OR e.ordinal < ?5)
         AND (SELECT revision FROM entries
              WHERE scenario = ?1 AND kind = 'event' AND subject = e.subject AND version = 1) <= ?3
       ORDER BY c.revision DESC, e.ordinal DESC LIMIT ?6`,
    )
    .bind(scenario, after, newest, before.revision, before.ordinal, limit);
  const [result] = await db.d1.batch<EventChange>([statement]);
  return result?.results ?? [];
}

/**
 * Removals of an event's texts after a revision, newest first: each was an owner's own act, so they are few. The index is
 * named, or everything that was written since would be read.
 */
export async function redactionsAfter(
  db: Database,
  scenario: string,
  after: number,
  limit: number,
): Promise<EventChange[]> {
  const statement = db.d1
    .prepare(
      `SELECT substr(e.subject, 7) AS ref, 'redact' AS done, e.revision, e.ordinal, c.at, c.who, c.reason
       FROM entries AS e INDEXED BY entries_subject
       CROSS JOIN commits AS c ON c.scenario = e.scenario AND c.revision = e.revision
       WHERE e.scenario = ?1 AND e.kind = 'redaction' AND e.subject >= 'event:' AND e.subject < 'event;'
         AND e.revision > ?2
       ORDER BY e.revision DESC, e.ordinal DESC LIMIT ?3`,
    )
    .bind(scenario, after, limit);
  const [result] = await db.d1.batch<EventChange>([statement]);
  return result?.results ?? [];
}

export interface VersionRow {
  ref: string;
  revision: number;
  op: "record" | "correct" | "retract";
  date: string;
}

/** When each version of these events was recorded and what date it says, oldest first. */
export async function versionDates(db: Database, scenario: string, refs: string[]): Promise<VersionRow[]> {
  const statement = db.d1
    .prepare(
      `SELECT e.subject AS ref, e.revision, e.op, json_extract(e.payload, '$.facts.date') AS date
       FROM json_each(?2) AS r
       CROSS JOIN entries AS e ON e.scenario = ?1 AND e.kind = 'event' AND e.subject = r.value
       ORDER BY e.subject, e.version`,
    )
    .bind(scenario, JSON.stringify(refs));
  const [result] = await db.d1.batch<VersionRow>([statement]);
  return result?.results ?? [];
}
