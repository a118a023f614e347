// For developers: wrangler's own server, which rebuilds and reloads on every change, on the same local database.
import { spawn } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { result } from "./serve/answer.mjs";
import { startInstance } from "./serve/instance.mjs";
import { takeLock } from "./serve/lock.mjs";
import { freeAddresses } from "./serve/ports.mjs";
import { prepare } from "./serve/prepare.mjs";
import { writeSecretsEnv } from "./serve/secrets.mjs";
import { readSettings, root } from "./serve/settings.mjs";
import { run } from "./serve/user-error.mjs";

await run(async () => {
  const { port, dataDir } = readSettings();
  const lock = await takeLock(dataDir);
  process.once("exit", () => lock.release());
  lock.describe({ port, socket: null });
  await freeAddresses(port);
  await build();
  const instance = await startInstance({ dataDir });
  await prepare(dataDir, instance.control, console.log);
  const { code } = await result(await instance.control("/sign-in-code"));
  await instance.stop();
  // From here on wrangler builds the pages anew: what is in dist no longer belongs to the stamp.
  rmSync(join(root, "dist/.stamp"), { force: true });

  console.log(`Sign in: http://localhost:${port}/sign-in?code=${code}`);
  const secrets = writeSecretsEnv(dataDir);
  process.once("exit", () => rmSync(secrets, { force: true }));
  // Named files take the place of .dev.vars, which is therefore named too: the last one that has a variable decides.
  const files = [secrets, join(root, ".dev.vars")].filter((file) => existsSync(file));
  // Named, for a deployment's own file beside it would come first.
  const args = ["dev", "--config", "wrangler.toml", "--port", String(port), "--persist-to", dataDir];
  args.push("--show-interactive-dev-session=false");
  for (const file of files) args.push("--env-file", file);
  const env = { ...process.env, WRANGLER_SEND_METRICS: "false", WRANGLER_HIDE_BANNER: "true" };
  const wrangler = spawn(process.execPath, [join(root, "node_modules/wrangler/bin/wrangler.js"), ...args], {
    cwd: root,
    env,
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => wrangler.kill(signal));
  wrangler.once("exit", (code) => process.exit(code ?? 0));
});
