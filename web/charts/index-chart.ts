import type { ScenarioView, ViewMonth } from "../../worker/core/view-types";
import { formatDate, formatNumber } from "../lib/format";
import { dayAt, monthAt, type TimeAxis, timeAxis } from "./axis";
import type { Figure, Range, Theme } from "./figure";
import { NARROW, QUIET, timeScale, valueScale } from "./scales";

function ranges(view: ScenarioView, axis: TimeAxis): Range[] {
  const end = axis.length - 0.5;
  const last = (years: number): Range => ({ label: `${years} y`, from: Math.max(-0.5, end - years * 12), to: end });
  const start = monthAt(axis, view.registeredOn.slice(0, 7));
  const around: Range = {
    label: view.mode === "back-test" ? "Article" : "Start",
    from: Math.max(-0.5, start - 18.5),
    to: Math.min(end, start + 36.5),
  };
  const all: Range = { label: "All", from: -0.5, to: end };
  // A button that shows what another shows, or next to nothing, is left out.
  const useful = [last(1), last(3), last(5), around].filter(
    (range) => range.to - range.from >= 6 && range.to - range.from < end,
  );
  return useful.length === 0 ? [] : [...useful, all];
}

function looked(month: ViewMonth): string {
  return `${month.covered ? "looked at" : "not looked at"}${month.provisional ? ", not over yet" : ""}`;
}

/** A stretch is dashed where nobody looked at the month that it leads to: there the line can only fade. */
function dashes(months: ViewMonth[]): { borderDash: (context: { p1DataIndex: number }) => number[] | undefined } {
  return { borderDash: ({ p1DataIndex }) => (months[p1DataIndex]?.covered ? undefined : [3, 4]) };
}

function line(months: ViewMonth[], pick: (month: ViewMonth) => number, colour: string, width: number, theme: Theme) {
  const hollow = (month: ViewMonth) => (month.provisional ? Math.max(3, width + 1) : 0);
  return {
    data: months.map((month, x) => ({ x, y: pick(month) })),
    borderColor: colour,
    borderWidth: width,
    segment: dashes(months),
    pointRadius: months.map(hollow),
    pointHoverRadius: 5,
    pointBackgroundColor: theme.paper,
    pointBorderColor: colour,
    pointBorderWidth: 2,
  };
}

/** The warming index: direct conduct thick, everything thin, with the band of doubtful sources around the latter. */
export function indexFigure(view: ScenarioView): Figure {
  const { months } = view;
  const axis = timeAxis(view);
  return {
    label: "Line chart of the warming index by month; the numbers are in the table below.",
    colour: null,
    marks: [
      {
        axis: "x",
        at: dayAt(axis, view.registeredOn),
        label: view.mode === "back-test" ? "article appears" : "registered",
      },
    ],
    band: [2, 3],
    values: [],
    ranges: ranges(view, axis),
    table: {
      caption: "Warming index at the end of each month, in points.",
      columns: [
        { text: "Month" },
        { text: "Direct dealings", number: true },
        { text: "All evidence", number: true },
        { text: "Source band", number: true },
        { text: "Events", number: true },
        { text: "Month looked at", bare: true },
      ],
      rows: months.map((month, x) => ({
        x,
        cells: [
          formatDate(month.month),
          formatNumber(month.directIndex),
          formatNumber(month.index),
          `\u00b1${formatNumber(month.band90)}`,
          String(month.events),
          looked(month),
        ],
      })),
    },
    config: (theme, width) => {
      const edge = { borderWidth: 0, pointRadius: 0, pointHoverRadius: 0 };
      return {
        type: "line",
        data: {
          datasets: [
            line(months, (month) => month.directIndex, theme.accent, width < NARROW ? 2 : 3, theme),
            line(months, (month) => month.index, theme.ink, 1.25, theme),
            { ...edge, data: months.map((month, x) => ({ x, y: month.index + month.band90 })) },
            { ...edge, data: months.map((month, x) => ({ x, y: month.index - month.band90 })) },
          ],
        },
        options: { ...QUIET, parsing: false, scales: { x: timeScale(axis, theme, width), y: valueScale(theme) } },
      };
    },
  };
}
