import type { ScenarioView } from "../core/view-types";
import { requireStill, type Database } from "./database";
import { gunzip } from "./hash";
import type { SnapshotRow } from "./snapshots";
import { openView } from "./view-bytes";
import { viewFileParts } from "./view-file";
import { readView, type ReadView } from "./views";

/** A frozen view with its events.csv, unpacked. */
export interface FrozenView extends ReadView {
  document: ScenarioView;
  files: string[];
}

/** What takes a frozen view's place. */
export interface Rewritten {
  old: string;
  view: ReadView;
  /** Gzipped. */
  files: Uint8Array[];
}

/** One frozen view; they are read one by one, for together they may be large. */
export async function readFrozen(db: Database, hash: string): Promise<FrozenView> {
  const view = await readView(db, hash);
  if (!view) throw new Error(`The frozen view ${hash} is missing`);
  const files: string[] = [];
  for await (const part of viewFileParts(db, hash)) files.push(new TextDecoder().decode(await gunzip(part)));
  return { ...view, document: await openView(view), files };
}

/**
 * Puts rewritten views in the place of the old ones, with all that refers to them. Views that come to say the same become
 * one, which lists the hashes of both.
 */
export function replaceFrozen(
  d1: D1Database,
  scenario: string,
  changes: Rewritten[],
  now: number,
): D1PreparedStatement[] {
  const follow = (table: string, old: string, hash: string): D1PreparedStatement =>
    d1.prepare(`UPDATE ${table} SET view_hash = ?2 WHERE view_hash = ?1`).bind(old, hash);
  const gone = (sql: string, old: string): D1PreparedStatement => d1.prepare(sql).bind(old);
  const file = d1.prepare("INSERT INTO view_files (view_hash, part, body) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING");
  return changes.flatMap(({ old, view, files }) => [
    gone("DELETE FROM views WHERE hash = ?1", old),
    gone("DELETE FROM view_files WHERE view_hash = ?1", old),
    d1
      .prepare(
        `INSERT INTO views (hash, scenario, revision, as_of, body, kept, created_at, earlier_hashes,
           head_hash, signature, signing_key, signed_at)
         VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, ?7, ?8, ?9, ?10, ?11)
         ON CONFLICT (hash) DO UPDATE SET kept = 1, earlier_hashes = (
           SELECT json_group_array(value) FROM (
             SELECT value FROM json_each(views.earlier_hashes) UNION SELECT value FROM json_each(excluded.earlier_hashes)
           )
         )`,
      )
      .bind(
        view.hash,
        scenario,
        view.revision,
        view.asOf,
        view.body,
        now,
        JSON.stringify(view.earlierHashes),
        view.headHash,
        view.signature,
        view.signingKey,
        view.signedAt,
      ),
    ...files.map((body, part) => file.bind(view.hash, part, body)),
    // The image holds the title, which is part of the rules, and what the server says of numbers: no text that can be removed.
    follow("OR IGNORE view_images", old, view.hash),
    gone("DELETE FROM view_images WHERE view_hash = ?1", old),
    follow("snapshots", old, view.hash),
  ]);
}

/** Links with other words of their publisher. */
export function rewordSnapshots(d1: D1Database, rows: SnapshotRow[]): D1PreparedStatement[] {
  const update = d1.prepare(
    "UPDATE snapshots SET title = ?2, note = ?3, withdrawn_reason = ?4, notices = ?5 WHERE id = ?1",
  );
  return rows.map((row) => update.bind(row.id, row.title, row.note, row.withdrawnReason, row.notices));
}

/** Deletes every stored answer of a scenario that no link shows. */
export function dropLooseViews(d1: D1Database, scenario: string): D1PreparedStatement[] {
  return [
    d1.prepare("DELETE FROM view_cache WHERE scenario = ?1").bind(scenario),
    d1.prepare("DELETE FROM views WHERE scenario = ?1 AND kept = 0").bind(scenario),
  ];
}

/** Fails the batch (`isOutdated`) if a link was made, or its words changed, after these were read: they would be missed. */
export function requireSameLinks(d1: D1Database, scenario: string, known: SnapshotRow[]): D1PreparedStatement {
  const links = known.map(({ id, viewHash, title, note, notices, withdrawnReason }) => [
    id,
    viewHash,
    title,
    note,
    notices,
    withdrawnReason,
  ]);
  return requireStill(
    d1,
    `NOT EXISTS (
       SELECT id, view_hash, title, note, notices, withdrawn_reason FROM snapshots WHERE scenario = ?1
       EXCEPT
       SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM json_each(?2)
     )`,
    scenario,
    JSON.stringify(links),
  );
}
