/** Turns an import's parts into one commit: the rows are checked and hashed already, the database copies them. */
import { getTableName } from "drizzle-orm";
import type { Authorship } from "../core/ledger";
import type { RefCounter } from "../core/refs";
import { columnsOf, insertRows, replaceColumns } from "./bulk";
import { headStatement } from "./commit";
import type { Database } from "./database";
import { commits, events } from "./schema";
import { chainCommit, type Head } from "./seal";
import { dropParts, guardEdition, type StagedImport } from "./staging";

/** Which of an import's rows are written. */
export interface Selection {
  staged: StagedImport;
  corrections: boolean;
  /** Places of rows that are left out. */
  excluded: number[];
}

/** Rows of an import in the order of their entries: new events first, then corrections, as in any import. */
const SELECTED = `FROM import_rows WHERE import = ?1 AND (?2 OR op = 'record')
  AND position NOT IN (SELECT value FROM json_each(?3))`;
const IN_ORDER = "ORDER BY op DESC, position";
/** Hashes come as texts of this many lines: a value may have 2,000,000 bytes. */
const HASHES = 10_000;

function selectionOf({ staged, corrections, excluded }: Selection): [string, number, string] {
  return [staged.id, corrections ? 1 : 0, JSON.stringify(excluded)];
}

/** The entries' hashes in order, and how many of them are new events. */
export async function selectedHashes(
  db: Database,
  selection: Selection,
): Promise<{ hashes: string[]; recorded: number }> {
  const sql = `SELECT op, count(*) AS n, group_concat(hash, char(10) ORDER BY position) AS hashes ${SELECTED}
    GROUP BY op, position / ${HASHES} ORDER BY op DESC, position / ${HASHES}`;
  const [result] = await db.d1.batch<{ op: string; n: number; hashes: string }>([
    db.d1.prepare(sql).bind(...selectionOf(selection)),
  ]);
  const groups = result?.results ?? [];
  const recorded = groups.reduce((sum, { op, n }) => (op === "record" ? sum + n : sum), 0);
  return { hashes: groups.flatMap((group) => group.hashes.split("\n")), recorded };
}

/** References of the new events among the selected rows, in order. */
export async function selectedRefs(db: Database, selection: Selection): Promise<string[]> {
  const [result] = await db.d1.batch<{ ref: string }>([
    db.d1.prepare(`SELECT ref ${SELECTED} AND op = 'record' ORDER BY position`).bind(...selectionOf(selection)),
  ]);
  return (result?.results ?? []).map(({ ref }) => ref);
}

/** References that the log no longer holds as they were when the rows were compared with it; at most 20. */
export async function staleRefs(db: Database, staged: StagedImport): Promise<string[]> {
  const [result] = await db.d1.batch<{ ref: string }>([
    db.d1
      .prepare(
        `SELECT s.ref FROM (
           SELECT ref, version - 1 AS version FROM import_rows WHERE import = ?1
           UNION ALL SELECT u.value ->> '$.ref', u.value ->> '$.version' FROM import_parts AS p, json_each(p.refs) AS u
           WHERE p.import = ?1 AND u.value ->> '$.row' = 'unchanged'
         ) AS s LEFT JOIN events AS e ON e.scenario = ?2 AND e.ref = s.ref
         WHERE coalesce(e.version, 0) <> s.version LIMIT 20`,
      )
      .bind(staged.id, staged.scenario),
  ]);
  return (result?.results ?? []).map(({ ref }) => ref);
}

interface Commit {
  head: Head;
  author: Authorship;
  hashes: string[];
  recorded: number;
  counter: RefCounter;
  rollup: D1PreparedStatement[];
}

/** Writes the commit in one atomic batch; of the import only its revision stays. */
export async function commitSelection(db: Database, selection: Selection, commit: Commit): Promise<Head> {
  const { d1 } = db;
  const { staged } = selection;
  const { head, author, hashes, recorded, counter, rollup } = commit;
  const counters = {
    recorded: head.recorded + recorded,
    corrected: head.corrected + hashes.length - recorded,
    retracted: head.retracted,
  };
  const chained = await chainCommit(staged.scenario, head, author, hashes, counters);
  const { revision } = chained.head;
  const bound = selectionOf(selection);
  const { scenario } = staged;
  await d1.batch([
    ...insertRows(d1, commits, [chained.commit]),
    guardEdition(d1, staged),
    d1.prepare(ENTRIES).bind(...bound, scenario, revision),
    ...(selection.corrections ? [d1.prepare(REVIEWS).bind(...bound, scenario)] : []),
    d1.prepare(EVENTS).bind(...bound, revision, author.at, author.who),
    ...rollup,
    headStatement(d1, scenario, chained.head, counter),
    ...dropParts(d1, staged, 0),
    d1.prepare("UPDATE imports SET revision = ?2, edition = edition + 1 WHERE id = ?1").bind(staged.id, revision),
  ]);
  return chained.head;
}

const ORDINAL = `row_number() OVER (${IN_ORDER}) - 1`;

const ENTRIES = `INSERT INTO entries (scenario, revision, ordinal, kind, subject, version, op, payload, texts, hash)
  SELECT ?4, ?5, ${ORDINAL}, 'event', ref, version, op, payload, texts, hash ${SELECTED}`;

/** A corrected event waits for a new look; one that is disputed stays so. */
const REVIEWS = `UPDATE review_counts SET agreed = review_counts.agreed - r.agreed
  FROM (SELECT count(*) FILTER (WHERE e.review = 'agreed') AS agreed
        FROM (SELECT ref ${SELECTED} AND op = 'correct') AS c
        JOIN events AS e ON e.scenario = ?4 AND e.ref = c.ref) AS r
  WHERE scenario = ?4`;

const EVENTS = eventsSql();

/** The event's row as it was prepared, with what is known only now in the place of what was not. */
function eventsSql(): string {
  const known: Record<string, string> = { revision: "?4", ordinal: "ordinal", recordedAt: "?5", who: "?6" };
  const columns = columnsOf(events);
  const names = columns.map(([, column]) => `"${column.name}"`).join(", ");
  const values = columns.map(([field], i) => known[field] ?? `json_extract(event, '$[${i}]')`).join(", ");
  return `WITH r(event, ordinal) AS MATERIALIZED (SELECT event, ${ORDINAL} ${SELECTED})
    INSERT INTO "${getTableName(events)}" (${names}) SELECT ${values} FROM r WHERE true
    ON CONFLICT ("scenario", "ref") DO UPDATE SET ${replaceColumns(events, ["scenario", "ref", "review"])},
      "review" = CASE "events"."review" WHEN 'disputed' THEN 'disputed' ELSE excluded."review" END`;
}
