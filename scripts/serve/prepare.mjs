import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "../build/sources.mjs";
import { result } from "./answer.mjs";
import { noteUsed } from "./check-data.mjs";
import { root } from "./settings.mjs";
import { UserError } from "./user-error.mjs";

/** @typedef {(path: string, body?: unknown) => Promise<Response>} Control */

/**
 * Whether this data folder was brought up to date with exactly these migrations and shipped scenarios before. Only a
 * hint that the public address may open at once: preparing again changes nothing.
 * @param {string} dataDir
 */
export function isPrepared(dataDir) {
  const file = join(dataDir, "prepared");
  return existsSync(file) && readFileSync(file, "utf8") === preparedStamp();
}

/**
 * Applies pending migrations and loads the shipped scenarios that are not there yet.
 * @param {string} dataDir @param {Control} control @param {(line: string) => void} say
 */
export async function prepare(dataDir, control, say) {
  const applied = await migrate(control);
  noteUsed(dataDir);
  if (applied.length > 0)
    say(`Database: ${applied.length} ${applied.length === 1 ? "migration" : "migrations"} applied.`);
  for (const name of folders("scenarios")) await loadScenario(join(root, "scenarios", name), control, say);
  writeFileSync(join(dataDir, "prepared"), preparedStamp());
}

/**
 * Applies the migrations that `d1_migrations` does not list, the table that `wrangler d1 migrations` keeps too.
 * @param {Control} control
 * @returns {Promise<string[]>} the names of those applied now
 */
export async function migrate(control) {
  const names = readdirSync(join(root, "migrations")).filter((name) => name.endsWith(".sql"));
  const migrations = names.sort().map((name) => ({
    name,
    statements: splitMigration(readFileSync(join(root, "migrations", name), "utf8")),
  }));
  const { applied } = await result(await control("/migrations", { migrations }));
  return applied;
}

/** The statements of a migration as drizzle-kit writes it, one between two breakpoints. */
export function splitMigration(sql) {
  return sql
    .split("--> statement-breakpoint")
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
}

/**
 * Registers one shipped scenario, imports its events and attests its months, each unless done before: a start that was
 * stopped half-way is finished by the next, and a finished one is left to its owner.
 */
async function loadScenario(folder, control, say) {
  const read = (name) => readFileSync(join(folder, name), "utf8");
  const file = read("scenario.json");
  const { slug, title } = JSON.parse(file);
  const { loaded, interrupted } = await result(await control("/shipped/state", { slug }));
  if (interrupted) {
    throw new UserError(
      "A backup is half restored into this data folder. Go on with the same file before the start: npm run restore -- FILE",
    );
  }
  if (loaded) return;
  say(`Loading the scenario "${title}" ...`);
  await result(await control("/shipped/scenario", { file }));
  const { events } = await result(await control("/shipped/events", { slug, csv: read("events.csv") }));
  say(`  ${events} events imported.`);
  const { months } = await result(await control("/shipped/attestations", { slug, csv: read("attestations.csv") }));
  say(`  ${months} months without events attested.`);
}

function folders(path) {
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, path, entry.name, "scenario.json")))
    .map((entry) => entry.name)
    .sort();
}

function preparedStamp() {
  const hash = createHash("sha256");
  for (const file of [...listFiles(root, "migrations"), ...listFiles(root, "scenarios")]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}
