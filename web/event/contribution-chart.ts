import type { TimeAxis } from "../charts/axis";
import type { Dot, Figure } from "../charts/figure";
import { formatDate, formatSigned } from "../lib/format";
import type { Share } from "./contribution";

/** The share of one event in the index, as a line from its month on. */
export function contributionFigure(shares: readonly Share[]): Figure {
  const axis: TimeAxis = { origin: shares[0]?.month ?? "", length: Math.max(1, shares.length) };
  const points = shares.map(({ value }, x) => ({ x, y: value }));
  return {
    label: "Line chart of what this event adds to the index; the numbers are in the table below.",
    colour: null,
    shared: false,
    marksOnly: false,
    table: {
      caption: "What this event adds to the index at the end of each month, in points.",
      columns: [{ text: "Month" }, { text: "Points", number: true }],
      rows: shares.map(({ month, value }, x) => ({
        x,
        y: value,
        span: [x - 0.5, x + 0.5],
        cells: [formatDate(month), formatSigned(value, 2)],
      })),
    },
    scene: () => ({
      x: { kind: "time", axis },
      y: { kind: "value" },
      lines: [{ points, colour: "accent", width: 2.5 }],
      dots: points
        .slice(0, 1)
        .map((point): Dot => ({ ...point, shape: "circle", radius: 4, colour: "accent", fill: "full" })),
    }),
  };
}
