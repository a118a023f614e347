import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { TABLES } from "./rules.mjs";

/** @typedef {import("./rules.mjs").Row} Row */

/**
 * What is kept of all rows of a backup or an instance, so that two fit into memory: check sums of what must be the same, and
 * what the rules are about.
 * @typedef {object} Marks
 * @property {any} header
 * @property {Map<string, Map<string, Row>>} rows by table and key
 * @property {Map<string, string>} earlier a hash that a view had before texts were removed, and the one that it has
 * @property {Set<string>} removed texts that a redaction names
 * @property {Set<string>} corrected records of month-ends that were put right since
 */

/** @returns {Marks} */
export function noMarks() {
  const rows = new Map(Object.keys(TABLES).map((table) => [table, new Map()]));
  return { header: undefined, rows, earlier: new Map(), removed: new Set(), corrected: new Set() };
}

/**
 * Adds a line. `fields` are those that are compared, by table: a file of a version before has not all that there are now.
 * @param {Marks} marks @param {any} content of the line @param {Map<string, string[]>} fields
 */
export function addMarks(marks, { header, table, row }, fields) {
  marks.header ??= header;
  if (TABLES[table] === undefined) return;
  const key = TABLES[table].key.map((field) => row[field]).join(" ");
  marks.rows.get(table).set(key, markOf(table, row, fields.get(table) ?? []));
  if (table === "views") for (const hash of JSON.parse(row.earlierHashes)) marks.earlier.set(hash, row.hash);
  if (table === "entries") addEntry(marks, row);
}

function addEntry({ removed, corrected }, { scenario, kind, subject, payload }) {
  if (kind !== "redaction" && kind !== "said") return;
  const { facts } = JSON.parse(payload);
  if (kind === "said") corrected.add(saidWords({ ...facts.before, scenario, month: facts.month }));
  else for (const field of facts.fields ?? []) removed.add(`${scenario} ${subject} ${field}`);
}

function saidWords({ scenario, month, published, revision, index }) {
  return `${scenario} ${month} ${published} ${revision} ${index}`;
}

/** @param {string} table @param {Row} row @param {string[]} fields @returns {Row} */
function markOf(table, row, fields) {
  const { rules, label } = TABLES[table];
  const isApart = (field) => rules[field] !== undefined || (table === "entries" && field === "texts");
  const fixed = fields.filter((field) => !isApart(field)).map((field) => [field, plain(table, field, row[field])]);
  const mark = { fixed: digest(JSON.stringify(fixed)) };
  for (const field of fields) if (rules[field] !== undefined) mark[field] = short(row[field]);
  if (label !== undefined) mark.label = String(row[label]).slice(0, 60);
  if (table === "said_months") mark.said = saidWords(row);
  if (table === "entries") mark.texts = textsOf(row);
  return mark;
}

/** Rebuilding writes a registration's members in another order. */
function plain(table, field, value) {
  return table === "scenarios" && field === "registration" ? canonicalize(JSON.parse(value)) : value;
}

/** @param {Row} row @returns {[string, string | null][]} what a redaction would name, and a check sum; null where it is gone */
function textsOf({ scenario, kind, subject, texts }) {
  return Object.entries(JSON.parse(texts ?? "{}")).map(([field, pair]) => [
    `${scenario} ${kind}:${subject} ${field}`,
    pair === null ? null : digest(JSON.stringify(pair)),
  ]);
}

function short(value) {
  return typeof value === "string" && value.length > 64 ? digest(value) : value;
}

/** @param {string} text */
function digest(text) {
  return createHash("sha256").update(text).digest("base64url");
}
