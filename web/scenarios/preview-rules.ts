/** The rules of a scenario in words, for the preview before they are frozen. */
import { isFuture } from "../../worker/core/days";
import { addMonths, monthOf } from "../../worker/core/months";
import type { Indicator, Proposition, Registration } from "../../worker/core/types";
import { countOf, formatDate, formatNumber, formatSigned } from "../lib/format";

/** Name and content, in the order of importance. */
export function rulesInWords(registration: Registration): [string, string][] {
  const { source, mode, registeredOn, codedOn, baselineMonths, horizons } = registration;
  const { halfLifeMonths, materialRise, alpha, credibilityWeights, reliabilityWeights } = registration;
  const start = addMonths(monthOf(registeredOn), -baselineMonths);
  return [
    ["Source", [source.author, `\u201c${source.title}\u201d`, source.outlet, formatDate(source.published)].filter(Boolean).join(", ")],
    [
      "Kind",
      mode === "back-test"
        ? `Back-test: rules made with the outcomes known${codedOn ? `, coded on ${formatDate(codedOn)}` : ""}. Pages say so.`
        : "Registered forecast: rules fixed before the outcomes are known. Pages say so.",
    ],
    ["Runs from", formatDate(registeredOn)],
    ["Tested from", `${formatDate(start)}, ${countOf(baselineMonths, "month")} earlier`],
    ["Judged", horizons.map(({ label, until }) => `${label}: ${until ? `to ${formatDate(until)}` : "no end"}`).join("; ")],
    ["An event fades", `by half in ${countOf(halfLifeMonths, "month")}`],
    ["A rise that matters", `${formatNumber(materialRise, decimals(materialRise))} points a month (D)`],
    ["False alarms", `${formatNumber(alpha * 100, decimals(alpha * 100))} % where there is no trend (alpha)`],
    ["Belief by report", weights(credibilityWeights)],
    ["Belief by source", `${weights(reliabilityWeights)}; only where the report is graded 6`],
  ];
}

function weights(table: Record<string, number>): string {
  return Object.entries(table)
    .map(([grade, weight]) => `${grade}: ${formatNumber(weight, decimals(weight))}`)
    .join(", ");
}

/** As many decimals as the number has, up to four. */
function decimals(value: number): number {
  return [0, 1, 2, 3].find((digits) => Math.abs(value - Number(value.toFixed(digits))) < 1e-9) ?? 4;
}

const ROLES: Record<Indicator["role"], string> = {
  direct: "direct conduct",
  driver: "reason to expect the change",
  context: "context",
};

/**
 * What an indicator counts, in a line.
 *
 * @example "direct conduct, counts in full; 2 codes from -5.0 to +2.8 points"
 */
export function indicatorInWords({ role, relevance, kind, codebook, states = [], fullScale }: Indicator): string {
  const share =
    relevance === 0 ? "earns no points" : relevance === 1 ? "counts in full" : `counts ${formatNumber(relevance * 100, decimals(relevance * 100))} %`;
  if (kind === "state") {
    const most = fullScale === undefined ? "" : `, at most ${formatNumber(fullScale)} points a month`;
    return `${ROLES[role]}, ${share}; ${countOf(states.length, "state")}${most}`;
  }
  const scores = codebook.map(({ score }) => score);
  const [low, high] = [Math.min(...scores), Math.max(...scores)];
  const range = low === high ? formatSigned(low) : `from ${formatSigned(low)} to ${formatSigned(high)}`;
  return `${ROLES[role]}, ${share}; ${countOf(codebook.length, "code")} ${range} points`;
}

/** A claim's deadline, base rate and evidence, in a line. */
export function claimInWords(proposition: Proposition, evidence: number, result: string): string {
  const { type, deadline, referenceClass, articleProbability, basis } = proposition;
  return [
    `${type === "by" ? "By" : "On"} ${formatDate(deadline)}`,
    referenceClass ? `base rate ${referenceClass.k} of ${referenceClass.n}` : "no base rate",
    articleProbability === null ? "" : `the text says ${formatNumber(articleProbability * 100, 0)} %`,
    basis === "added" ? "added later" : "",
    evidence === 0 ? "" : `${countOf(evidence, "rated event")}`,
    result === "open" ? "" : `settled: ${result}`,
  ]
    .filter(Boolean)
    .join("; ");
}

/** What is asked before a scenario is frozen whose day is most likely not meant; null where nothing is. */
export function dayQuestion({ registeredOn }: Pick<Registration, "registeredOn">, today: string): string | null {
  if (!isFuture(registeredOn, today)) return null;
  const day = `The file says that the forecast runs from ${formatDate(registeredOn)}, a day to come`;
  return `${day} (today is ${formatDate(today)}). Until then there is an index and no verdict.`;
}

/** What the day of registration says that may not be meant; null where nothing is odd, or where it is asked about. */
export function dayWarning({ mode, registeredOn }: Pick<Registration, "mode" | "registeredOn">, today: string): string | null {
  if (mode === "back-test" || registeredOn === today || dayQuestion({ registeredOn }, today) !== null) return null;
  return `The pages will say that the rules were fixed on ${formatDate(registeredOn)}, before the outcomes were known. If they were made later, write "mode": "back-test", or today's date as registeredOn.`;
}
