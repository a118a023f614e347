import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import Ajv from "ajv";
import { BASE, OWN, patternsOf } from "./own-file.mjs";

/** What wrangler.toml has before there is a database. */
export const PLACEHOLDER = "00000000-0000-4000-8000-000000000000";
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const COUNT = /^\d+$/;
/** What stands in `[vars]`, with the form of its value and what to write (docs/settings.md). */
export const VARS = {
  PUBLISHER: [/\S/, "a name"],
  CONTACT: [/^(https:\/\/|[^@\s]+@[^@\s]+$)/, "an e-mail address or an https address"],
  ACCESS_TEAM: [/^[a-z0-9][a-z0-9-]*$/, "the team's name alone, `desk` of desk.cloudflareaccess.com"],
  ACCESS_AUD: [/^[0-9a-f]{64}$/, "the AUD tag of the Access application, 64 hex digits"],
  ACCESS_ROLE: [/^(viewer|analyst)$/, '"viewer" or "analyst"'],
  VERDICT_MONTHS: [COUNT, "a whole number in quotes"],
  BACKUP_PAGES: [COUNT, "a whole number in quotes"],
  REQUEST_LOG: [/^[01]$/, '"1" or "0"'],
};
const SECRETS = ["SIGNING_KEY", "LINK_SECRET"];
/** What `npm start` alone gives a worker. */
export const OF_START = ["LOCAL", "CLOCK_AHEAD", "PLAN"];

/** Wrangler's own description of its file; wrangler itself only warns of what it does not know, and goes on. */
let wranglers = null;
function described() {
  if (wranglers !== null) return wranglers;
  const folder = dirname(createRequire(import.meta.url).resolve("wrangler/package.json"));
  const schema = JSON.parse(readFileSync(join(folder, "config-schema.json"), "utf8"));
  const check = new Ajv({ strict: false, allErrors: true, logger: false }).compile(schema);
  const errorsIn = (config) => (check(config) ? [] : check.errors);
  wranglers = { top: schema.definitions.RawConfig.properties, errorsIn };
  return wranglers;
}

/**
 * What must not be uploaded as it is, in sentences.
 * @param {object} base of wrangler.toml @param {object | null} own of deploy.toml @param {object} merged both
 * @returns {string[]}
 */
export function problemsOf(base, own, merged) {
  const { top, errorsIn } = described();
  // What one file lacks the other may have.
  const isLack = ({ keyword }) => keyword === "required";
  const files = [[BASE, base], ...(own === null ? [] : [[OWN, own]])];
  return [
    ...files.flatMap(([name, config]) => {
      const unknown = errorsIn(config).filter((error) => !isLack(error));
      const problems = [...unknown.map((error) => formProblem(error, top)), ...varProblems(config.vars ?? {}, top)];
      return problems.map((problem) => `${name}: ${problem}`);
    }),
    ...errorsIn(merged)
      .filter(isLack)
      .map((error) => formProblem(error, top)),
    ...idProblems(merged, own),
    ...lackProblems(merged),
  ];
}

/** The line with the commonest fault: one that belongs above every table, put at the foot of the file. */
const misplaced = (name, table) =>
  `${name} stands in [${table}], where it says nothing: in TOML a line belongs to the table above it. Move it above the first [table].`;

function formProblem({ keyword, instancePath, params, message }, top) {
  const where = instancePath.slice(1).replaceAll("/", ".");
  if (keyword !== "additionalProperties") return `${where || "the file"} ${message}.`;
  const name = params.additionalProperty;
  if (where !== "" && Object.hasOwn(top, name)) return misplaced(name, where.replace(/\.\d+$/, ""));
  return `${where === "" ? "" : `[${where}] `}${name} is nothing that wrangler knows. Is it a typing error?`;
}

function varProblems(vars, top) {
  return Object.entries(vars).flatMap(([name, value]) => {
    if (OF_START.includes(name)) return [`${name} is set. Take it out: it is for \`npm start\` only.`];
    if (SECRETS.includes(name))
      return ["A secret stands in the file. Take it out and make a new one (docs/settings.md)."];
    if (Object.hasOwn(top, name)) return [misplaced(name, "vars")];
    if (!Object.hasOwn(VARS, name)) return [`[vars] ${name} is no setting of Signpost (docs/settings.md).`];
    const [form, words] = VARS[name];
    return typeof value === "string" && form.test(value) ? [] : [`[vars] ${name} has to be ${words}.`];
  });
}

function idProblems(merged, own) {
  const placeholders = (own?.d1_databases ?? []).filter(({ database_id: id }) => id === PLACEHOLDER);
  const id = merged.d1_databases?.find(({ binding }) => binding === "DB")?.database_id;
  return [
    ...(placeholders.length > 0 || (id !== undefined && !UUID.test(id))
      ? [
          `The database_id of DB is a placeholder or no id. Take the line out of ${OWN}: the database is found by its name.`,
        ]
      : []),
    ...patternsOf(merged)
      .filter((host) => /(^|\.)example(\.\w+)?(\/|$)/.test(host))
      .map((host) => `${host} is the docs' example. Write a domain of yours.`),
  ];
}

function lackProblems({ vars = {}, assets, triggers, d1_databases = [], ratelimits = [] }) {
  const bound = [...d1_databases.map(({ binding }) => binding), assets?.binding, ...ratelimits.map(({ name }) => name)];
  const missing = ["DB", "ASSETS", "ATTEMPTS", "MAKING"].filter((name) => !bound.includes(name));
  const [team, audience] = [vars.ACCESS_TEAM !== undefined, vars.ACCESS_AUD !== undefined];
  const [has, lacks] = team ? ["ACCESS_TEAM", "ACCESS_AUD"] : ["ACCESS_AUD", "ACCESS_TEAM"];
  return [
    ...missing.map((name) => `The binding ${name} is missing. Take it over from the ${BASE} of this version.`),
    ...(team === audience
      ? []
      : [
          `Access is half set: ${has} and ${lacks} go together, and ${lacks} is missing. With one alone nobody comes in by Access.`,
        ]),
    ...(vars.ACCESS_ROLE !== undefined && !team && !audience
      ? ["ACCESS_ROLE says nothing without ACCESS_TEAM and ACCESS_AUD."]
      : []),
    ...(triggers?.crons?.length > 0 ? [] : ["There is no [triggers] with a cron: the hourly work would not run."]),
  ];
}
