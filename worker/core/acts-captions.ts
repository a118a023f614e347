/** Captions of events by year, in the classes that their bars show, for any scenario. */
import { actsOf, classTotals, type Acts } from "./acts";
import { countLabel, listLabel, lowerFirst, monthLabel, pointsLabel, upperFirst } from "./labels";
import { sum } from "./numbers";
import type { ScenarioView, ViewIndicator } from "./view-types";

/** What a caption of events reads from the view: the indicator, and its points by month. */
type Logged = Pick<ViewIndicator, "key" | "label" | "codebook" | "countsByYear" | "relevance" | "role">;
type Months = Pick<ScenarioView, "months">;

/**
 * What was logged of an event indicator, in the classes that its bars show.
 *
 * @example "35 since October 2011: 14 with China, 21 alone. Most in a year: 6, in 2017."
 */
export function actsCaption(view: Months, indicator: Logged): string {
  const acts = actsOf(indicator);
  if (acts.years.length === 0) return "Nothing logged yet.";
  const sentences = { rank: rankSentences, with: partnerSentences, weight: weightSentences }[acts.by];
  return [...sentences(acts, view, indicator), asideSentence(acts, indicator)].filter(Boolean).join(" ");
}

/** The first month that earned points, if nothing but the act itself can have earned them; else the first year. */
function since({ months }: Months, { key }: Logged, { by, years }: Acts): string {
  const first = years.find(({ counts }) => sum(counts) > 0);
  if (!first) return "";
  const month = months.find(({ points }) => (points[key] ?? 0) !== 0)?.month;
  const sure = by === "weight" || first.aside === 0;
  return sure && month?.startsWith(first.year) ? monthLabel(month) : first.year;
}

/** "Held since August 2010: 13 (4 leader, 8 minister, 1 official). Met elsewhere: 9 (leader)." */
function rankSentences(acts: Acts, view: Months, indicator: Logged): string[] {
  const totals = classTotals(acts);
  const steps = new Map<string, { n: number; ranks: Map<string, number> }>();
  for (const [order, { who, step }] of acts.classes.entries()) {
    const found = steps.get(step) ?? { n: 0, ranks: new Map<string, number>() };
    const n = totals[order] ?? 0;
    found.n += n;
    found.ranks.set(who, (found.ranks.get(who) ?? 0) + n);
    steps.set(step, found);
  }
  const parts = [...steps].map(([step, { n, ranks }], order) => {
    const who = ranks.size === 1 ? [...ranks.keys()] : [...ranks].map(([rank, of]) => `${of} ${rank}`);
    const from = order === 0 ? ` since ${since(view, indicator, acts)}` : "";
    return `${upperFirst(step)}${from}: ${n} (${who.join(", ")}).`;
  });
  return [...parts, lastSentence(acts)];
}

/** "The last held at the rank of leader: 2022." Of the heaviest class, which a reader will ask for. */
function lastSentence({ classes, years }: Acts): string {
  const [heaviest] = classes;
  if (!heaviest || heaviest.sign < 0) return "";
  const last = years.findLast(({ counts }) => (counts[0] ?? 0) > 0);
  return last ? `The last ${heaviest.step} at the rank of ${heaviest.who}: ${last.year}.` : "";
}

/** "35 since October 2011: 14 with China, 21 alone. Most in a year: 6, in 2017." */
function partnerSentences(acts: Acts, view: Months, indicator: Logged): string[] {
  const totals = classTotals(acts);
  const parts = acts.classes.map(({ who }, order) => `${totals[order]} ${who}`);
  if (parts.length === 0) return [];
  const most = acts.years.map(({ year, counts }) => ({ year, n: sum(counts) })).toSorted((a, b) => b.n - a.n);
  const [first, second] = most;
  const top = first && first.n > (second?.n ?? 0) && most.length > 1;
  return [
    `${sum(totals)} since ${since(view, indicator, acts)}: ${parts.join(", ")}.`,
    top ? `Most in a year: ${first.n}, in ${first.year}.` : "",
  ];
}

/**
 * "25 events since June 2011 point to warming, 2 to cooling. Most points in a year: 23.1, in 2014." A driver is no dealing
 * of the two sides: "US-Pakistan ties point to warming" would be read as the opposite of what it says.
 */
function weightSentences(acts: Acts, view: Months, indicator: Logged): string[] {
  const totals = classTotals(acts);
  const up = sum(totals.filter((_, order) => acts.classes[order]?.sign === 1));
  const down = sum(totals) - up;
  if (up + down === 0) return [];
  const [warming, cooling, one, many] =
    indicator.role === "driver"
      ? ["as reasons to expect warming", "as reasons against", "counts", "count"]
      : ["to warming", "to cooling", "points", "point"];
  const [n, toward, others, away] = up > 0 ? [up, warming, down, cooling] : [down, cooling, up, warming];
  const first =
    `${countLabel(n, "event")} since ${since(view, indicator, acts)} ${n === 1 ? one : many} ${toward}, ` +
    `${others || "none"} ${away}.`;
  return [first, indicator.relevance === 0 ? "" : extremeSentence(view, indicator)];
}

/** The years with the most and the fewest points, if they differ in sign, else the one furthest from nought. */
function extremeSentence({ months }: Months, { key }: Logged): string {
  const years = [...Map.groupBy(months, ({ month }) => month.slice(0, 4))]
    .map(([year, of]) => ({ year, points: sum(of.map(({ points }) => points[key] ?? 0)) }))
    .toSorted((a, b) => b.points - a.points);
  const [most, fewest] = [years[0], years.at(-1)];
  if (!most || !fewest || years.length < 2) return "";
  const parts = [
    most.points > 0 ? `Most points in a year: ${pointsLabel(most.points)}, in ${most.year}` : "",
    fewest.points < 0
      ? `${most.points > 0 ? "fewest" : "Fewest points in a year"}: ${pointsLabel(fewest.points)}, in ${fewest.year}`
      : "",
  ];
  const said = parts.filter(Boolean).join("; ");
  return said === "" ? "" : `${said}.`;
}

/** What is counted and not drawn: by its step, as earning nothing, or by its codebook labels. */
function asideSentence({ aside, years, by, classes }: Acts, { codebook }: Logged): string {
  const n = sum(years.map((year) => year.aside));
  if (n === 0) return "";
  const entries = codebook.filter(({ key }) => aside.includes(key));
  if (entries.every(({ score }) => score === 0)) return `${n}${classes.length > 0 ? " more" : ""} without points.`;
  const names = entries.map(({ label, facets }) => (by === "rank" ? facets?.["step"] : undefined) ?? lowerFirst(label));
  return `Not drawn: ${n} (${listLabel([...new Set(names)])}).`;
}
