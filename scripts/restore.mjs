import { resolve } from "node:path";
import { readFileArgs, withSignpost } from "./backup/args.mjs";
import { checkFile } from "./backup/lines.mjs";
import { sayMac } from "./backup/mac.mjs";
import { takeIn } from "./backup/take-in.mjs";
import { contentsOf, headLines } from "./backup/words.mjs";
import { run, UserError } from "./serve/user-error.mjs";

const USAGE =
  "Usage: SIGNPOST_DATA=NEW-FOLDER npm run restore -- FILE                into a new data folder on this machine\n" +
  "       SIGNPOST_KEY=sp_... npm run restore -- FILE --url https://...   into the empty deployed one at this address";

await run(async () => {
  const { file, url } = readFileArgs(process.argv.slice(2), USAGE);
  if (file === null) throw new UserError(`Which backup? Give its file.\n${USAGE}`);
  const { lines, header, from, done } = await withSignpost(url, async (ask) => {
    const checked = await checkFile(resolve(file));
    await sayMac(ask, checked.end, file);
    return takeIn(ask, resolve(file), checked);
  });
  if (done) console.log(`All ${lines} lines of ${file} were restored here before. Nothing was changed.`);
  else if (from > 2) console.log(`Went on at line ${from}, where the restore of ${file} had stopped.`);
  console.log(`Restored: ${contentsOf(header)}.`);
  for (const line of headLines(header)) console.log(line);
  console.log(`Prove it: npm run verify -- ${file}${url === null ? "" : ` --url ${url}`}`);
});
