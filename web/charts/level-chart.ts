import type { ScenarioView } from "../../worker/core/view-types";
import { formatDate, formatNumber } from "../lib/format";
import type { Figure } from "./figure";
import { font, ownLabel, QUIET, valueScale } from "./scales";

/** Fewer covered months than this and the method does not judge a level (method, section 5). */
const ENOUGH_MONTHS = 9;

/** Pixels that "Nov 2015" needs under its bar. */
const LABEL_WIDTH = 72;

/** Direct conduct in sums of twelve months, oldest first, against the twelve months before the forecast. */
export function levelFigure(view: ScenarioView): Figure {
  const years = view.level.years.toReversed();
  const baseline = view.level.baseline12.direct;
  const before = view.mode === "back-test" ? "before the article" : "before registration";
  const tick = (at: number, narrow: boolean): string[] => {
    const year = years[at];
    if (!year) return [];
    return narrow
      ? [`\u2019${year.to.slice(2, 4)}`, String(year.covered)]
      : [formatDate(year.to).replace(/^(\p{L}{3})\p{L}*/u, "$1"), `${year.covered} of 12`];
  };
  return {
    label: "Bar chart of direct dealings in sums of twelve months; the numbers are in the table below.",
    colour: null,
    marks: [{ axis: "y", at: baseline, label: "" }],
    band: null,
    values: years.map(({ direct }) => direct),
    ranges: [],
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
          cells: [`to ${formatDate(year.to)}`, formatNumber(year.direct), `${year.covered} of 12`],
        })),
        {
          x: years.length,
          cells: [before, formatNumber(baseline), `${view.level.baseline12.covered} of 12`],
        },
      ],
    },
    config: (theme, width) => {
      const narrow = width / Math.max(1, years.length) < LABEL_WIDTH;
      const thin = (covered: number) => covered < ENOUGH_MONTHS;
      return {
        type: "bar",
        data: {
          datasets: [
            {
              data: years.map((year, x) => ({ x, y: year.direct })),
              backgroundColor: years.map((y) => theme.fill(theme.accent, thin(y.covered) ? "hatched" : "solid")),
              borderColor: theme.accent,
              borderWidth: 1,
              categoryPercentage: 0.86,
              barPercentage: 0.92,
              maxBarThickness: 56,
            },
          ],
        },
        options: {
          ...QUIET,
          scales: {
            x: {
              type: "linear",
              min: -0.5,
              max: Math.max(1, years.length) - 0.5,
              grid: { display: false },
              border: { color: theme.line },
              ticks: {
                color: theme.muted,
                font: font(theme, narrow ? 11 : 12),
                padding: 4,
                maxRotation: 0,
                autoSkip: false,
                callback: ownLabel,
              },
              afterBuildTicks: (scale) => {
                scale.ticks = years.map((_, value) => ({ value, label: tick(value, narrow) }));
              },
            },
            // The baseline's line and its label must fit, also where no year reaches it.
            y: {
              ...valueScale(theme),
              beginAtZero: true,
              suggestedMin: Math.min(0, baseline * 1.12),
              suggestedMax: Math.max(0, baseline * 1.12),
            },
          },
        },
      };
    },
  };
}
