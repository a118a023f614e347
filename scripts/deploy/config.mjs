import { readdirSync } from "node:fs";
import { join } from "node:path";
import { backupPages, verdictLimit } from "../../worker/env.ts";
import { PLACEHOLDER, problemsOf } from "./checks.mjs";
import { overlay, patternsOf, readFiles } from "./own-file.mjs";

/**
 * What wrangler.toml and deploy.toml together say that a deployment depends on.
 * @param {string} root
 */
export async function readConfig(root) {
  const { base, own } = await readFiles(root);
  const merged = overlay(base, own ?? {});
  const { vars = {} } = merged;
  const database = merged.d1_databases?.find(({ binding }) => binding === "DB");
  const isPlaceholder = [undefined, PLACEHOLDER].includes(database?.database_id);
  return {
    /** What wrangler has to be given; null where wrangler.toml says it all. */
    made: own === null ? null : merged,
    worker: merged.name ?? "",
    database: database?.database_name ?? "",
    /** Null where there is none yet. */
    databaseId: isPlaceholder ? null : database.database_id,
    /** Whether the id stands in the file that upgrades change. */
    isTracked: ![undefined, PLACEHOLDER].includes(base.d1_databases?.[0]?.database_id),
    crons: merged.triggers?.crons ?? [],
    bucket: merged.r2_buckets?.find(({ binding }) => binding === "BACKUPS")?.bucket_name ?? null,
    hosts: patternsOf(merged).map((pattern) => pattern.replace(/\/.*$/, "")),
    atWorkers: merged.workers_dev ?? true,
    team: vars.ACCESS_TEAM ?? null,
    perRun: { months: verdictLimit(vars), pages: backupPages(vars) },
    problems: problemsOf(base, own, merged),
  };
}

/** @param {string} root @returns {string[]} names of all migrations, in order */
export function listMigrations(root) {
  return readdirSync(join(root, "migrations"))
    .filter((name) => name.endsWith(".sql"))
    .sort();
}
