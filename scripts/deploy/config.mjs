import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What wrangler.toml has before there is a database. */
export const PLACEHOLDER = "00000000-0000-4000-8000-000000000000";
const ID = /^(database_id\s*=\s*)"([^"]*)"/m;
/** Without one of these the worker does not do what it says; ASSETS stands in `[assets]`. */
const BINDINGS = ["DB", "ASSETS", "ATTEMPTS", "MAKING"];

/**
 * What wrangler.toml says that a deployment depends on.
 * @param {string} root
 */
export function readConfig(root) {
  const text = readFileSync(join(root, "wrangler.toml"), "utf8");
  const lines = text.replace(/^\s*#.*$/gm, "");
  const value = (name) => new RegExp(`^${name}\\s*=\\s*"([^"]*)"`, "m").exec(lines)?.[1];
  return {
    worker: value("name") ?? "",
    database: value("database_name") ?? "",
    databaseId: ID.exec(lines)?.[2] ?? "",
    crons: /^crons\s*=\s*\[([^\]]*)\]/m.exec(lines)?.[1]?.trim() ?? "",
    bucket: value("bucket_name") ?? null,
    domain: /pattern\s*=\s*"([^"]+)"[^}]*custom_domain\s*=\s*true/.exec(lines)?.[1] ?? null,
    besideAccess: value("ACCESS_AUD") !== undefined && !/^workers_dev\s*=\s*false/m.test(lines),
    problems: problemsOf(lines, value),
  };
}

/** @returns {string[]} sentences */
function problemsOf(lines, value) {
  const bound = new Set([...lines.matchAll(/^(?:binding|name)\s*=\s*"([^"]+)"/gm)].map(([, name]) => name));
  const missing = BINDINGS.filter((name) => !bound.has(name));
  const both = [value("ACCESS_TEAM"), value("ACCESS_AUD")].filter((one) => one !== undefined).length;
  return [
    ...(ID.test(lines) ? [] : [`There is no line database_id = "${PLACEHOLDER}" in [[d1_databases]].`]),
    ...missing.map((name) => `The binding ${name} is missing. Take it over from the wrangler.toml of this version.`),
    ...(/^LOCAL\s*=/m.test(lines) ? ["LOCAL is set. Take it out: it is for `npm start` only."] : []),
    ...(/^(SIGNING_KEY|LINK_SECRET)\s*=/m.test(lines)
      ? ["A secret stands in the file, where everybody reads it. Take it out and make a new one (docs/settings.md)."]
      : []),
    ...(both === 1 ? ["ACCESS_TEAM and ACCESS_AUD go together: with one alone nobody comes in by Access."] : []),
    ...(/^\[triggers\]/m.test(lines) ? [] : ["There is no [triggers] with a cron: the hourly work would not run."]),
  ];
}

/**
 * Puts the database's id in the placeholder's place and leaves every other letter as it is.
 * @param {string} root @param {string} id
 */
export function writeDatabaseId(root, id) {
  const file = join(root, "wrangler.toml");
  const text = readFileSync(file, "utf8");
  writeFileSync(
    file,
    text.replace(ID, (_line, start) => `${start}"${id}"`),
  );
}

/** @param {string} root @returns {string[]} names of all migrations, in order */
export function listMigrations(root) {
  return readdirSync(join(root, "migrations"))
    .filter((name) => name.endsWith(".sql"))
    .sort();
}
