import { JUDGED_FROM } from "../../worker/core/level";
import { addMonths, monthOf } from "../../worker/core/months";
import type { ScenarioView } from "../../worker/core/view-types";
import { formatDate, formatDateShort, formatNumber } from "../lib/format";
import type { Bar, Figure } from "./figure";

/** Pixels that "Nov 2015" needs under its bar. */
const LABEL_WIDTH = 68;

/** Half of a bar, of the room that a year has. */
const HALF = 0.38;

/** Direct conduct in sums of twelve months, oldest first, against the twelve months before the forecast. */
export function levelFigure(view: ScenarioView): Figure {
  const years = view.level.years.toReversed();
  const { direct: baseline, covered } = view.level.baseline12;
  const registered = monthOf(view.registeredOn);
  const noun = view.mode === "back-test" ? "the article" : "registration";
  const label = (at: number, narrow: boolean): string[] => {
    const year = years[at];
    if (!year) return [];
    return narrow
      ? [`\u2019${year.to.slice(2, 4)}`, String(year.covered)]
      : [formatDateShort(year.to), `${year.covered} of 12`];
  };
  const bars = years.map(({ direct, covered: looked }, x): Bar => ({
    x: [x - HALF, x + HALF],
    y: [0, direct],
    colour: "accent",
    pattern: looked < JUDGED_FROM ? "hatched" : "solid",
    value: formatNumber(direct),
    short: formatNumber(direct, 0),
  }));
  return {
    label: "Bar chart of direct dealings in sums of twelve months; the numbers are in the table below.",
    colour: null,
    shared: false,
    marksOnly: false,
    table: {
      caption: "Points of direct dealings in twelve months, and how many of the twelve were looked at.",
      columns: [
        { text: "Twelve months" },
        { text: "Points", number: true },
        { text: "Months looked at", number: true },
      ],
      rows: [
        ...years.map((year, x) => ({
          x,
          y: year.direct,
          cells: [`to ${formatDate(year.to)}`, formatNumber(year.direct), `${year.covered} of 12`],
          opens: {
            title: `The twelve months to ${formatDate(year.to)}`,
            from: addMonths(year.to, -11),
            to: year.to,
          },
        })),
        {
          x: years.length,
          cells: [`before ${noun}`, formatNumber(baseline), `${covered} of 12`],
          opens: {
            title: `The twelve months before ${noun}`,
            from: addMonths(registered, -12),
            to: addMonths(registered, -1),
          },
        },
      ],
    },
    scene: (width) => {
      const narrow = width / Math.max(1, years.length) < LABEL_WIDTH;
      return {
        x: { kind: "slots", labels: years.map((_, at) => label(at, narrow)) },
        y: { kind: "value" },
        bars,
        rules: [{ axis: "y", at: baseline, label: `before ${noun}: ${formatNumber(baseline)}` }],
      };
    },
  };
}
