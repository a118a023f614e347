import { readFileArgs, withSignpost } from "./backup/args.mjs";
import { verifyFile } from "./backup/verify-file.mjs";
import { counted } from "./backup/words.mjs";
import { run, UserError } from "./serve/user-error.mjs";

/** @param {string} start @param {string} allWell @param {string[]} problems */
function tell(start, allWell, problems) {
  const found = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  console.log(`${start}: ${problems.length === 0 ? allWell : found}`);
  for (const problem of problems) console.log(`  ${problem}`);
}

const USAGE =
  "Usage: npm run verify                                   the Signpost on this machine\n" +
  "       npm run verify -- FILE                           that, and whether it holds all that a backup holds\n" +
  "       SIGNPOST_KEY=sp_... npm run verify -- FILE --url https://...   the same of the deployed one at this address";

/** @param {import("./serve/command.mjs").Ask} ask */
async function verifyHere(ask) {
  const { reports, frozen, unfinished } = await ask("/verify");
  if (unfinished !== null) {
    throw new UserError(
      `A restore is not finished here: of the backup, line ${unfinished} is needed next. Nothing is wrong with what is in; ` +
        "go on with the same file: npm run restore -- FILE",
    );
  }
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
}

await run(async () => {
  const { file, url } = readFileArgs(process.argv.slice(2), USAGE);
  if (file === null && url !== null) throw new UserError(`What is to be compared with it? Give a backup.\n${USAGE}`);
  await withSignpost(url, async (ask) => {
    if (url === null) await verifyHere(ask);
    if (file !== null) await verifyFile(ask, file);
  });
});
