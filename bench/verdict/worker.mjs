/** Times the verdict alone where it will run, in workerd, beside that of an earlier commit. */
import { parseScenarioFile } from "../../worker/contract/registration";
import { windowStart } from "../../worker/core/coverage";
import { effectiveScore10, weight100 } from "../../worker/core/grading";
import { addMonths, lastDayOf } from "../../worker/core/months";
import { cellsOf } from "../../worker/core/rollup";
import { monthVerdict, monthVerdicts } from "../../worker/core/verdict";
import { verdictInputs } from "../../worker/core/verdict-inputs";
import { inputHashes } from "../../worker/store/verdict-hashes";
import { packVerdict } from "../../worker/store/verdict-json";
import { choicesOf, eventContent } from "../seed/events.mjs";
import { seriesOf, SHAPES } from "./shapes.mjs";
import { inTurn, spent } from "./turns.mjs";

/** Enough that every month has every indicator; more change no number of rows or checks. */
const EVENTS = 5_000;
/** Month-ends of a block. */
const BLOCK = 10;

/**
 * @typedef {Pick<typeof import("../../worker/core/verdict"), "monthVerdict" | "monthVerdicts">
 *   & Pick<typeof import("../../worker/core/trend"), "trendOf" | "trendsOfBeginnings">} Verdicts
 */

/**
 * A worker that answers `{ file, months, first, shape }`. With `first`, that one call is all that its isolate ever does; with
 * `shape`, it tests one series of that shape.
 * @param {{ now: Verdicts, before?: Verdicts }} sides
 */
export function verdictWorker(sides) {
  return {
    async fetch(request) {
      const { file, months, first, shape } = await request.json();
      if (shape) return Response.json(await inTurn(shapeCalls(sides, shape, months)));
      const { scenario } = parseScenarioFile(file);
      const inputs = inputsOf(scenario.registration, months);
      const calls = callsOf(sides, inputs);
      if (first) return Response.json(await spent(calls.find(({ name }) => name === first).call, 1));
      const { n, variants } = monthVerdict(inputs);
      const taken = await inTurn(calls);
      return Response.json({ n, checks: variants.length, monthEnds: monthVerdicts(inputs).length, taken });
    },
  };
}

function callsOf({ now, before }, inputs) {
  const sides = Object.entries(before ? { now, before } : { now });
  return [
    ...sides.map(([side, verdicts]) => ({
      name: `single ${side}`,
      times: 4,
      call: () => verdicts.monthVerdict(inputs),
    })),
    ...sides.map(([side, verdicts]) => ({
      name: `sweep ${side}`,
      times: 1,
      call: () => verdicts.monthVerdicts(inputs),
    })),
    { name: "block", times: 2, call: () => blockOf(inputs) },
  ];
}

/** One series, tested once and for all months, in the room that checks share. */
function shapeCalls({ now, before }, shape, length) {
  const { months, y } = seriesOf(SHAPES.find(([name]) => name === shape)[1], length);
  const sides = Object.entries(before ? { now, before } : { now });
  return sides.flatMap(([side, { trendOf, trendsOfBeginnings, TrendRoom }]) => {
    const room = TrendRoom && new TrendRoom(length);
    return [
      { name: `single ${side}`, times: 40, call: () => trendOf(months, y, room?.slopes) },
      { name: `sweep ${side}`, times: 5, call: () => trendsOfBeginnings(months, y, 0, room) },
    ];
  });
}

/** What a catch-up of ten month-ends computes: the hashes of all inputs, the newest verdicts, and the JSON of their rows. */
async function blockOf(inputs) {
  const hashes = await inputHashes(inputs);
  const verdicts = monthVerdicts(inputs, inputs.months.at(-BLOCK).month);
  return JSON.stringify(verdicts.map((verdict) => [hashes.get(verdict.windowTo), packVerdict(verdict)])).length;
}

/** Counted events up to the end of a window of `months`, as the product would have them from its rollup. */
function inputsOf(registration, months) {
  const completeTo = addMonths(windowStart(registration), months - 1);
  const choices = choicesOf(registration);
  const events = Array.from({ length: EVENTS }, (_, number) => eventContent(choices, number));
  const logged = events.filter(({ date }) => date <= lastDayOf(completeTo));
  const byKey = new Map(registration.indicators.map((indicator) => [indicator.key, indicator]));
  const counted = logged
    .filter(({ state }) => state === null)
    .map(({ indicator, date, code, score10, sourceReliability, infoCredibility }) => ({
      indicator,
      date,
      effective10: effectiveScore10(byKey.get(indicator), code, score10),
      weight100: weight100(registration, sourceReliability, infoCredibility),
    }));
  const states = logged.filter(({ state }) => state !== null).map((event, order) => ({ ...event, order }));
  return verdictInputs({ registration, completeTo, cells: cellsOf(counted), states, attestations: [] });
}
