import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/serve/settings.mjs";
import { quantile } from "../load.mjs";
import { serveScript } from "../serve-script.mjs";
import { BEFORE, writeEntry } from "./before.mjs";
import { SHAPES } from "./shapes.mjs";

/** The shipped scenario's window when it ends with November 2025. */
const MONTHS = 174;
/** What a request may compute on Workers' free plan. */
const LIMIT_MS = 10;
/** Fresh isolates for each kind of first call. */
const ROUNDS = 7;
/** At most so much of what the earlier commit took. */
const SHARE = { single: 0.5, sweep: 0.2 };

/**
 * How long the verdict of one month-end takes with all its checks, all month-ends in one sweep, and a block of ten with
 * hashes and rows; warm and as the first call of an isolate, beside an earlier commit. Sentences.
 * @param {string} folder
 */
export async function measureVerdict(folder) {
  const [name] = readdirSync(join(root, "scenarios"));
  const file = JSON.parse(readFileSync(join(root, "scenarios", name, "scenario.json"), "utf8"));
  const { entry, compared } = writeEntry(folder);
  const sides = compared ? ["now", "before"] : ["now"];
  const firsts = Object.keys(SHARE).flatMap((kind) => sides.map((side) => `${kind} ${side}`));
  const copies = 1 + ROUNDS * firsts.length;
  const { origins, stop } = await serveScript({ name: "verdict", entry, folder, copies });
  const ask = async (origin, what = {}) => {
    const answer = await fetch(origin, { method: "POST", body: JSON.stringify({ file, months: MONTHS, ...what }) });
    return answer.json();
  };
  try {
    const { n, checks, monthEnds, taken } = await ask(origins[0]);
    if (n !== MONTHS) throw new Error(`The window has ${n} months, not ${MONTHS}`);
    const first = Object.fromEntries(firsts.map((call) => [call, []]));
    for (const [at, origin] of origins.slice(1).entries()) {
      const call = firsts[at % firsts.length];
      first[call].push(await ask(origin, { first: call }));
    }
    for (const list of Object.values(first)) list.sort((a, b) => a - b);
    const shapes = compared ? [await shapesSentence((shape) => ask(origins[0], { shape }))] : [];
    const block = quantile(taken.block, 0.5);
    return [
      `Verdict of one month-end, ${checks} checks, ${n} months: ${both("single", taken, first)}.`,
      `All ${monthEnds} month-ends in one sweep: ${both("sweep", taken, first)}.`,
      `Ten month-ends with the hashes of all inputs and their rows as JSON, warm: ${block.toFixed(1)} ms, ` +
        `${block <= LIMIT_MS ? "within" : "OVER"} the limit of ${LIMIT_MS} ms.`,
      ...shapes,
    ].join("\n");
  } finally {
    await stop();
  }
}

function both(kind, warm, first) {
  return `${medians(kind, warm, "warm")}; ${medians(kind, first, "first call")}`;
}

/** Medians of a kind of call, and their ratio. */
function medians(kind, taken, when) {
  const now = quantile(taken[`${kind} now`], 0.5);
  const list = taken[`${kind} before`];
  if (!list) return `${when} ${now.toFixed(2)} ms`;
  const before = quantile(list, 0.5);
  const ratio = now / before;
  const held = ratio <= SHARE[kind] ? "within" : "OVER";
  return `${when} ${now.toFixed(2)} ms, ${ratio.toFixed(2)} of ${BEFORE}'s ${before.toFixed(2)} ms, ${held} ${SHARE[kind]}`;
}

/** The shape of series that gains least. */
async function shapesSentence(askShape) {
  const found = [];
  for (const [shape] of SHAPES) {
    const taken = await askShape(shape);
    for (const kind of Object.keys(SHARE)) {
      const ratio = quantile(taken[`${kind} now`], 0.5) / quantile(taken[`${kind} before`], 0.5);
      found.push({ shape, kind, ratio });
    }
  }
  const words = Object.keys(SHARE).map((kind) => {
    const [{ shape, ratio }] = found.filter((one) => one.kind === kind).toSorted((a, b) => b.ratio - a.ratio);
    return `${kind} ${ratio.toFixed(2)} (${shape}), ${ratio < 1 ? "none slower" : "SLOWER"}`;
  });
  return `Of ${SHAPES.length} shapes of one series, the one that gains least, in shares of ${BEFORE}'s: ${words.join("; ")}.`;
}
