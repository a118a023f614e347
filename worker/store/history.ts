import { and, asc, eq, gt, gte, inArray, lt, lte, sql } from "drizzle-orm";
import type { EntryKind } from "../core/ledger";
import type { Database } from "./database";
import { commits, entries } from "./schema";

export type CommitRow = typeof commits.$inferSelect;
export type EntryRow = typeof entries.$inferSelect;
/** Who wrote a commit and when: what a row takes over from it. */
export type Signed = Pick<CommitRow, "who" | "at">;

/** Every version of one subject, oldest first. */
export async function subjectEntries(
  db: Database,
  scenario: string,
  kind: EntryKind,
  subject: string,
): Promise<EntryRow[]> {
  const [rows] = await db.query.batch([
    db.query
      .select()
      .from(entries)
      .where(and(eq(entries.scenario, scenario), eq(entries.kind, kind), eq(entries.subject, subject)))
      .orderBy(asc(entries.version)),
  ]);
  return rows;
}

/** The commits of these revisions, by revision. */
export async function commitsAt(db: Database, scenario: string, revisions: number[]): Promise<Map<number, CommitRow>> {
  const wanted = sql`(select value from json_each(${JSON.stringify(revisions)}))`;
  const [rows] = await db.query.batch([
    db.query
      .select()
      .from(commits)
      .where(and(eq(commits.scenario, scenario), inArray(commits.revision, wanted))),
  ]);
  return new Map(rows.map((row) => [row.revision, row]));
}

/** So many entries are held in memory at once, one import larger than that aside. */
const ENTRIES_A_PAGE = 5000;

/** The first commits of a list that together hold no more than a page of entries; one at least. */
function withinEntries(found: CommitRow[]): CommitRow[] {
  let count = 0;
  const beyond = found.findIndex(({ entryCount }, at) => (count += entryCount) > ENTRIES_A_PAGE && at > 0);
  return beyond === -1 ? found : found.slice(0, beyond);
}

/** Commits after a revision in order, with their entries, a page at a time. */
export async function* ledgerPages(
  db: Database,
  scenario: string,
  after = 0,
  upTo = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<{ commit: CommitRow; entries: EntryRow[] }> {
  let last = after;
  for (;;) {
    const [found] = await db.query.batch([
      db.query
        .select()
        .from(commits)
        .where(and(eq(commits.scenario, scenario), gt(commits.revision, last), lte(commits.revision, upTo)))
        .orderBy(asc(commits.revision))
        .limit(500),
    ]);
    const page = withinEntries(found);
    const end = page.at(-1);
    if (!end) return;
    const [rows] = await db.query.batch([
      db.query
        .select()
        .from(entries)
        .where(and(eq(entries.scenario, scenario), gt(entries.revision, last), lte(entries.revision, end.revision)))
        .orderBy(asc(entries.revision), asc(entries.ordinal)),
    ]);
    const byRevision = Map.groupBy(rows, (row) => row.revision);
    for (const commit of page) yield { commit, entries: byRevision.get(commit.revision) ?? [] };
    last = end.revision;
  }
}

/** Every entry of a kind whose subject begins with a text, in ledger order; a range, so that the index serves it. */
export async function subjectsLike(
  db: Database,
  scenario: string,
  kind: EntryKind,
  prefix: string,
): Promise<EntryRow[]> {
  const [rows] = await db.query.batch([
    db.query
      .select()
      .from(entries)
      .where(
        and(
          eq(entries.scenario, scenario),
          eq(entries.kind, kind),
          gte(entries.subject, prefix),
          lt(entries.subject, `${prefix}\u{10FFFF}`),
        ),
      )
      .orderBy(asc(entries.revision), asc(entries.ordinal)),
  ]);
  return rows;
}
