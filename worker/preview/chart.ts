import { pointsLabel } from "../core/labels";
import type { ScenarioView } from "../core/view-types";
import { fill, type Canvas, type Ink } from "./canvas";
import { dayAt, scaleOf, stretchesOf, yearsBelow, type Box, type Scale } from "./chart-scale";
import type { Font } from "./font";
import { dashesOf, discOf, strokeOf, type Spot } from "./stroke";
import { lengthOf, typeset, wordsOf, write } from "./text";

type Charted = Pick<ScenarioView, "months" | "registeredOn" | "mode">;

const LABEL = 26;
/** Room for the mark of nought on the left, the newest value on the right, the start's name above, the years below. */
const ROOM = { left: 34, right: 110, above: 28, below: 40 };
/** Room between two years' labels. */
const APART = 110;
const LINE = 5;
/** Months drawn at once. */
const PIECE = 6;

/** Writes a label of the chart; `align` is the share of its length that lies left of x. */
type Say = (text: string, x: number, y: number, align: number, ink: Ink) => void;

/** The index by month with its band, a line at nought, the years below and the newest value at its end. */
export function drawChart(canvas: Canvas, view: Charted, font: Font, box: Box): void {
  const plot = {
    ...box,
    left: box.left + ROOM.left,
    right: box.right - ROOM.right,
    top: box.top + ROOM.above,
    bottom: box.bottom - ROOM.below,
  };
  const scale = scaleOf(view.months, plot);
  const say: Say = (text, x, y, align, ink) => {
    const face = ink === "accent" ? font.bold : font.regular;
    write(canvas, wordsOf(text, face, ink), LABEL, x - lengthOf(text, face, LABEL) * align, y);
  };
  drawBand(canvas, view, scale);
  drawNought(canvas, plot, scale, say);
  drawYears(canvas, view, plot, scale, say);
  drawStart(canvas, view, plot, scale, say);
  drawLine(canvas, view, scale, say);
}

function drawBand(canvas: Canvas, { months }: Charted, { x, y }: Scale): void {
  const upper = months.flatMap(({ index, band90 }, month) => [x(month), y(index + band90)]);
  const lower = months.map(({ index, band90 }, month) => [x(month), y(index - band90)]).toReversed();
  fill(canvas, [[...upper, ...lower.flat()]], "band");
}

function drawNought(canvas: Canvas, plot: Box, { y }: Scale, say: Say): void {
  const at = Math.round(y(0));
  const line: Spot[] = [
    [plot.left, at],
    [plot.right, at],
  ];
  fill(canvas, strokeOf(line, 2), "line");
  say("0", plot.left - 12, at + LABEL / 3, 1, "muted");
}

function drawYears(canvas: Canvas, { months }: Charted, { bottom }: Box, { x }: Scale, say: Say): void {
  const named = months.map(({ month }) => month);
  for (const { year, at } of yearsBelow(named, x(1) - x(0), APART)) {
    const tick: Spot[] = [
      [x(at), bottom],
      [x(at), bottom + 8],
    ];
    fill(canvas, strokeOf(tick, 2), "line");
    say(year, x(at), bottom + ROOM.below - 4, 0.5, "muted");
  }
}

/** A mark where the forecast begins, named above the plot on the side with more room. */
function drawStart(canvas: Canvas, view: Charted, plot: Box, { x }: Scale, say: Say): void {
  const [first] = view.months;
  const at = first ? x(dayAt(first.month, view.registeredOn)) : -1;
  if (at < plot.left || at > plot.right) return;
  const top = plot.top - ROOM.above;
  const line: Spot[] = [
    [at, top],
    [at, plot.bottom],
  ];
  const shapes = dashesOf(line, 4, 5).flatMap((dash) => strokeOf(dash, 2));
  fill(canvas, shapes, "muted");
  const left = at - plot.left > plot.right - at;
  const name = view.mode === "back-test" ? "article appears" : "registered";
  say(name, left ? at - 10 : at + 10, top + LABEL * 0.75, left ? 1 : 0, "muted");
}

/** Months that nobody looked at are dashed: the line there is what is left of earlier events. */
function drawLine(canvas: Canvas, { months }: Charted, { x, y }: Scale, say: Say): void {
  const spots = months.map(({ index }, month) => [x(month), y(index)] as const);
  const covered = months.map((month) => month.covered);
  for (const stretch of stretchesOf(spots, covered)) {
    const dashes = stretch.covered ? [] : dashesOf(stretch.spots, 9, 9);
    for (const dash of dashes) fill(canvas, strokeOf(dash, LINE - 1), "ink");
    // Piece by piece: the whole line's box would be nearly the whole picture, to be gone through for a few pixels.
    for (let at = 0; stretch.covered && at < stretch.spots.length - 1; at += PIECE) {
      fill(canvas, strokeOf(stretch.spots.slice(at, at + PIECE + 1), LINE), "ink");
    }
  }
  const [end, newest] = [spots.at(-1), months.at(-1)];
  if (!end || !newest) return;
  fill(canvas, [discOf(end[0], end[1], 9, 24)], "accent");
  say(typeset(pointsLabel(newest.index)), end[0] + 18, end[1] + LABEL / 3, 0, "accent");
}
