import { resolve } from "node:path";
import { readFileArgs, withSignpost } from "./backup/args.mjs";
import { makeBackup } from "./backup/make.mjs";
import { contentsOf, headLines, sizeOf } from "./backup/words.mjs";
import { run, UserError } from "./serve/user-error.mjs";

const USAGE =
  "Usage: npm run backup -- FILE                      the Signpost on this machine\n" +
  "       SIGNPOST_KEY=sp_... npm run backup -- FILE --url https://...   the deployed one at this address";

await run(async () => {
  const { file, url } = readFileArgs(process.argv.slice(2), USAGE);
  if (file === null) throw new UserError(`Where is the backup to go? Give a file.\n${USAGE}`);
  const { lines, bytes, header } = await withSignpost(url, (ask) => makeBackup(ask, resolve(file)));
  console.log(`${file}: ${lines} lines, ${sizeOf(bytes)}: ${contentsOf(header)}.`);
  for (const line of headLines(header)) console.log(line);
  console.log("It holds every text and who is who: keep it where only you can read it, away from this machine.");
});
