import { command } from "./serve/command.mjs";
import { readInstance } from "./serve/lock.mjs";
import { readSettings } from "./serve/settings.mjs";
import { run, UserError } from "./serve/user-error.mjs";

await run(async () => {
  const { code } = await command("/sign-in-code");
  const port = readInstance(readSettings().dataDir)?.port;
  if (!port) throw new UserError("Signpost is not running. `npm start` prints a sign-in link.");
  console.log(`Sign in: http://localhost:${port}/sign-in?code=${code}`);
});
