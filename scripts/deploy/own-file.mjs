import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../serve/user-error.mjs";

/** What is this version's, what is the deployer's own, and both together: the file that wrangler prefers to the first. */
export const [BASE, OWN, MADE] = ["wrangler.toml", "deploy.toml", "wrangler.jsonc"];
const MARK = "// Made from wrangler.toml and deploy.toml by `npm run deploy`: change those.\n";
const TEMPLATE = new URL("template.toml", import.meta.url);
/** Lists whose entries have a name: one of deploy.toml is laid over the one of the same name. */
const NAMED = { d1_databases: "binding", r2_buckets: "binding", ratelimits: "name" };

/**
 * What the two files say, in wrangler's own reading of TOML.
 * @param {string} root
 * @returns {Promise<{ base: object, own: object | null }>} `own` null where there is no deploy.toml
 */
export async function readFiles(root) {
  // Loading wrangler takes a second or two: only where a deployment is meant.
  const { experimental_readRawConfig: readRaw } = await import("wrangler");
  const read = (name) => {
    try {
      return readRaw({ config: join(root, name) }).rawConfig;
    } catch (error) {
      throw new UserError(`${name} cannot be read, and nothing was changed:\n${error.message}`);
    }
  };
  return { base: read(BASE), own: existsSync(join(root, OWN)) ? read(OWN) : null };
}

/**
 * deploy.toml over wrangler.toml: tables member by member, entries of lists by their name, all else as a whole.
 *
 * @example overlay({ vars: { A: "1" } }, { vars: { B: "2" } }) // { vars: { A: "1", B: "2" } }
 * @param {object} below @param {object} above
 */
export function overlay(below, above) {
  const merged = { ...below };
  for (const [name, value] of Object.entries(above)) {
    merged[name] = Object.hasOwn(NAMED, name)
      ? overlayList(below[name] ?? [], value, NAMED[name])
      : isTable(value) && isTable(below[name])
        ? overlay(below[name], value)
        : value;
  }
  return merged;
}

function overlayList(below, above, key) {
  const list = [...below];
  for (const entry of above) {
    const at = list.findIndex((one) => one[key] === entry[key]);
    if (at === -1) list.push(entry);
    else list[at] = overlay(list[at], entry);
  }
  return list;
}

/** Where a deployment is to be reached, as its routes say. @param {object} config @returns {string[]} */
export function patternsOf({ routes = [], route }) {
  return [...routes, ...(route === undefined ? [] : [route])].map((one) => one.pattern ?? one);
}

const isTable = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Writes what wrangler is to read, so that every `npx wrangler ...` reads it too; without a deploy.toml that is
 * wrangler.toml itself.
 * @param {string} root @param {object | null} merged null where there is no deploy.toml
 */
export function writeMade(root, merged) {
  const file = join(root, MADE);
  if (existsSync(file) && !readFileSync(file, "utf8").startsWith(MARK)) {
    throw new UserError(`${MADE} was not made by \`npm run deploy\`. Move what it says to ${OWN}, and delete it.`);
  }
  if (merged === null) rmSync(file, { force: true });
  else writeFileSync(file, `${MARK}${JSON.stringify(merged, null, 2)}\n`);
}

/**
 * Keeps the database's id in deploy.toml, below whatever stands there; makes the file if there is none.
 * @param {string} root @param {string} id
 */
export function keepDatabaseId(root, id) {
  const file = join(root, OWN);
  const before = readFileSync(existsSync(file) ? file : TEMPLATE, "utf8").trimEnd();
  writeFileSync(file, `${before}\n\n[[d1_databases]]\nbinding = "DB"\ndatabase_id = "${id}"\n`);
}
