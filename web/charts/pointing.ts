/** From uPlot's cursor to rows and back: its line is shared by all charts on one time axis. */
import uPlot from "uplot";
import type { Figure, Row } from "./figure";
import { TIME } from "./plot";
import { rowAt, rowUnder } from "./rows";

/** Away from every plot: uPlot hides a cursor that is left of it. */
const NOWHERE = -10;

/** The row that a place in a plot means; in pixels from the corner of its plotting area. */
export function rowMeant(plot: uPlot, rows: Row[], at: { x: number; y: number }, freely: boolean): Row | null {
  const pixels = {
    x: (value: number) => plot.valToPos(value, "x"),
    y: (value: number) => plot.valToPos(value, "y"),
    at: (pixel: number) => plot.posToVal(pixel, "x"),
  };
  return rowUnder(rows, at, pixels, freely);
}

interface Read {
  figure: Pick<Figure, "shared" | "marksOnly">;
  rows: () => Row[];
  onRow: (row: Row | null) => void;
}

export interface Pointing {
  cursor: uPlot.Cursor;
  onCursor: (plot: uPlot) => void;
  /** Puts the cursor on a row, as keys do; null takes it away. */
  point: (plot: uPlot, row: Row | null) => void;
}

export function pointing({ figure, rows, onRow }: Read): Pointing {
  let meant: Row | null = null;
  /** A mark or a bar that stands for itself draws the cursor to its middle. */
  const move: uPlot.Cursor.MousePosRefiner = (plot, left, top) => {
    if (left < 0 || !plot.cursor.event) return [left, top];
    meant = rowMeant(plot, rows(), { x: left, y: top }, figure.marksOnly);
    return meant && !meant.span ? [plot.valToPos(meant.x, "x"), top] : [left, top];
  };
  const still = () => null;
  const cursor: uPlot.Cursor = {
    x: true,
    y: false,
    points: { show: false },
    // A press opens what stands behind a row: nothing is selected or zoomed, and no press is kept from the page.
    drag: { setScale: false, x: false, y: false, click: () => undefined },
    bind: { mousedown: still, mouseup: still, dblclick: still },
    move,
    ...(figure.shared ? { sync: { key: TIME, setSeries: false, scales: ["x", null] } } : {}),
  };
  return {
    cursor,
    onCursor: (plot) => {
      const { left = NOWHERE, event } = plot.cursor;
      if (left < 0) onRow(null);
      else onRow(event ? meant : rowAt(rows(), plot.posToVal(left, "x")));
    },
    point: (plot, row) => {
      const left = row ? plot.valToPos(row.x, "x") : NOWHERE;
      const top = row ? plot.valToPos(row.y ?? 0, "y") : NOWHERE;
      // It was no pointer that came here.
      delete plot.cursor.event;
      plot.setCursor({ left, top }, false);
      const { sync } = plot.cursor;
      if (!figure.shared || !sync) return;
      sync.values = [row?.x ?? 0, 0];
      uPlot.sync(TIME).pub("mousemove", plot, left, row ? 0 : NOWHERE, 1, 1, 0);
    },
  };
}
