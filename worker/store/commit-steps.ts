import { and, asc, eq, sql } from "drizzle-orm";
import type { EntryKind, EntryOp } from "../core/ledger";
import type { PastEntry } from "../core/undo";
import type { Database } from "./database";
import type { CommitRow, EntryRow } from "./history";
import { commits, entries } from "./schema";
import { openEntry, type SaltedTexts } from "./seal";

/** The newest commit of a person; null if they wrote none. */
export async function lastCommitBy(db: Database, scenario: string, who: string): Promise<CommitRow | null> {
  // Asked for as the highest revision, or all commits of others since would be read instead of the index on who wrote.
  const newest = sql`(select max(revision) from commits where scenario = ${scenario} and who = ${who})`;
  const [[row]] = await db.query.batch([
    db.query
      .select()
      .from(commits)
      .where(and(eq(commits.scenario, scenario), eq(commits.revision, newest))),
  ]);
  return row ?? null;
}

/** One entry of a commit, the version of its subject before it, and whether a later one stands. */
export interface CommitStep {
  entry: PastEntry;
  before: PastEntry | null;
  superseded: boolean;
}

const OTHER_VERSION = `FROM entries e JOIN entries o ON o.scenario = e.scenario AND o.kind = e.kind
  AND o.subject = e.subject`;

/** The steps of a commit in order: two look-ups by key an entry, however long the ledger is. */
export async function commitSteps(db: Database, scenario: string, revision: number): Promise<CommitStep[]> {
  const { d1 } = db;
  const [own, others] = await Promise.all([
    db.query.batch([
      db.query
        .select()
        .from(entries)
        .where(and(eq(entries.scenario, scenario), eq(entries.revision, revision)))
        .orderBy(asc(entries.ordinal)),
    ]),
    d1.batch<EntryRow>([
      d1
        .prepare(`SELECT o.* ${OTHER_VERSION} AND o.version = e.version - 1 WHERE e.scenario = ?1 AND e.revision = ?2`)
        .bind(scenario, revision),
      d1
        .prepare(`SELECT o.* ${OTHER_VERSION} AND o.version = e.version + 1 WHERE e.scenario = ?1 AND e.revision = ?2`)
        .bind(scenario, revision),
    ]),
  ]);
  const [earlier = [], later = []] = others.map(({ results }) => results);
  const before = new Map(earlier.map((row) => [keyOf(row), pastEntry(row)]));
  const superseded = new Set(later.map(keyOf));
  return own[0].map((row) => ({
    entry: pastEntry(row),
    before: before.get(keyOf(row)) ?? null,
    superseded: superseded.has(keyOf(row)),
  }));
}

function keyOf({ kind, subject }: EntryRow): string {
  return `${kind}:${subject}`;
}

function pastEntry(row: EntryRow): PastEntry {
  const { kind, subject, version, op } = row;
  const salted = JSON.parse(row.texts) as SaltedTexts;
  const redacted = Object.values(salted).includes(null);
  return { kind: kind as EntryKind, subject, version, op: op as EntryOp, ...openEntry(row), redacted };
}
