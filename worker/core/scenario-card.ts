/** What a list of scenarios shows of each: a few lines out of its view. */
import { monthOf } from "./months";
import type { Month, Registration } from "./types";
import type { VerdictWord } from "./verdict-types";
import type { ScenarioView } from "./view-types";

/** The index of direct conduct, month by month without a gap. */
export interface CardLine {
  from: Month;
  /** Points to two decimals. */
  values: number[];
  /** "1" where the month was looked at, "0" where not, one a month. */
  looked: string;
  /** The month of registration: before it there is no forecast to judge. */
  registered: Month;
  /** The last month is not over. */
  provisional: boolean;
}

export interface CardFigures {
  statement: string;
  verdict: VerdictWord | null;
  asOf: string;
  /** Complete months of the tested window, and how many of them were looked at. */
  months: number;
  covered: number;
  lastEvent: string | null;
  /** Null before the first event. */
  line: CardLine | null;
}

/** One scenario of a list. */
export interface ScenarioCard {
  slug: string;
  title: string;
  claim: string;
  author: string;
  mode: Registration["mode"];
  version: number;
  registeredOn: string;
  revision: number;
  /** Of the newest event up to today. */
  lastEvent: string | null;
  /** Null where no view is at hand: the page then asks for it. */
  figures: CardFigures | null;
}

/**
 * The few lines of a view that a list shows, a hundredth of its size.
 *
 * @example cardFigures(view).line?.values // [0, 2.66, 2.37], one a month from the first
 */
export function cardFigures(view: ScenarioView): CardFigures {
  const { statement, headlineVerdict, asOf, coverage } = view;
  return {
    statement,
    verdict: headlineVerdict,
    asOf,
    months: coverage.months,
    covered: coverage.covered,
    lastEvent: coverage.lastEventDate,
    line: view.eventsCounted === 0 ? null : lineOf(view),
  };
}

function lineOf({ months, registeredOn }: ScenarioView): CardLine | null {
  const [first] = months;
  if (!first) return null;
  return {
    from: first.month,
    values: months.map(({ directIndex }) => Math.round(directIndex * 100) / 100),
    looked: months.map(({ covered }) => (covered ? "1" : "0")).join(""),
    registered: monthOf(registeredOn),
    provisional: months.at(-1)?.provisional ?? false,
  };
}
