import { parseArgs } from "node:util";
import { UserError } from "../serve/user-error.mjs";

export const LOCATIONS = ["weur", "eeur", "apac", "oc", "wnam", "enam"];
export const JURISDICTIONS = ["eu", "fedramp", "us"];
const USAGE =
  "Usage: npm run deploy                    says what it would do, asks, and does it\n" +
  "       npm run deploy -- --dry-run       changes nothing and needs no account\n" +
  "       npm run deploy -- --yes           for scripts: asks nothing\n" +
  `  The first time, where the database is to be, which cannot be changed later:\n` +
  `       --jurisdiction ${JURISDICTIONS.join("|")}     it stays there, by law\n` +
  `       --location ${LOCATIONS.join("|")}    it begins there, as a wish`;

/**
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env] of npm, which keeps a `--dry-run` before `--` for itself and says so here
 * @returns {{ dryRun: boolean, yes: boolean, place: string[] | null }} place: what `wrangler d1 create` is given; null
 *   where it is not said
 */
export function readDeployArgs(args, env = process.env) {
  let values;
  try {
    const flag = { type: "boolean", default: false };
    const text = { type: "string" };
    ({ values } = parseArgs({ args, options: { "dry-run": flag, yes: flag, location: text, jurisdiction: text } }));
  } catch (error) {
    throw new UserError(`${error.message}\n${USAGE}`);
  }
  const { "dry-run": dryRun, yes, location, jurisdiction } = values;
  if (location !== undefined && jurisdiction !== undefined) {
    throw new UserError(`Give a jurisdiction or a location, not both: D1 would ignore the location.\n${USAGE}`);
  }
  const said = jurisdiction ?? location;
  return {
    dryRun: dryRun || env.npm_config_dry_run === "true",
    yes,
    place: said === undefined ? null : placeOf(said, jurisdiction === undefined ? LOCATIONS : JURISDICTIONS),
  };
}

/**
 * A place as `wrangler d1 create` is given it.
 * @param {string} said @param {string[]} allowed
 * @returns {string[]}
 */
export function placeOf(said, allowed = [...JURISDICTIONS, ...LOCATIONS]) {
  const word = said.trim().toLowerCase();
  if (!allowed.includes(word)) throw new UserError(`"${said}" is no place of D1. Give one of ${allowed.join(", ")}.`);
  return [JURISDICTIONS.includes(word) ? "--jurisdiction" : "--location", word];
}
