import { addMonths, monthOf, monthsBetween } from "./months";
import { spanStart } from "./span";
import type { Attestation, Indicator, Month, MonthCell, Registration } from "./types";
import type { MonthVerdict, TestedMonths } from "./verdict-types";
import type { ViewCoverage } from "./view-types";

/** Rule 1 of the verdict (method, section 5): with less than this there is nothing to test. */
export const NEEDED = { months: 12, events: 8, indicators: 2 } as const;

/**
 * The months somebody looked at: those with an event of any indicator, relevance 0 included, or with an attestation. An
 * attestation for a month after the as-of month does not count; a running state covers nothing.
 * Source: method, section 1, rulings 9, 11 and 15.
 *
 * @example events in 2012-02, attested 2012-01 and 2012-05, as of 2012-03-31 // {"2012-01", "2012-02"}
 */
export function coveredMonths(
  cells: readonly MonthCell[],
  attestations: readonly Pick<Attestation, "month">[],
  asOfMonth: Month,
): Set<Month> {
  const months = new Set<Month>();
  for (const { month, n } of cells) if (n > 0 && month <= asOfMonth) months.add(month);
  for (const { month } of attestations) if (month <= asOfMonth) months.add(month);
  return months;
}

/**
 * The first and the last covered month of a window. Its trend, and the rise over the period, are of the time between them.
 * Source: method, section 4 (span = last x - first x).
 *
 * @example window 2011-06 to 2013-06, the last covered month of it 2013-04 // testedFrom "2011-06", testedTo "2013-04"
 */
export function testedMonths(
  { windowFrom, windowTo }: Pick<MonthVerdict, "windowFrom" | "windowTo">,
  covered: Iterable<Month>,
): TestedMonths {
  const tested = [...covered].filter((month) => month >= windowFrom && month <= windowTo).toSorted();
  return { testedFrom: tested[0] ?? null, testedTo: tested.at(-1) ?? null };
}

/**
 * Where the tested window of every horizon starts: the registered number of months before the month of registration.
 * Source: method, ruling 1.
 *
 * @example windowStart({ registeredOn: "2012-06-15", baselineMonths: 12 }) // "2011-06"
 */
export function windowStart(registration: Pick<Registration, "registeredOn" | "baselineMonths">): Month {
  return addMonths(monthOf(registration.registeredOn), -registration.baselineMonths);
}

interface CoverageInput {
  from: Month;
  asOf: string;
  /** The last complete month. */
  completeTo: Month;
  cells: readonly MonthCell[];
  attestations: readonly Attestation[];
  indicators: readonly Pick<Indicator, "key" | "relevance">[];
  lastEventDate: string | null;
}

/**
 * How much of the window from its start to the last complete month was looked at, and what rule 1 of the verdict counts:
 * events whose relevance is not 0, zero scores included, and the indicators with one (method, ruling 10).
 *
 * @example the shipped scenario as of 2025-12-31 // from "2011-06", to "2025-12", months 175, covered 125
 */
export function coverageOf(input: CoverageInput): ViewCoverage {
  const { from, completeTo: to, asOf, cells, attestations } = input;
  const asOfMonth = monthOf(asOf);
  const inWindow = ({ month }: { month: Month }): boolean => month >= from && month <= to;
  const withEvents = new Set(cells.filter(({ n }) => n > 0).map(({ month }) => month));
  const attestedOnly = new Map(
    attestations.filter((row) => inWindow(row) && !withEvents.has(row.month)).map((row) => [row.month, row.inferred]),
  );
  const relevant = new Set(input.indicators.filter(({ relevance }) => relevance !== 0).map(({ key }) => key));
  const counted = cells.filter((cell) => inWindow(cell) && cell.n > 0 && relevant.has(cell.indicator));
  return {
    from,
    to,
    months: Math.max(0, monthsBetween(from, to) + 1),
    covered: [...withEvents].filter((month) => inWindow({ month })).length + attestedOnly.size,
    attested: attestedOnly.size,
    inferred: [...attestedOnly.values()].filter(Boolean).length,
    lastCovered: lastOf(coveredMonths(cells, attestations, asOfMonth), spanStart(from)),
    lastEventDate: input.lastEventDate,
    countedEvents: counted.reduce((total, { n }) => total + n, 0),
    countedIndicators: new Set(counted.map(({ indicator }) => indicator)).size,
  };
}

/** One old date, and nothing else, is no month that somebody looked at last. */
function lastOf(months: Iterable<Month>, earliest: Month): Month | null {
  const last = [...months].toSorted().at(-1) ?? null;
  return last !== null && last >= earliest ? last : null;
}
