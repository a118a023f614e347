/** The filters of the list of events as the page's address carries them, and as the API takes them. */
import type { Days } from "../lib/clock";
import { formatDate } from "../lib/format";
import { parseWhen, type When } from "./when";

export const FILTERS = ["q", "indicator", "code", "from", "to", "grade", "by", "review"] as const;
export type Filter = (typeof FILTERS)[number];
export type Filters = Record<Filter, string>;

/** Unknown parameters of an address are left alone by nobody: only these mean something here. */
export function filtersOf(search: string): Filters {
  const asked = new URLSearchParams(search);
  // `fromEntries` cannot know that every filter is there; FILTERS lists them.
  return Object.fromEntries(FILTERS.map((name) => [name, asked.get(name) ?? ""])) as Filters;
}

/** "?indicator=visit&from=2012", without the filters that are empty; "" if all are. */
export function queryOf(filters: Filters, more: Record<string, string> = {}): string {
  const given = Object.entries({ ...filters, ...more }).filter(([, value]) => value !== "");
  return given.length === 0 ? "" : `?${new URLSearchParams(given).toString()}`;
}

/** A year alone is a range here, though no day of an event: it runs from its first month to its last. */
function wholeYear(typed: string, name: "from" | "to"): string | null {
  const year = typed.trim();
  return /^[12]\d{3}$/.test(year) ? `${year}-${name === "from" ? "01" : "12"}` : null;
}

/** An end of the range as people write it. "oct 2012" -> "2012-10", from "2012" -> "2012-01" */
export function whenFrom(typed: string, name: "from" | "to", days: Pick<Days, "today">): When {
  const year = wholeYear(typed, name);
  const when = parseWhen(year ?? typed, days);
  if (!when.ok || when.date.length !== 7) return when;
  return { ...when, echo: `the whole of ${year === null ? formatDate(when.date) : typed.trim()}` };
}

/** Dates as people write them; the problem where one cannot be read. */
export function readFilters(
  typed: Filters,
  days: Pick<Days, "today">,
): { filters: Filters; problems: Partial<Filters> } {
  const filters = { ...typed, q: typed.q.trim(), by: typed.by.trim() };
  const problems: Partial<Filters> = {};
  for (const name of ["from", "to"] as const) {
    const when = whenFrom(typed[name], name, days);
    if (typed[name].trim() === "") filters[name] = "";
    else if (when.ok) filters[name] = when.date;
    else problems[name] = when.problem;
  }
  const readable = problems.from === undefined && problems.to === undefined;
  if (readable && filters.from !== "" && filters.to !== "" && firstAfter(filters.from, filters.to)) {
    problems.to = "This lies before the first date, so no event can fit.";
  }
  return { filters, problems };
}

/** Whether a date begins after another has ended: "2012-10-03" is not after "2012-10". */
function firstAfter(from: string, to: string): boolean {
  return from.slice(0, to.length) > to;
}

/**
 * How many are listed: "37 of 198 events", "198 events" without filters. `total` is null where the server stopped
 * counting, `all` where it is not known.
 */
export function countInWords(
  found: { shown: number; total: number | null; all: number | null },
  filtered: boolean,
): string {
  const { shown, total, all } = found;
  const number = (n: number): string => n.toLocaleString("en-GB");
  const events = (n: number): string => `${number(n)} ${n === 1 ? "event" : "events"}`;
  if (total === null) return `More than 1,000 events; ${number(shown)} shown`;
  const counted = filtered && all !== null ? `${number(total)} of ${events(all)}` : events(total);
  return shown < total ? `${counted}; ${number(shown)} shown` : counted;
}
