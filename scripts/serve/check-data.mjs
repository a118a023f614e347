import { accessSync, constants, existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { UserError } from "./user-error.mjs";

/** Reading all of a larger one would keep a start waiting; what is damaged there is told when it is met. */
const CHECKED_BYTES = 64_000_000;
const HELP = 'Nothing was changed. docs/backup.md, under "When the database fails", says what to do.';

/** Notes that the database of this data folder has its tables: from now on an empty one has lost them. @param {string} dataDir */
export function noteUsed(dataDir) {
  const mark = join(dataDir, "prepared");
  if (!existsSync(mark)) writeFileSync(mark, "");
}

/**
 * The local database: one file, as Miniflare names it by a hash. Its own list of objects stands beside it.
 * @param {string} dataDir @returns {string[]}
 */
export function databaseFiles(dataDir) {
  const folder = join(dataDir, "v3/d1/miniflare-D1DatabaseObject");
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .filter((name) => name.endsWith(".sqlite") && name !== "metadata.sqlite")
    .map((name) => join(folder, name));
}

/**
 * Looks at the database before anything opens it, and refuses one that is damaged, cannot be written, or was emptied: that
 * would start as a new Signpost. Whoever calls this holds the lock.
 * @param {string} dataDir
 */
export function checkData(dataDir) {
  const files = databaseFiles(dataDir);
  const isUsed = existsSync(join(dataDir, "prepared"));
  const isFilled = files.map(checkFile).includes(true);
  if (isFilled || !isUsed) return;
  throw new UserError(
    `The data folder ${dataDir} was used before, and its database is ${files.length === 0 ? "gone" : "empty"}: a start would ` +
      `begin a new Signpost in its place.\n${HELP} For a new Signpost, set SIGNPOST_DATA to a new folder.`,
  );
}

/** @param {string} file @returns {boolean} whether Signpost's tables are in it */
function checkFile(file) {
  try {
    for (const one of [file, join(file, "..")]) accessSync(one, constants.R_OK | constants.W_OK);
  } catch (error) {
    const why = error.code === "EROFS" ? "is on a read-only disk" : "is not this user's to read and write";
    throw new UserError(`The database ${file} ${why}.\n${HELP}`);
  }
  const { size } = statSync(file);
  if (size === 0) return false;
  let found;
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    found = size > CHECKED_BYTES ? null : String(database.prepare("PRAGMA quick_check(1)").get()?.quick_check);
    const tables = database.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'd1_migrations'").get();
    database.close();
    if (found === null || found === "ok") return Number(tables?.n) > 0;
  } catch (error) {
    found = error.message;
  }
  throw new UserError(`The database ${file} is damaged (${found}).\n${HELP}`);
}
