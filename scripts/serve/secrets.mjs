import { randomBytes } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "./user-error.mjs";

/** Each is 32 bytes in base64url, as the worker wants them. */
const NAMES = ["SIGNING_KEY", "LINK_SECRET"];
const SECRET = /^[A-Za-z0-9_-]{43}$/;

/** @typedef {{ SIGNING_KEY: string, LINK_SECRET: string }} Secrets */

/**
 * The secrets of this data folder, made at the first start and kept to its user. They are never replaced: with others,
 * what is guarded by a passphrase would not open, and links would be signed with a key that readers do not know.
 * @param {string} dataDir
 * @returns {Secrets}
 */
export function readSecrets(dataDir) {
  const file = join(dataDir, "secrets.json");
  const made = Object.fromEntries(NAMES.map((name) => [name, randomBytes(32).toString("base64url")]));
  try {
    writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  const secrets = parse(readFileSync(file, "utf8"));
  if (NAMES.every((name) => SECRET.test(secrets?.[name]))) return secrets;
  throw new UserError(
    `${file} is damaged. Put a copy of it back; without one, delete it, and the next start makes new secrets: links with a\n` +
      "passphrase then have to be given a new one. Other links, and their old signatures, stay good.",
  );
}

/**
 * Writes the secrets as the variables that wrangler reads; it shows its arguments to every user of the machine, files not.
 * @param {string} dataDir
 * @returns {string} the path of the file
 */
export function writeSecretsEnv(dataDir) {
  const file = join(dataDir, "secrets.env");
  const lines = Object.entries(readSecrets(dataDir)).map(([name, value]) => `${name}=${value}\n`);
  rmSync(file, { force: true });
  writeFileSync(file, lines.join(""), { mode: 0o600, flag: "wx" });
  return file;
}

/** @param {string} text @returns {Secrets | null} */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
