import { checkedLines } from "./lines.mjs";
import { pagesOf } from "./make.mjs";
import { addMarks, noMarks } from "./marks.mjs";
import { standingOf, TABLES } from "./rules.mjs";

/**
 * What a comparison found: `problems`, which no use of Signpost brings about; what people `changed`, here or in the file; the
 * `added` rows by table; whether there is `more` here, if only that a link was opened.
 * @typedef {{ file: any, here: any, problems: string[], changed: string[], added: Record<string, number>, more: boolean }} Comparison
 */

/**
 * Whether an instance holds all that a backup holds: every row of every table, and every field but for what may rightly
 * differ, by `rules.mjs`.
 * @param {import("../serve/command.mjs").Ask} ask @param {string} file
 * @returns {Promise<Comparison>}
 */
export async function compare(ask, file) {
  const [theirs, ours] = [noMarks(), noMarks()];
  const fields = new Map();
  for await (const { content } of checkedLines(file)) {
    if (content.row && !fields.has(content.table)) fields.set(content.table, Object.keys(content.row).toSorted());
    addMarks(theirs, content, fields);
  }
  for await (const page of pagesOf(ask, true)) for (const line of page) addMarks(ours, JSON.parse(line), fields);
  const [problems, changed, added] = [[], [], {}];
  let more = JSON.stringify(theirs.header.heads) !== JSON.stringify(ours.header.heads);
  for (const [table, rows] of theirs.rows) {
    for (const [key, row] of rows) {
      const found = compareRow(table, key, row, ours);
      if (found.problem !== undefined) problems.push(`The ${TABLES[table].word} ${key} ${found.problem}.`);
      if (found.told.length > 0) changed.push(`The ${TABLES[table].word} "${row.label}": ${found.told.join(", ")}`);
      more ||= found.more;
    }
    const extra = [...ours.rows.get(table).keys()].filter((key) => !rows.has(key)).length;
    if (extra > 0) added[table] = extra;
  }
  more ||= Object.keys(added).length > 0;
  return { file: theirs.header, here: ours.header, problems, changed, added, more };
}

/** @returns {{ problem?: string, told: string[], more: boolean }} */
function compareRow(table, key, row, { rows, earlier, removed, corrected }) {
  const since = { told: [], more: true };
  const other = (problem) => ({ ...since, problem });
  const here = rows.get(table).get(key);
  // A view from which texts were removed is another, with other files, and names the hash that it had.
  const heir = earlier.get(key.split(" ")[0]);
  if (here === undefined && heir !== undefined && table.startsWith("view")) {
    if (table !== "views") return since;
    const place = ["scenario", "revision", "asOf"].every((field) => rows.get(table).get(heir)[field] === row[field]);
    return place ? since : other("is of another scenario, revision or day here");
  }
  if (here?.said !== row.said || (row.said && here.fixed !== row.fixed)) {
    // As the ledger says that it was, before it was put right.
    return corrected.has(row.said) ? since : other("of the file is not here, or is another here");
  }
  if (here === undefined) return other("of the file is not here");
  if (here.fixed !== row.fixed) return other("is another here than in the file");
  const gone = lostText(row.texts ?? [], new Map(here.texts), removed);
  if (gone === "other") return other("has other texts here than in the file, or texts are gone without a redaction");
  return compareFields(table, row, here, { earlier, isRedacted: gone === "removed" });
}

function compareFields(table, row, here, { earlier, isRedacted }) {
  const { rules, words } = TABLES[table];
  const fields = Object.keys(rules).filter((field) => field in row);
  const found = fields.map((field) => [field, standingOf(rules[field], field, row, here, earlier)]);
  const told = found.filter(([, standing]) => standing === "told").map(([field]) => words[field]);
  if (found.some(([, standing]) => standing === "other")) {
    return { told, more: true, problem: "is another here than in the file" };
  }
  return { told, more: isRedacted || found.some(([, standing]) => standing === "grown") };
}

/** @returns {"same" | "removed" | "other"} */
function lostText(texts, here, removed) {
  const lost = texts.filter(([name, sum]) => here.get(name) !== sum);
  if (lost.length === 0 && texts.length === here.size) return "same";
  const isRight = ([name]) => here.get(name) === null && removed.has(name);
  return texts.length === here.size && lost.every(isRight) ? "removed" : "other";
}
