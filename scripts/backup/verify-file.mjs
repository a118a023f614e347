import { resolve } from "node:path";
import { UserError } from "../serve/user-error.mjs";
import { compare } from "./compare.mjs";
import { contentsOf } from "./words.mjs";

/** So many differences are told. */
const TOLD = 10;

/**
 * Compares an instance with a backup and says how they stand.
 * @param {import("../serve/command.mjs").Ask} ask @param {string} file
 */
export async function verifyFile(ask, file) {
  const found = await compare(ask, resolve(file));
  const { problems } = found;
  console.log(`${file}: whole and unchanged; ${contentsOf(found.file)}`);
  for (const problem of problems.slice(0, TOLD)) console.log(`  ${problem}`);
  if (problems.length > TOLD) console.log(`  ... and ${problems.length - TOLD} more`);
  if (problems.length > 0) throw new UserError("This Signpost does not hold what the backup holds.");
  if (found.same) {
    console.log("File and Signpost are equal: every ledger's head, every entry, every frozen view and every link.");
    return;
  }
  console.log("All that the file holds is here unchanged, and more has been added since:");
  const moved = Object.entries(found.here.heads).flatMap(([slug, [revision]]) => {
    // A scenario's slug may be a word that every object knows, such as "constructor".
    const [then] = Object.hasOwn(found.file.heads, slug) ? found.file.heads[slug] : [0];
    return revision === then ? [] : [`  ${slug}: revision ${then} in the file, ${revision} here`];
  });
  for (const line of moved) console.log(line);
  if (moved.length === 0)
    console.log("  people, links or what was recorded at month-ends; every ledger's head is the same");
}
