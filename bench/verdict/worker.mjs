/**
 * Times the verdict alone where it will run, in workerd, warm. Its clock moves within a request on one's own machine
 * only, and by whole milliseconds: hence several calls a turn.
 */
import { parseScenarioFile } from "../../worker/contract/registration";
import { windowStart } from "../../worker/core/coverage";
import { effectiveScore10, weight100 } from "../../worker/core/grading";
import { addMonths, lastDayOf } from "../../worker/core/months";
import { cellsOf } from "../../worker/core/rollup";
import { monthVerdict, monthVerdicts } from "../../worker/core/verdict";
import { verdictInputs } from "../../worker/core/verdict-inputs";
import { choicesOf, eventContent } from "../seed/events.mjs";

/** Enough that every month has every indicator; more change no number of rows or checks. */
const EVENTS = 5_000;

export default {
  async fetch(request) {
    const { file, months } = await request.json();
    const { scenario } = parseScenarioFile(file);
    const inputs = inputsOf(scenario.registration, months);
    const { n, variants } = monthVerdict(inputs);
    const single = timed(() => monthVerdict(inputs), { turns: 40, calls: 10 });
    const sweep = timed(() => monthVerdicts(inputs), { turns: 15, calls: 1 });
    return Response.json({ n, checks: variants.length, single, sweep, monthEnds: monthVerdicts(inputs).length });
  },
};

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

/** Milliseconds a call, one number a turn, sorted; the first turns only warm up. */
function timed(call, { turns, calls }) {
  const taken = [];
  for (let turn = 0; turn < turns + 5; turn += 1) {
    const start = performance.now();
    for (let count = 0; count < calls; count += 1) call();
    if (turn >= 5) taken.push((performance.now() - start) / calls);
  }
  return taken.sort((a, b) => a - b);
}
