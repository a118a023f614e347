/** Other assumptions, and what they change, in words. */
import { baseAssumptions, type Assumptions } from "./assumption-base";
import { countLabel } from "./labels";
import type { Registration } from "./types";
import { rangeLabel, verdictLabel } from "./verdict-labels";
import type { HorizonVerdict } from "./verdict-types";

type Registered = Pick<Registration, "halfLifeMonths" | "materialRise"> & {
  indicators: readonly { key: string; label: string }[];
};

const DRIVERS = {
  off: "reasons to expect warming left out",
  full: "reasons to expect warming in full",
  registered: "reasons to expect warming as registered",
};

/**
 * What differs from the registered method, one entry an assumption; none if nothing does.
 *
 * @example assumptionLabels({ ...base, halfLifeMonths: 3, weightsOff: true }, registered)
 * // ["half-life of 3 months", "all reports believed alike"]
 */
export function assumptionLabels(assumptions: Assumptions, registered: Registered): string[] {
  const base = baseAssumptions(registered);
  const { halfLifeMonths, drivers, materialRise, startShift, withoutIndicator, withoutSource } = assumptions;
  const left = registered.indicators.find(({ key }) => key === withoutIndicator)?.label ?? withoutIndicator;
  const all: (string | false)[] = [
    halfLifeMonths !== base.halfLifeMonths && `half-life of ${countLabel(halfLifeMonths, "month")}`,
    drivers !== base.drivers && DRIVERS[drivers],
    materialRise !== base.materialRise && `a rise of ${materialRise} taken as material`,
    startShift !== 0 && `start ${countLabel(Math.abs(startShift), "month")} ${startShift < 0 ? "earlier" : "later"}`,
    withoutIndicator !== null && `without ${left}`,
    withoutSource !== null && `without ${withoutSource}`,
    assumptions.weightsOff && "all reports believed alike",
    assumptions.bestGradesOnly && "only events graded A or B, 1 or 2",
    assumptions.inferredOff && "inferred quiet months not counted",
    assumptions.unlookedAsZero && "months nobody looked at counted as quiet",
  ];
  return all.filter((label) => label !== false);
}

function wordOf({ shown }: Pick<HorizonVerdict, "shown">): string {
  return shown === null ? "still being worked out" : verdictLabel(shown);
}

type Compared = Pick<HorizonVerdict, "shown" | "riseLow" | "riseHigh">;

/**
 * How a verdict under other assumptions differs from the registered one: its word, then its range.
 *
 * @example differenceSentence({ shown: "stalled", ... -1.3 to 0.0 }, { shown: "failing", ... -2.1 to -0.3 })
 * // 'Registered: "stalled"; here: "failing". The registered range: -1.3 to 0.0.'
 */
export function differenceSentence(registered: Compared, assumed: Compared): string {
  const [was, is] = [wordOf(registered), wordOf(assumed)];
  const [from, to] = [rangeLabel(registered), rangeLabel(assumed)];
  if (was === is && from === to) return "No difference.";
  const word = was === is ? "Same word." : `Registered: "${was}"; here: "${is}".`;
  return from === to ? `${word} Same range.` : `${word} The registered range: ${from}.`;
}
