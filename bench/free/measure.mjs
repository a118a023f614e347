import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/serve/settings.mjs";
import { cpuMs, withPid } from "../cpu.mjs";
import { prepareProduct } from "../product.mjs";
import { serveScript } from "../serve-script.mjs";

/** What a request may compute on Workers' free plan, and the month-ends of a block there. */
const LIMIT_MS = 10;
const MONTHS = 10;
/** So many that every month has every indicator; more change no number of rows. */
const EVENTS = 5_000;
const TODAY = "2025-12-01";
const WARM_UP = 40;
const CALLS = 100;

/**
 * The CPU of a request of the free plan, warm and without the database: of a block of month-ends with all that goes with it,
 * and of a view drawn anew. A sentence.
 * @param {string} folder
 */
export async function measureFree(folder) {
  const dataDir = join(folder, "free");
  const { slug } = await prepareProduct({ dataDir, count: EVENTS, scratch: folder });
  const { config } = JSON.parse(readFileSync(join(root, "dist/serve.json"), "utf8"));
  const env = Object.fromEntries(Object.entries(config.env).filter(([, { type }]) => type === "d1"));
  const served = { name: "free", entry: "bench/free/worker.mjs", folder, env, storage: join(dataDir, "v3") };
  const { origin, stop, pid } = await withPid(() => serveScript(served));
  const ask = async (work, calls) => {
    const body = { work, calls, slug, today: TODAY, now: Date.parse(TODAY), months: MONTHS };
    const answer = await fetch(origin, { method: "POST", body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
  };
  const cpuOf = async (work) => {
    await ask(work, WARM_UP);
    const before = cpuMs(pid);
    await ask(work, CALLS);
    return (cpuMs(pid) - before) / CALLS;
  };
  try {
    const block = await cpuOf("block");
    const held = block <= LIMIT_MS ? "within" : "OVER";
    return (
      `CPU of a request that goes on with verdicts, ${MONTHS} month-ends, warm, without the database: ${block.toFixed(1)} ms, ` +
      `${held} the limit of ${LIMIT_MS} ms; of a view drawn anew: ${(await cpuOf("view")).toFixed(1)} ms.`
    );
  } finally {
    await stop();
  }
}
