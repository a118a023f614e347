import type { ScenarioView, ViewMonth, ViewMove } from "../../worker/core/view-types";
import { formatDate, formatDateShort, formatNumber, formatSigned } from "../lib/format";
import { visibleText } from "../lib/user-text";
import { dayAt, monthAt, timeAxis } from "./axis";
import type { Dot, Figure, Note } from "./figure";
import { NARROW } from "./drawing";
import { shorten } from "./shorten";

/** How many of the largest moves are named in the chart itself, and how much of a title. */
const NAMED = 3;
const TITLE = { wide: 28, narrow: 20 };

function looked(month: ViewMonth): string {
  return `${month.covered ? "looked at" : "not looked at"}${month.provisional ? ", not over yet" : ""}`;
}

/** What moved a marked month most, for the table and the readout: "moved +11.4 points, most by: ..." */
function movedBy(move: ViewMove | undefined): string {
  if (!move) return "";
  const [first] = move.events;
  const by = first ? `, most by: ${first.title}` : "";
  return `${move.role === "direct" ? "moved" : "drivers moved"} ${formatSigned(move.value)}${by}`;
}

/** The warming index: direct conduct thick, everything thin, with the band of doubtful sources around the latter. */
export function indexFigure(view: ScenarioView): Figure {
  const { months, moves = [] } = view;
  const axis = timeAxis(view);
  const byMonth = new Map(moves.map((move) => [move.month, move]));
  const line = (pick: (month: ViewMonth) => number) => months.map((month, x) => ({ x, y: pick(month) }));
  const height = ({ month, role }: ViewMove): { x: number; y: number } => {
    const x = monthAt(axis, month);
    return { x, y: (role === "direct" ? months[x]?.directIndex : months[x]?.index) ?? 0 };
  };
  const marks = (scale: number): Dot[] =>
    moves.map((move) => ({
      ...height(move),
      shape: move.role === "direct" ? "circle" : "diamond",
      // Area grows with the points.
      radius: Math.min(10, Math.max(4, 2.3 * scale * Math.sqrt(Math.abs(move.value)))),
      colour: move.role === "direct" ? "accent" : "ink",
      fill: "full",
    }));
  const open = months.flatMap((month, x): Dot[] =>
    month.provisional
      ? [
          { x, y: month.directIndex, shape: "circle", radius: 4.5, colour: "accent", fill: "paper" },
          { x, y: month.index, shape: "circle", radius: 3.5, colour: "ink", fill: "paper" },
        ]
      : [],
  );
  const notes = (room: number): Note[] =>
    moves
      .toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value))
      .slice(0, NAMED)
      .map((move) => ({
        ...height(move),
        lines: [formatDateShort(move.month), shorten(visibleText(move.events[0]?.title ?? ""), room)],
      }));
  return {
    label: "Line chart of the warming index by month; the numbers are in the table below.",
    colour: null,
    shared: true,
    marksOnly: false,
    table: {
      caption: "Warming index at the end of each month, in points.",
      columns: [
        { text: "Month" },
        { text: "Direct dealings", number: true },
        { text: "All evidence", number: true },
        { text: "Source band", number: true },
        { text: "Events", number: true },
        { text: "Month looked at", bare: true },
        { text: "Largest moves", bare: true },
      ],
      rows: months.map((month, x) => ({
        x,
        y: month.directIndex,
        span: [x - 0.5, x + 0.5],
        cells: [
          formatDate(month.month),
          formatNumber(month.directIndex),
          formatNumber(month.index),
          `\u00b1${formatNumber(month.band90)}`,
          String(month.events),
          looked(month),
          movedBy(byMonth.get(month.month)),
        ],
        opens: { title: formatDate(month.month), from: month.month, to: month.month },
      })),
    },
    scene: (width) => {
      const narrow = width < NARROW;
      const dashed = months.map(({ covered }) => !covered);
      return {
        x: { kind: "time", axis },
        y: { kind: "value" },
        band: {
          upper: line(({ index, band90 }) => index + band90),
          lower: line(({ index, band90 }) => index - band90),
        },
        lines: [
          { points: line(({ index }) => index), colour: "ink", width: 1.25, dashed },
          { points: line(({ directIndex }) => directIndex), colour: "accent", width: narrow ? 2 : 3, dashed },
        ],
        dots: [...marks(narrow ? 0.75 : 1), ...open],
        notes: notes(narrow ? TITLE.narrow : TITLE.wide),
        rules: [
          {
            axis: "x",
            at: dayAt(axis, view.registeredOn),
            label: view.mode === "back-test" ? "article appears" : "registered",
          },
        ],
      };
    },
  };
}
