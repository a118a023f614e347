import { command } from "./serve/command.mjs";
import { run, UserError } from "./serve/user-error.mjs";

await run(async () => {
  const { reports } = await command("/verify");
  for (const { scenario, revision, entries, headHash, problems } of reports) {
    const found = problems.length === 0 ? "all hashes and projections agree" : `${problems.length} problems`;
    console.log(`${scenario}: revision ${revision}, ${entries} entries, head ${headHash}: ${found}`);
    for (const problem of problems) console.log(`  ${problem}`);
  }
  if (reports.length === 0) console.log("There is no scenario yet.");
  if (reports.some(({ problems }) => problems.length > 0)) throw new UserError("The ledger does not verify.");
});
