import { resolve } from "node:path";
import { UserError } from "../serve/user-error.mjs";
import { compare } from "./compare.mjs";
import { checkFile } from "./lines.mjs";
import { sayMac } from "./mac.mjs";
import { contentsOf } from "./words.mjs";

/** So many differences are told. */
const TOLD = 10;

/** @param {string[]} lines */
function tell(lines) {
  for (const line of lines.slice(0, TOLD)) console.log(`  ${line}`);
  if (lines.length > TOLD) console.log(`  ... and ${lines.length - TOLD} more`);
}

/**
 * Compares an instance with a backup and says how they stand.
 * @param {import("../serve/command.mjs").Ask} ask @param {string} file
 */
export async function verifyFile(ask, file) {
  const { header, end } = await checkFile(resolve(file));
  console.log(`${file}: whole, and every sum fits; ${contentsOf(header)}`);
  const isTrue = await sayMac(ask, end, file);
  const found = await compare(ask, resolve(file));
  tell(found.problems);
  if (found.problems.length > 0) throw new UserError("This Signpost does not hold what the backup holds.");
  if (found.changed.length > 0) {
    console.log(`Changed since, by people${isTrue ? "" : ", or in the file"}:`);
    tell(found.changed);
    if (!isTrue) throw new UserError("Which of the two is right cannot be told without the file's MAC.");
  }
  const rest = found.changed.length > 0 ? "All else" : "All";
  if (!found.more && found.changed.length > 0) return console.log("All else is equal, in every field of every row.");
  if (!found.more)
    return console.log("File and Signpost are equal: every field of every row, and every ledger's head.");
  console.log(`${rest} that the file holds is here unchanged, and more has been added since:`);
  for (const line of addedSince(found)) console.log(line);
}

/** @param {import("./compare.mjs").Comparison} found */
function addedSince({ file, here }) {
  const moved = Object.entries(here.heads).flatMap(([slug, [revision]]) => {
    // A scenario's slug may be a word that every object knows, such as "constructor".
    const [then] = Object.hasOwn(file.heads, slug) ? file.heads[slug] : [0];
    return revision === then ? [] : [`  ${slug}: revision ${then} in the file, ${revision} here`];
  });
  if (moved.length > 0) return moved;
  return ["  people, links, their openings or what was recorded at month-ends; every ledger's head is the same"];
}
