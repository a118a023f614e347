/** The sentences that lead the page, generated from the verdicts. */
import { listLabel, monthLabel, pointsLabel } from "./labels";
import { monthsBetween } from "./months";
import { lookedAtSentence } from "./sentences";
import { revisionLabel } from "./settling";
import { lackingSentence } from "./statement";
import type { Horizon } from "./types";
import {
  agreementLabel,
  changeLabel,
  isTestedWhole,
  originLabel,
  rangeLabel,
  testedLabel,
  verdictLabel,
} from "./verdict-labels";
import type { HorizonVerdict, VerdictWord } from "./verdict-types";
import type { ScenarioView } from "./view-types";

/** The two sides, where the title names them before a colon; else "ties". */
function subjectOf(title: string): string {
  return /^([^:]+ and [^:]+):/.exec(title)?.[1]?.trim() ?? "ties";
}

/**
 * The verdict in full, for the headline; the verdict sentence with its numbers always follows. *Stayed friendly* only if
 * every 12 months since the forecast have more points for than against.
 *
 * @example "Stalled: Pakistan and Russia stayed friendly but show no lasting rise."
 */
export function headlineSentence(
  { shown }: Pick<HorizonVerdict, "shown">,
  view: Pick<ScenarioView, "title" | "mode" | "level">,
): string {
  const { years } = view.level;
  switch (shown) {
    case "holding":
      return "Holding: ties are warming.";
    case "weakening":
      return `Weakening: ties rose, but are now below where they stood ${originLabel(view)}.`;
    case "stalled": {
      const friendly = years.length > 0 && years.every(({ total, direct }) => total > 0 && direct > 0);
      return `Stalled: ${subjectOf(view.title)} ${friendly ? "stayed friendly but show" : "show"} no lasting rise.`;
    }
    case "failing":
      return "Failing: ties are cooling.";
    case "not enough evidence":
      return "Not enough evidence: we cannot tell yet whether ties are warming.";
    case null:
      return "The verdict is still being worked out.";
  }
}

const FOUND: Record<VerdictWord, string> = {
  holding: "rose",
  weakening: "rose",
  stalled: "shows no lasting rise",
  failing: "fell",
  "not enough evidence": "shows no clear change",
};

/** Rise and range of the months that were tested, with what the test makes of them. */
function riseSentence(verdict: HorizonVerdict): string {
  const { reading, rise } = verdict;
  const found = `the monthly score ${FOUND[reading]}`;
  const time = isTestedWhole(verdict) ? "the whole period" : "that time";
  const change = `${changeLabel(rise ?? 0)} points a month over ${time}`;
  const range = rangeLabel(verdict);
  return `From ${testedLabel(verdict)} ${found}: ${change} (${range.startsWith("too") ? range : `90 % range ${range}`}).`;
}

/** What the rule that decided says; a rise is called ruled out only where the verdict shown says so too (ruling 4). */
function ruleSentence(verdict: HorizonVerdict, view: Pick<ScenarioView, "mode">): string {
  const { reason, reading, published, shown, materialRise, indexNow, indexAtRegistration, n } = verdict;
  if (reading !== published) {
    return `By itself that reads ${reading}, but fewer than three quarters of the variations agree, so it counts as ${verdictLabel(published)}.`;
  }
  switch (reason) {
    case "up":
      return "By this test that is a real rise.";
    case "up-but-below-registration":
      return (
        `By this test that is a real rise, but the index, ${pointsLabel(indexNow)}, is below the ` +
        `${pointsLabel(indexAtRegistration)} at which it stood ${originLabel(view)}.`
      );
    case "down":
      return "By this test that is a real fall.";
    case "material-rise-ruled-out":
      return shown === published ? `A rise of ${materialRise} is ruled out by this test.` : "";
    case "sparse":
      return `Too quiet to tell: more than half of the ${n} months looked at have no points.`;
    default:
      return `That fits no change as well as a rise of ${materialRise}.`;
  }
}

/** Said where the word of this month differs from the one shown. */
function differenceSentence({ windowTo, published, shown }: HorizonVerdict): string {
  if (shown === published) return "";
  if (shown === null) return "Earlier months are still being worked out.";
  return (
    `A verdict changes only after three equal months in a row: "${verdictLabel(shown)}" still stands, ` +
    `though ${monthLabel(windowTo)} alone says "${verdictLabel(published)}".`
  );
}

/** Months at the ends of the period that were not looked at: the test is not of them. "" where there are none. */
function untestedEnds(verdict: HorizonVerdict): string {
  const { windowFrom, windowTo, testedFrom, testedTo, monthsInWindow, covered } = verdict;
  if (testedFrom === null || testedTo === null) return "";
  const [first, last] = [monthsBetween(windowFrom, testedFrom), monthsBetween(testedTo, windowTo)];
  const ends = [
    ...(first === 0 ? [] : [first === 1 ? `the first, ${monthLabel(windowFrom)}` : `the first ${first}`]),
    ...(last === 0
      ? []
      : [last === 1 ? `the last, ${monthLabel(windowTo)}` : `the last ${last}, to ${monthLabel(windowTo)}`]),
  ];
  if (ends.length === 0) return "";
  return `${first + last === monthsInWindow - covered ? ": " : ", among them "}${listLabel(ends)}`;
}

/**
 * The verdict with its numbers: first where this month differs from the word shown (ruling 4), then rise and range, what
 * the test makes of it, how many variations agree, how many months were looked at. With too little to test, what is lacking.
 * It names the months that were tested: the last of a period may not have been looked at.
 *
 * @example "From June 2011 to November 2025 the monthly score shows no lasting rise: 0.0 points a month over that time
 * (90 % range -1.3 to 0.0). A rise of 3 is ruled out by this test. 16 of 17 variations of our assumptions on the same
 * events agree. 125 of 175 months were looked at; 50 were not, among them the last, December 2025."
 */
export function verdictSentence(verdict: HorizonVerdict, view: Pick<ScenarioView, "mode">): string {
  const { covered, events, indicators, monthsInWindow } = verdict;
  const lacking = lackingSentence({ coverage: { covered, countedEvents: events, countedIndicators: indicators } });
  const agree = `${agreementLabel(verdict)} variations of our assumptions on the same events agree.`;
  const found = lacking ? [lacking] : [riseSentence(verdict), ruleSentence(verdict, view)];
  return [
    differenceSentence(verdict),
    ...found,
    lacking ? "" : agree,
    lookedAtSentence({ months: monthsInWindow, covered }, untestedEnds(verdict)),
  ]
    .filter(Boolean)
    .join(" ");
}

/**
 * One sentence a horizon: its verdict with rise, range and agreement, and the months tested where those are not all of it.
 * One that has ended is recomputed from today's records; only a frozen link keeps what was said then.
 *
 * @example "One year (closed June 2013, tested June 2011 to April 2013, recomputed): cannot tell, -0.3 (-4.3 to +3.3). Five years (closed June 2017,
 * recomputed): stalled, -0.7 (-1.9 to 0.0), 14 of 17. To date: stalled, interim, 0.0 (-1.3 to 0.0), 16 of 17."
 */
export function horizonsSentence(verdicts: readonly HorizonVerdict[], horizons: readonly Horizon[]): string {
  const labels = new Map(horizons.map(({ key, label }) => [key, label]));
  return verdicts
    .map((verdict) => {
      const { key, final, windowTo, shown, published, rise } = verdict;
      const name = labels.get(key) ?? key;
      const when = [
        ...(final ? [`closed ${monthLabel(windowTo)}`] : []),
        ...(isTestedWhole(verdict) || rise === null ? [] : [`tested ${testedLabel(verdict)}`]),
        ...(final ? ["recomputed"] : []),
        ...(verdict.ofRevision === undefined ? [] : [`by ${revisionLabel(verdict.ofRevision)}`]),
      ];
      const closed = when.length === 0 ? "" : ` (${when.join(", ")})`;
      const word = shown === null ? "still being worked out" : verdictLabel(shown);
      const month = shown !== null && shown !== published ? ` (this month alone: ${verdictLabel(published)})` : "";
      const change = rise === null ? [] : [`${changeLabel(rise)} (${rangeLabel(verdict)})`];
      const agree = published === "not enough evidence" ? [] : [agreementLabel(verdict)];
      const parts = [`${word}${month}`, ...(final ? [] : ["interim"]), ...change, ...agree];
      return `${name}${closed}: ${parts.join(", ")}.`;
    })
    .join(" ");
}
