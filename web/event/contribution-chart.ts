import { formatDate, formatNumber, formatSigned } from "../lib/format";
import type { TimeAxis } from "../charts/axis";
import type { Figure } from "../charts/figure";
import { QUIET, timeScale, valueScale } from "../charts/scales";
import type { Share } from "./contribution";

/** The share of one event in the index, as a line from its month on. */
export function contributionFigure(shares: readonly Share[]): Figure {
  const axis: TimeAxis = { origin: shares[0]?.month ?? "", length: Math.max(1, shares.length) };
  return {
    label: "Line chart of what this event adds to the index; the numbers are in the table below.",
    colour: null,
    marks: [],
    band: null,
    values: [],
    ranges: [],
    table: {
      caption: "What this event adds to the index at the end of each month, in points.",
      columns: [{ text: "Month" }, { text: "Points", number: true }],
      rows: shares.map(({ month, value }, x) => ({ x, cells: [formatDate(month), formatSigned(value, 2)] })),
    },
    config: (theme, width) => ({
      type: "line",
      data: {
        datasets: [
          {
            data: shares.map(({ value }, x) => ({ x, y: value })),
            borderColor: theme.accent,
            borderWidth: 2.5,
            // One month alone has no line to see.
            pointRadius: shares.map((_, at) => (at === 0 ? 4 : 0)),
            pointHoverRadius: 5,
            pointBackgroundColor: theme.accent,
          },
        ],
      },
      options: {
        ...QUIET,
        parsing: false,
        scales: {
          x: timeScale(axis, theme, width),
          y: {
            ...valueScale(theme),
            beginAtZero: true,
            ticks: {
              ...valueScale(theme).ticks,
              precision: 1,
              maxTicksLimit: 4,
              callback: (value: number | string) => formatNumber(Number(value)),
            },
          },
        },
      },
    }),
  };
}
