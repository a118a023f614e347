import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { EntryKind } from "../core/ledger";
import type { RemovedText } from "../core/redaction";
import type { Database } from "./database";
import { subjectEntries, subjectsLike, type CommitRow, type EntryRow } from "./history";
import { entries } from "./schema";
import { openEntry, type SaltedTexts } from "./seal";

/** Every version of an event and of what was said of it, in ledger order. */
export async function entriesOfEvent(db: Database, scenario: string, ref: string): Promise<EntryRow[]> {
  // One look-up a kind: one with OR would read the scenario's whole ledger.
  const found = await Promise.all([
    subjectEntries(db, scenario, "event", ref),
    ...(["report", "review", "comment"] as const).map((kind) => subjectsLike(db, scenario, kind, `${ref}\n`)),
  ]);
  return found.flat().toSorted((a, b) => a.revision - b.revision || a.ordinal - b.ordinal);
}

/** An entry with those of its texts blanked that `isRemoved` names, and what they said. */
export function blankTexts(
  entry: EntryRow,
  isRemoved: (field: string) => boolean,
): { entry: EntryRow; removed: RemovedText[] } {
  const kind = entry.kind as EntryKind;
  const removed = Object.entries(openEntry(entry).texts)
    .filter(([field]) => isRemoved(field))
    .map(([field, text]) => ({ kind, field, text }));
  if (removed.length === 0) return { entry, removed };
  const salted = JSON.parse(entry.texts) as SaltedTexts;
  for (const { field } of removed) salted[field] = null;
  return { entry: { ...entry, texts: JSON.stringify(salted) }, removed };
}

/** The one update that the ledger allows; it needs the entries that record the redaction to stand before it. */
export function blankStatement(d1: D1Database, scenario: string, blanked: EntryRow[]): D1PreparedStatement {
  const rows = blanked.map(({ revision, ordinal, texts }) => [revision, ordinal, texts]);
  return d1
    .prepare(
      `WITH r(revision, ordinal, texts) AS MATERIALIZED (
         SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]') FROM json_each(?2)
       )
       UPDATE entries SET texts = r.texts FROM r
       WHERE entries.scenario = ?1 AND entries.revision = r.revision AND entries.ordinal = r.ordinal`,
    )
    .bind(scenario, JSON.stringify(rows));
}

/** Gives up the imports that are being prepared: their rows may hold a removed text, or quote it as what they change. */
export function dropStagedImports(d1: D1Database, scenario: string): D1PreparedStatement[] {
  const ofScenario = "(SELECT id FROM imports WHERE scenario = ?1 AND revision IS NULL)";
  return [
    d1.prepare(`DELETE FROM import_rows WHERE import IN ${ofScenario}`).bind(scenario),
    d1.prepare(`DELETE FROM import_parts WHERE import IN ${ofScenario}`).bind(scenario),
    d1.prepare("DELETE FROM imports WHERE scenario = ?1 AND revision IS NULL").bind(scenario),
  ];
}

/** How often each of these subjects was redacted already. */
export async function countRedactions(
  db: Database,
  scenario: string,
  subjects: string[],
): Promise<Map<string, number>> {
  const [rows] = await db.query.batch([
    db.query
      .select({ subject: entries.subject, version: entries.version })
      .from(entries)
      .where(
        and(
          eq(entries.scenario, scenario),
          eq(entries.kind, "redaction"),
          inArray(entries.subject, sql`(select value from json_each(${JSON.stringify(subjects)}))`),
        ),
      )
      .orderBy(asc(entries.version)),
  ]);
  return new Map(rows.map(({ subject, version }) => [subject, version]));
}

/** Whoever repeats what more entries than this repeat is told so; answers and memory stay bounded. */
const MOST_QUOTES = 500;
/** As SQLite's `lower` does it: no other letters. */
const lowerAscii = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/**
 * The newest entries and commits that may repeat one of these texts, small letters and capitals of English alike: which
 * really do, and where, is the caller's to find. One pass over a scenario's ledger; nothing on a page's way asks this.
 */
export async function quotingRows(
  db: Database,
  scenario: string,
  texts: readonly string[],
): Promise<{ entries: EntryRow[]; commits: Pick<CommitRow, "revision" | "reason">[]; more: boolean }> {
  if (texts.length === 0) return { entries: [], commits: [], more: false };
  const plain = texts.map(lowerAscii);
  // As they stand within the JSON of an entry.
  const escaped = texts.map((text) => lowerAscii(JSON.stringify(text).slice(1, -1)));
  const holdsOne = (column: string): string =>
    `EXISTS (SELECT 1 FROM json_each(?2) WHERE instr(lower(${column}), value) > 0)`;
  // Facts hold words of people in these kinds alone; all else of a payload is digests, dates and numbers.
  const facts = "kind IN ('registration', 'proposition', 'evidence')";
  const [found, written] = await db.d1.batch<EntryRow & CommitRow>([
    db.d1
      .prepare(
        `SELECT * FROM entries
         WHERE scenario = ?1 AND kind <> 'redaction' AND (${holdsOne("texts")} OR (${facts} AND ${holdsOne("payload")}))
         ORDER BY revision DESC, ordinal DESC LIMIT ${MOST_QUOTES + 1}`,
      )
      .bind(scenario, JSON.stringify(escaped)),
    db.d1
      .prepare(
        `SELECT revision, reason FROM commits WHERE scenario = ?1 AND ${holdsOne("reason")}
         ORDER BY revision DESC LIMIT ${MOST_QUOTES + 1}`,
      )
      .bind(scenario, JSON.stringify(plain)),
  ]);
  const [rows, reasons] = [found?.results ?? [], written?.results ?? []];
  return {
    entries: rows.slice(0, MOST_QUOTES),
    commits: reasons.slice(0, MOST_QUOTES),
    more: rows.length > MOST_QUOTES || reasons.length > MOST_QUOTES,
  };
}
