import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/serve/settings.mjs";
import { quantile } from "../load.mjs";
import { serveScript } from "../serve-script.mjs";

/** The shipped scenario's window when it ends with November 2025. */
const MONTHS = 174;
/** What a request may compute on Workers' free plan. */
const LIMIT_MS = 10;

/**
 * How long the verdict of one month-end takes with all its checks, and all month-ends in one sweep; a sentence.
 * @param {string} folder
 */
export async function measureVerdict(folder) {
  const [name] = readdirSync(join(root, "scenarios"));
  const file = JSON.parse(readFileSync(join(root, "scenarios", name, "scenario.json"), "utf8"));
  const { origin, stop } = await serveScript({ name: "verdict", entry: "bench/verdict/worker.mjs", folder });
  try {
    const answer = await fetch(origin, { method: "POST", body: JSON.stringify({ file, months: MONTHS }) });
    const { n, checks, single, sweep, monthEnds } = await answer.json();
    if (n !== MONTHS) throw new Error(`The window has ${n} months, not ${MONTHS}`);
    const one = quantile(single, 0.5);
    const held = one <= LIMIT_MS ? "within" : "OVER";
    return (
      `Verdict of one month-end, ${checks} checks, ${n} months: median ${one.toFixed(2)} ms, ${held} the limit of ` +
      `${LIMIT_MS} ms; all ${monthEnds} month-ends in one sweep: ${quantile(sweep, 0.5).toFixed(1)} ms.`
    );
  } finally {
    await stop();
  }
}
