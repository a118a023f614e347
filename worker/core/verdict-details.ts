/** What a verdict depends on, what would change it, and how much it can see. */
import { countLabel, listLabel, pointsLabel } from "./labels";
import { changeLabel, originLabel, variantLabel, verdictLabel } from "./verdict-labels";
import type { HorizonVerdict, MonthVerdict } from "./verdict-types";
import type { ScenarioView } from "./view-types";

type Labels = readonly { key: string; label: string }[];

/**
 * Which indicators the reading depends on: leaving one of them out changes it.
 *
 * @example "Depends on: Visits, Defence."
 */
export function dependsSentence({ variants, reading }: MonthVerdict, indicators: Labels): string {
  const changing = new Set(variants.filter((one) => one.reading !== reading).map(({ variant }) => variant));
  const names = indicators.filter(({ key }) => changing.has(`without:${key}`)).map(({ label }) => label);
  return names.length === 0 ? "Depends on no single indicator." : `Depends on: ${names.join(", ")}.`;
}

/**
 * The checks that disagree with the reading, by what they read.
 *
 * @example "1 of 17 variations disagrees: reasons to expect warming in full (failing)."
 */
export function disagreeSentence({ variants, reading, of }: MonthVerdict, indicators: Labels): string {
  const others = variants.filter((one) => one.reading !== reading);
  if (others.length === 0) return `All ${countLabel(of, "variation")} agree.`;
  const names = others.map((one) => `${variantLabel(one.variant, indicators)} (${verdictLabel(one.reading)})`);
  return `${others.length} of ${countLabel(of, "variation")} ${others.length === 1 ? "disagrees" : "disagree"}: ${listLabel(names)}.`;
}

/**
 * What the reading would need to become another: the range against nought and against D, or what rule 1 lacks.
 *
 * @example "If later months pulled the upper end of the range, 0.0, up to 3, a rise of 3 would no longer be ruled out: we
 * could not tell."
 */
export function changeSentence(verdict: HorizonVerdict, view: Pick<ScenarioView, "mode">): string {
  const { reason, riseLow, riseHigh, materialRise, indexNow, indexAtRegistration, zeroMonths, n } = verdict;
  const [low, high] = [changeLabel(riseLow ?? 0), changeLabel(riseHigh ?? 0)];
  const then = `the ${pointsLabel(indexAtRegistration)} at which it stood ${originLabel(view)}`;
  switch (reason) {
    case "up":
      return (
        `It would become "weakening" if the index, now ${pointsLabel(indexNow)}, fell below ${then}; ` +
        `and no rise at all if later months pulled the lower end of the range, ${low}, down past 0.`
      );
    case "up-but-below-registration":
      return `It would become "holding" once the index, now ${pointsLabel(indexNow)}, is back at ${then}.`;
    case "down":
      return `It would no longer be a fall if later months pulled the upper end of the range, ${high}, up past 0.`;
    case "material-rise-ruled-out":
      return (
        `If later months pulled the upper end of the range, ${high}, up to ${materialRise}, ` +
        `a rise of ${materialRise} would no longer be ruled out: we could not tell.`
      );
    case "undecided":
      return `The range runs from ${low} to ${high}: a rise would need all of it above 0, a fall all of it below 0, and "stalled" an upper end below ${materialRise}.`;
    case "sparse":
      return `${zeroMonths} of ${countLabel(n, "month")} looked at have no points: at most half may.`;
    default:
      return "It needs more months looked at, more events or more indicators before there is anything to test.";
  }
}

/** D of the simulated logs. */
const SIMULATED_RISE = 3;

/** Simulated logs (method, section 5): for how many months, and what was found in them. */
const SIMULATED = [
  {
    months: 24,
    from: 0,
    finding: "a true rise of 6 was found in about 38 of 100 runs, one of 3 in 16, and a rise that was not there in 2",
  },
  {
    months: 36,
    from: 30,
    finding: "a true rise of 6 was found in about 57 of 100 runs, and a rise that was not there in 2",
  },
  {
    months: 127,
    from: 80,
    finding: 'a true rise of 2 was read "stalled" in about 4 of 10 runs, one of 3 in about 1 of 16',
  },
];

/**
 * How much a test of this many months can see, from simulations of the nearest size. Stated beside every verdict.
 * Source: method, section 5.
 *
 * @example "How much this test can see: in simulated logs of 127 months (here 125) a true rise of 2 was read "stalled" in
 * about 4 of 10 runs, one of 3 in about 1 of 16."
 */
export function powerSentence({ n, materialRise }: Pick<MonthVerdict, "n" | "materialRise">): string {
  const nearest = SIMULATED.findLast(({ from }) => n >= from);
  if (!nearest) return "";
  const other =
    materialRise === SIMULATED_RISE ? "" : ` They took a rise of ${SIMULATED_RISE} as material, not ${materialRise}.`;
  return `How much this test can see: in simulated logs of ${nearest.months} months (here ${n}) ${nearest.finding}.${other}`;
}
