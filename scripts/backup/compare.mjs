import { createHash } from "node:crypto";
import { pagesOf } from "./make.mjs";
import { checkedLines } from "./lines.mjs";

/** What stands for a row of each table, and what must be the same of it. Texts may be removed and links changed since. */
const MARKS = {
  commits: (row) => [`${row.scenario} ${row.revision}`, row.hash],
  entries: (row) => [`${row.scenario} ${row.revision} ${row.ordinal}`, row.hash],
  views: (row) => [row.hash, ""],
  view_files: (row) => [`${row.viewHash} ${row.part}`, digest(row.body)],
  snapshots: (row) => [row.id, `${row.createdAt}`],
  said_months: (row) => [`${row.scenario} ${row.month}`, `${row.published} ${row.revision} ${row.index}`],
  signing_keys: (row) => [row.id, row.publicKey],
  analysts: (row) => [row.id, ""],
};
const WORDS = {
  commits: "commit",
  entries: "ledger entry",
  views: "frozen view",
  view_files: "part of a frozen view's events.csv",
  snapshots: "link",
  said_months: "recorded month-end",
  signing_keys: "public key",
  analysts: "person",
};

/**
 * Whether an instance holds all that a backup holds, by the hashes of every commit, entry and frozen view. A record of a
 * month-end that was put right since is the same as the one that the ledger says it was.
 * @param {import("../serve/command.mjs").Ask} ask @param {string} file
 * @returns {Promise<{ file: any, here: any, same: boolean, problems: string[] }>} the two headers; whether the heads of all
 * ledgers and the number of rows are the same
 */
export async function compare(ask, file) {
  const [theirs, ours] = [emptySum(), emptySum()];
  for await (const { content } of checkedLines(file)) add(theirs, content);
  for await (const page of pagesOf(ask, true)) for (const line of page) add(ours, JSON.parse(line));
  const problems = [];
  for (const [table, marks] of theirs.marks) {
    for (const [key, mark] of marks) {
      if (isThere(ours, table, key, mark)) continue;
      problems.push(`The ${WORDS[table]} ${key.slice(0, 60)} of the file is not here, or is another here.`);
    }
  }
  const facts = ({ header }) => JSON.stringify([header.heads, header.counts]);
  return { file: theirs.header, here: ours.header, same: facts(theirs) === facts(ours), problems };
}

function emptySum() {
  return {
    header: undefined,
    marks: new Map(Object.keys(MARKS).map((table) => [table, new Map()])),
    earlier: new Set(),
    corrected: new Set(),
  };
}

function add(sum, { header, table, row }) {
  sum.header ??= header;
  if (MARKS[table] === undefined) return;
  const [key, mark] = MARKS[table](row);
  sum.marks.get(table).set(key, mark);
  if (table === "entries" && row.kind === "said") {
    const { month, before } = JSON.parse(row.payload).facts;
    const [of, was] = MARKS.said_months({ ...before, scenario: row.scenario, month });
    sum.corrected.add(`${of} ${was}`);
  }
  if (table === "views") for (const hash of JSON.parse(row.earlierHashes)) sum.earlier.add(hash);
}

/** A view from which texts were removed since has another hash, and names the one that it had. */
function isThere({ marks, earlier, corrected }, table, key, mark) {
  if (table === "said_months" && corrected.has(`${key} ${mark}`)) return true;
  if ((table === "views" || table === "view_files") && earlier.has(key.split(" ")[0])) return true;
  return marks.get(table).get(key) === mark;
}

/** @param {string} text */
function digest(text) {
  return createHash("sha256").update(text).digest("hex");
}
