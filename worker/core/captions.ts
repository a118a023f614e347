/** Captions of the pictures, generated for any scenario from its view. */
import { addDays, addMonths, firstDayOf, monthOf } from "./months";
import { countLabel, dateLabel, listLabel, lowerFirst, monthLabel, pointsLabel } from "./labels";
import { sum } from "./numbers";
import { sourceNoun } from "./sentences";
import type { StateLevel } from "./types";
import type { ScenarioView, StateSpan, ViewIndicator } from "./view-types";

const COUNTED_CODES = 3;
const NAMED_SPANS = 2;

/**
 * Where direct dealings stand: before the forecast, at their peak since, now; what the other line and the marks mean.
 *
 * @example "Direct dealings: 18.4 when the article appeared, 27.5 in November 2015, 13.4 now. The thin line adds ..."
 */
export function indexCaption(view: ScenarioView): string {
  const drivers = view.indicators.filter(({ role }) => role === "driver").map(({ label }) => label);
  const all = drivers.length === 0 ? "" : `The thin line adds reasons to expect warming: ${listLabel(drivers)}.`;
  return [
    directSentence(view),
    all,
    "Dashed: nobody looked, the line can only fade.",
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
  parts.push(`${pointsLabel(view.directIndex)} now`);
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

/**
 * When a state indicator stood at its fullest, and what holds now. A span ends on the day of the change.
 *
 * @example "Closed 26 November 2011 to 3 July 2012; no longer in use since August 2021."
 */
export function stateCaption({ spans, states }: Pick<ViewIndicator, "spans" | "states">): string {
  const current = spans.at(-1);
  if (!current) return "No state recorded yet.";
  const label = (span: StateSpan): string => levelOf(states, span.state)?.label ?? span.state;
  const past = spans.slice(0, -1);
  const fullest = Math.max(...past.map(({ state }) => levelOf(states, state)?.value ?? 0));
  const notable = past.filter(({ state }) => fullest > 0 && levelOf(states, state)?.value === fullest);
  const named = notable.slice(-NAMED_SPANS).map((span) => `${label(span)} ${spanDates(span)}`);
  const more = notable.length - named.length;
  const earlier = more > 0 ? [more === 1 ? "once before that" : `${more} times before that`] : [];
  const now = `${label(current)} since ${monthLabel(monthOf(current.from))}`;
  const [first = "", ...rest] = [...named, ...earlier, now];
  return `${[first, ...rest.map(lowerFirst)].join("; ")}.`;
}

function levelOf(states: readonly StateLevel[], key: string): StateLevel | undefined {
  return states.find((state) => state.key === key);
}

function spanDates({ from, to }: StateSpan): string {
  return to === null ? `since ${dateLabel(from)}` : `${dateLabel(from)} to ${dateLabel(addDays(firstDayOf(to), 1))}`;
}

/**
 * How often an event indicator was logged, its most frequent codebook entries, and what each event is worth.
 *
 * @example '35 events since 2011: "Russia alone vetoes a draft or amendment" 21, "Russia and China veto a Security Council
 * draft" 14. Each counts a quarter, as a reason to expect warming.'
 */
export function countCaption(
  indicator: Pick<ViewIndicator, "countsByYear" | "codebook" | "relevance" | "role">,
): string {
  const totals = totalsOf(indicator);
  const total = sum(totals.values());
  const first = indicator.countsByYear[0];
  if (!first) return "Nothing logged yet.";
  // Equals come in the codebook's order.
  const ranked = indicator.codebook
    .map(({ key, label }) => ({ label, n: totals.get(key) ?? 0 }))
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => b.n - a.n)
    .slice(0, COUNTED_CODES);
  const parts = ranked.map(({ label, n }) => `"${label}" ${n}`);
  const rest = total - sum(ranked.map(({ n }) => n));
  if (rest > 0) parts.push(`others ${rest}`);
  return `${countLabel(total, "event")} since ${first.year}: ${parts.join(", ")}. ${worth(indicator)}`;
}

function worth({ relevance, role }: Pick<ViewIndicator, "relevance" | "role">): string {
  if (relevance === 0) return "Shown for context: they earn no points.";
  const share =
    relevance === 1
      ? "in full"
      : relevance === 0.5
        ? "a half"
        : relevance === 0.25
          ? "a quarter"
          : `${relevance} times`;
  return role === "driver" ? `Each counts ${share}, as a reason to expect warming.` : `Each counts ${share}.`;
}

/**
 * What the picture of dated amounts shows, and that it is no sum.
 *
 * @example "12 dated amounts since August 2012, never added up: offers, memoranda and contracts often recast one project."
 */
export function amountsCaption({ amounts }: Pick<ViewIndicator, "amounts">): string {
  const first = amounts[0];
  if (!first) return "No amounts logged yet.";
  const count = countLabel(amounts.length, "dated amount");
  const since = monthLabel(monthOf(first.date));
  return `${count} since ${since}, never added up: an offer, an accord and a delivery can be the same money.`;
}
