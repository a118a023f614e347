import { DatabaseSync } from "node:sqlite";
import { databaseFiles } from "./check-data.mjs";

/** workerd may take a moment to end. */
const PATIENCE_MS = 5000;

/**
 * Takes out of the database file what redactions leave in it: SQLite keeps old bytes in pages that it no longer uses and in
 * its log, and D1 refuses `PRAGMA secure_delete` and `VACUUM`. So the file is written anew while no instance has it, once
 * after each redaction: its `user_version` tells after how many. Whatever goes wrong, the next start tries again.
 * @param {string} dataDir
 */
export function overwriteRemoved(dataDir) {
  try {
    for (const file of databaseFiles(dataDir)) writeAnew(file);
  } catch (error) {
    console.error(`Removed texts may still stand in the database file until the next start: ${error.message}`);
  }
}

/** @param {string} file */
function writeAnew(file) {
  const database = new DatabaseSync(file, { timeout: PATIENCE_MS });
  try {
    if (!database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'entries'").get()) return;
    const { count } = database
      .prepare(
        "SELECT count(*) AS count FROM scenarios s JOIN entries e ON e.scenario = s.slug AND e.kind = 'redaction'",
      )
      .get();
    if (database.prepare("PRAGMA user_version").get().user_version === count) return;
    database.exec(`VACUUM; PRAGMA user_version = ${count}; PRAGMA wal_checkpoint(TRUNCATE)`);
  } finally {
    database.close();
  }
}
