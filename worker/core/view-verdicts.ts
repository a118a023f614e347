import { articleScores } from "./article-scores";
import { coveredMonths } from "./coverage";
import { headlineOf, standingVerdicts } from "./horizon-verdicts";
import { headlineHorizon } from "./horizons";
import { monthOf, monthRange } from "./months";
import { rounded } from "./rounded";
import type { ViewInput } from "./view-input";
import type { ScenarioView } from "./view-types";
import { verdictSentence } from "./verdict-sentences";

type VerdictPart = Pick<
  ScenarioView,
  "headlineHorizon" | "headlineVerdict" | "verdicts" | "publishedByMonth" | "pendingMonths" | "settling" | "said"
>;

/**
 * The part of a view that comes from month-ends' verdicts: one verdict a horizon with its sentence, the published word of
 * each month-end from registration to the last complete month, and which of them are still to be computed.
 *
 * @example the shipped scenario as of 2025-12-31 // headline "to-date", "stalled"; 163 words; none pending
 */
export function viewVerdicts(input: ViewInput): VerdictPart {
  const { registration, asOf, completeTo, monthVerdicts } = input;
  const { horizons } = registration;
  const verdictOf = (month: string) => monthVerdicts.whole.find(({ windowTo }) => windowTo === month) ?? null;
  const months = asOf < registration.registeredOn ? [] : monthRange(monthOf(registration.registeredOn), completeTo);
  const { earlier } = monthVerdicts;
  const words = months.flatMap((month) => {
    const word = monthVerdicts.published[month];
    return word ? [[month, word] as const] : [];
  });
  const published = Object.fromEntries(words);
  const pendingMonths = months.filter((month) => !published[month]);
  const covered = coveredMonths(input.cells, input.attestations, completeTo);
  const verdicts = standingVerdicts({ registration, asOf, completeTo, verdictOf, published, covered }, earlier);
  return {
    headlineHorizon: headlineHorizon(horizons, completeTo),
    headlineVerdict: headlineOf(verdicts, horizons, completeTo)?.shown ?? null,
    verdicts: verdicts.map((verdict) => ({ ...rounded(verdict), statement: verdictSentence(verdict, registration) })),
    // Words of two revisions side by side would tell of changes that were in neither.
    publishedByMonth: earlier && earlier.revision !== null ? { ...earlier.published } : published,
    pendingMonths,
    ...(pendingMonths.length > 0 && {
      settling: {
        since: earlier?.since ?? input.revision,
        revision: earlier?.revision ?? null,
        settled: words.length,
        months: months.length,
      },
    }),
    said: { ...input.said, months: rounded(input.said.months.filter(({ month }) => month <= completeTo)) },
  };
}

/** The article's scores on the as-of day, by the outcomes known then. */
export function viewArticleScores(
  propositions: ScenarioView["propositions"],
  registeredOn: string,
): ScenarioView["articleScores"] {
  return rounded(articleScores(propositions, registeredOn));
}
