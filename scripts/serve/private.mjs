import { chmodSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** All that stands in a data folder. */
const OURS = new Set(["control.sock", "instance.json", "lock", "prepared", "secrets.env", "secrets.json", "v3"]);

/**
 * Makes the data folder where there is none, for its user alone. One that was made beforehand is closed to others too; where
 * other things stand in it, which others may need, only the folder of the database in it is.
 * @param {string} dataDir
 */
export function keepPrivate(dataDir) {
  const database = join(dataDir, "v3");
  mkdirSync(database, { recursive: true, mode: 0o700 });
  if (process.platform === "win32") return;
  const isOurs = readdirSync(dataDir).every((name) => OURS.has(name));
  for (const folder of isOurs ? [dataDir, database] : [database]) {
    const { mode, uid } = statSync(folder);
    if ((mode & 0o077) !== 0 && uid === process.getuid?.()) chmodSync(folder, 0o700);
  }
}
