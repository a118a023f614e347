import { setTimeout as sleep } from "node:timers/promises";
import { build, isBuilt } from "./build.mjs";
import { result } from "./serve/answer.mjs";
import { openControlSocket } from "./serve/control-socket.mjs";
import { startInstance } from "./serve/instance.mjs";
import { onEnd } from "./serve/lifetime.mjs";
import { takeLock } from "./serve/lock.mjs";
import { overwriteRemoved } from "./serve/overwrite.mjs";
import { freeAddresses } from "./serve/ports.mjs";
import { isPrepared, prepare } from "./serve/prepare.mjs";
import { readSettings } from "./serve/settings.mjs";
import { run, UserError } from "./serve/user-error.mjs";

/** The cron's work falls due hourly; nothing but this calls it here. */
const SCHEDULE_MS = 3_600_000;

const say = (line) => console.log(line);

await run(async () => {
  const { port, dataDir, plan } = readSettings();
  // Before Miniflare's own handlers, which would end with an error code; its "exit" handler ends workerd all the same.
  onEnd(() => process.exit(0));
  const lock = await takeLock(dataDir);
  const release = () => lock.release();
  process.once("exit", release);
  lock.describe({ port, socket: null });
  const addresses = await freeAddresses(port);

  if (!isBuilt()) {
    say("Building the pages and the worker ...");
    await build();
  }
  if (!isPrepared(dataDir)) {
    // The public address stays closed until the data is complete.
    // Not under the limits of a plan, for nobody's request pays for it.
    const closed = await startInstance({ dataDir });
    await prepare(dataDir, closed.control, say);
    await closed.stop();
  }

  const { control } = await startInstance({ dataDir, port, addresses, plan });
  // After Miniflare's own listener, which ends workerd, and before another process may have the folder.
  process.off("exit", release);
  process.once("exit", () => overwriteRemoved(dataDir)).once("exit", release);
  await prepare(dataDir, control, say);
  await result(await control("/schedule"));
  setInterval(() => void control("/schedule").catch((error) => console.error(error.message)), SCHEDULE_MS);
  const socket = await openControlSocket(dataDir, control);
  process.once("exit", () => socket.close());
  lock.describe({ port, socket: socket.path });
  await untilHealthy(`http://127.0.0.1:${port}/healthz`);

  say(`Signpost is ready: http://localhost:${port}`);
  if (plan) say("It keeps to the limits of Cloudflare's free plan, as SIGNPOST_PLAN asks.");
  const { code } = await result(await control("/sign-in-code")).catch((error) => {
    if (!(error instanceof UserError)) throw error;
    say(`There is no sign-in link: ${error.message}`);
    return { code: null };
  });
  if (code !== null) {
    say(`Sign in: http://localhost:${port}/sign-in?code=${code}`);
    say("The link works once, within 15 minutes; `npm run sign-in` makes another. Stop with Ctrl-C.");
  }
});

/** @param {string} url */
async function untilHealthy(url) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answer = await fetch(url).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.status === 200) return;
    await sleep(50);
  }
  throw new UserError(`The server was started, but ${url} does not answer 200.`);
}
