/** The filters of the list of events as the page's address carries them, and as the API takes them. */
import { parseWhen } from "./when";

export const FILTERS = ["q", "indicator", "from", "to", "grade"] as const;
export type Filter = (typeof FILTERS)[number];
export type Filters = Record<Filter, string>;

/** Unknown parameters of an address are left alone by nobody: only these five mean something here. */
export function filtersOf(search: string): Filters {
  const asked = new URLSearchParams(search);
  return {
    q: "",
    indicator: "",
    from: "",
    to: "",
    grade: "",
    ...Object.fromEntries(FILTERS.map((name) => [name, asked.get(name) ?? ""])),
  };
}

/** "?indicator=visit&from=2012", without the filters that are empty; "" if all are. */
export function queryOf(filters: Filters, more: Record<string, string> = {}): string {
  const given = Object.entries({ ...filters, ...more }).filter(([, value]) => value !== "");
  return given.length === 0 ? "" : `?${new URLSearchParams(given).toString()}`;
}

/** Dates as people write them; the problem where one cannot be read. "oct 2012" -> "2012-10" */
export function readFilters(typed: Filters, today: string): { filters: Filters; problems: Partial<Filters> } {
  const filters = { ...typed, q: typed.q.trim() };
  const problems: Partial<Filters> = {};
  for (const name of ["from", "to"] as const) {
    if (typed[name].trim() === "") filters[name] = "";
    else {
      const when = parseWhen(typed[name], today);
      if (when.ok) filters[name] = when.date;
      else problems[name] = when.problem;
    }
  }
  return { filters, problems };
}
