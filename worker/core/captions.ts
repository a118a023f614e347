/** Captions of the two main pictures, generated for any scenario from its view. */
import { addMonths, monthOf } from "./months";
import { countLabel, dateLabel, listLabel, monthLabel, pointsLabel } from "./labels";
import { JUDGED_FROM } from "./level";
import { sourceNoun } from "./sentences";
import type { ScenarioView, ViewIndicator } from "./view-types";

/**
 * The twelve-month sums in a sentence: the newest, the one before the forecast, the largest and the smallest of those
 * that can be judged.
 *
 * @example "13.4 points in the twelve months to November 2025, 26.1 in the twelve before the article. Most: 41.2 to
 * November 2015; fewest: 6.1 to November 2020."
 */
export function levelCaption(view: ScenarioView): string {
  const { years, baseline12 } = view.level;
  const [newest] = years;
  if (!newest) return "";
  const now = `${pointsLabel(newest.direct)} points in the twelve months to ${monthLabel(newest.to)}`;
  const before = `${pointsLabel(baseline12.direct)} in the twelve before the ${sourceNoun(view)}`;
  const judged = years.filter(({ covered }) => covered >= JUDGED_FROM).toSorted((a, b) => b.direct - a.direct);
  const [most, fewest] = [judged[0], judged.at(-1)];
  const spread =
    most && fewest && judged.length > 2
      ? ` Most: ${pointsLabel(most.direct)} to ${monthLabel(most.to)}; fewest: ${pointsLabel(fewest.direct)} to ${monthLabel(fewest.to)}.`
      : "";
  return `${now}, ${before}.${spread}`;
}

/**
 * Where direct dealings stand: before the forecast, at their peak since, on the as-of day, which is named because the
 * sentence goes into saved pictures; what the other line and the marks mean.
 *
 * @example "Direct dealings: 18.4 when the article appeared, 27.5 in November 2015, 13.4 on 31 December 2025. The thin
 * line, at 11.9, adds ..."
 */
export function indexCaption(view: ScenarioView): string {
  const drivers = view.indicators.filter(({ role }) => role === "driver").map(({ label }) => label);
  const all =
    drivers.length === 0
      ? ""
      : `The thin line, at ${pointsLabel(view.index)}, adds reasons to expect warming: ${listLabel(drivers)}.`;
  return [
    directSentence(view),
    all,
    `Points fade, by half in ${countLabel(view.halfLifeMonths, "month")}. Dashed: nobody looked, the line can only fade.`,
    unitSentence(view),
    "The band covers doubtful sources only, not wrong codes or missed events.",
  ]
    .filter(Boolean)
    .join(" ");
}

function directSentence(view: ScenarioView): string {
  const registered = monthOf(view.registeredOn);
  const appeared = view.asOf >= view.registeredOn;
  const before = appeared ? view.months.find(({ month }) => month === addMonths(registered, -1)) : undefined;
  const since = view.months.filter(({ month }) => month >= registered);
  const peak = since.toSorted((a, b) => b.directIndex - a.directIndex)[0];
  const parts: string[] = [];
  if (before) parts.push(`${pointsLabel(before.directIndex)} when the ${sourceNoun(view)} appeared`);
  if (peak && peak.month !== monthOf(view.asOf) && peak.directIndex > Math.max(0, before?.directIndex ?? 0)) {
    parts.push(`${pointsLabel(peak.directIndex)} in ${monthLabel(peak.month)}`);
  }
  parts.push(`${pointsLabel(view.directIndex)} on ${dateLabel(view.asOf)}`);
  return `Direct dealings: ${parts.join(", ")}.`;
}

/** The yardstick: what the direct codebook entry logged most often adds when it is confirmed. */
function unitSentence(view: ScenarioView): string {
  const entries = view.indicators
    .filter(({ role, kind }) => role === "direct" && kind === "event")
    .flatMap((indicator) => {
      const counts = totalsOf(indicator);
      return indicator.codebook
        .filter(({ score }) => score > 0)
        .map(({ key, label, score }) => ({ label, points: indicator.relevance * score, n: counts.get(key) ?? 0 }));
    });
  const most = entries.toSorted((a, b) => b.n - a.n)[0];
  if (!most) return "";
  const points = pointsLabel(most.points * view.credibilityWeights["1"]);
  return `For scale: "${most.label}", once and confirmed, adds ${points}.`;
}

function totalsOf({ countsByYear }: Pick<ViewIndicator, "countsByYear">): Map<string, number> {
  const totals = new Map<string, number>();
  for (const { counts } of countsByYear) {
    for (const [code, n] of Object.entries(counts)) totals.set(code, (totals.get(code) ?? 0) + n);
  }
  return totals;
}
