import { command } from "./serve/command.mjs";
import { run, UserError } from "./serve/user-error.mjs";

/** @param {string} start @param {string} allWell @param {string[]} problems */
function tell(start, allWell, problems) {
  const found = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  console.log(`${start}: ${problems.length === 0 ? allWell : found}`);
  for (const problem of problems) console.log(`  ${problem}`);
}

/** @param {number} count @param {string} thing */
function counted(count, thing) {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

await run(async () => {
  const { reports, frozen } = await command("/verify");
  for (const { scenario, revision, entries, headHash, problems } of reports) {
    const start = `${scenario}: revision ${revision}, ${entries} entries, head ${headHash}`;
    tell(start, "all hashes and projections agree", problems);
  }
  if (reports.length === 0) console.log("There is no scenario yet.");
  const waiting = frozen.unsigned > 0 ? `, ${frozen.unsigned} not signed yet` : "";
  const start = `Links: ${counted(frozen.links, "link")}, ${counted(frozen.views, "frozen view")}${waiting}`;
  tell(start, "all hashes and signatures agree", frozen.problems);
  if (reports.some(({ problems }) => problems.length > 0)) throw new UserError("The ledger does not verify.");
  if (frozen.problems.length > 0) throw new UserError("What links show does not verify.");
});
