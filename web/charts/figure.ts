/** What a chart is before it is drawn: pure values, so that what it shows can be tested without a canvas. */
import type { ViewEvent } from "../../worker/core/view-types";
import type { TimeAxis } from "./axis";

export type Pattern = "solid" | "hatched" | "dotted" | "outline";
export type Fill = string | CanvasPattern;

/** A colour of the page by its name, or a scenario's own, which is made legible on the paper. */
export type Paint = "ink" | "muted" | "line" | "paper" | "accent" | "band" | `#${string}`;

/** What a key shows of a fill, a line or a mark. */
export type Swatch = Pattern | "thick" | "thin" | "band" | "dashed" | "mark" | "dot" | "diamond" | "none";

export interface KeyEntry {
  swatch: Swatch;
  text: string;
}

/** Colours of the page as they are now. */
export interface Theme {
  font: string;
  paint: (paint: Paint) => string;
  fill: (paint: Paint, pattern: Pattern) => Fill;
}

export interface Point {
  x: number;
  y: number;
}

/** A rectangle in units of the axes. */
export interface Bar {
  x: [number, number];
  y: [number, number];
  colour: Paint;
  pattern: Pattern;
  /** Written at its far end. */
  value?: string;
  /** Written instead where bars are narrow. */
  short?: string;
  /** Written inside it, the longest that fits. */
  words?: string[];
}

export interface Line {
  points: Point[];
  colour: Paint;
  width: number;
  /** By point: the stretch that leads to it is dashed. */
  dashed?: boolean[];
  /** Each value holds until the next one. */
  stepped?: boolean;
}

export type Shape = "circle" | "square" | "triangle" | "diamond" | "star" | "x" | "plus";

export interface Dot extends Point {
  shape: Shape;
  /** In pixels. */
  radius: number;
  colour: Paint;
  /** Empty, half transparent so that a mark behind it is seen, or full. */
  fill: "paper" | "half" | "full";
  /** A sign under it. */
  sign?: string;
}

/** Lines of text beside a point, written where there is room; the first of the list has the first choice. */
export interface Note extends Point {
  lines: string[];
  /** Pixels around its point that it keeps free: more than usual for a large mark. */
  clear?: number;
}

/** A dashed line across the chart. An empty label leaves the naming to the key. */
export interface Rule {
  axis: "x" | "y";
  at: number;
  label: string;
}

export type XAxis = { kind: "time"; axis: TimeAxis } | { kind: "slots"; labels: string[][] };

export type YAxis =
  | { kind: "value"; from?: number; to?: number; whole?: boolean }
  | { kind: "rows"; names: string[] }
  | { kind: "none" };

export interface Scene {
  x: XAxis;
  y: YAxis;
  band?: { upper: Point[]; lower: Point[] };
  bars?: Bar[];
  lines?: Line[];
  dots?: Dot[];
  notes?: Note[];
  rules?: Rule[];
}

export interface Column {
  text: string;
  number?: boolean;
  /** Its values explain themselves, so a sentence leaves the heading out. */
  bare?: boolean;
}

/** What a press on a mark opens: the events of a stretch of time, or one event that the view holds. */
export interface Opening {
  title: string;
  /** Months or days, both included. */
  from: string;
  to: string;
  indicator?: string;
  /** What the chart says of it. */
  reading?: string;
  events?: ViewEvent[];
}

/** One row of the table is one mark of the chart: same order, same numbers. */
export interface Row {
  /** Where the cursor stands for it. */
  x: number;
  /** The height of its mark, where it has one. */
  y?: number;
  /** The stretch of the axis for which it speaks, where that is not only its own place. */
  span?: [number, number];
  cells: string[];
  /** The row as a sentence, where the cells would make a poor one. */
  words?: string;
  opens?: Opening;
}

export interface Table {
  caption: string;
  columns: Column[];
  rows: Row[];
}

export interface Range {
  /** The key that chooses it while the chart has the focus. */
  key: string;
  label: string;
  from: number;
  to: number;
}

export interface Figure {
  /** What a screen reader says of the canvas; the table holds the numbers. */
  label: string;
  table: Table;
  /** The colour of the picture, for its key; null where it is the page's accent. */
  colour: Paint | null;
  /** Pointing at a time in one shows it in all that share the axis. */
  shared: boolean;
  /** Its marks stand apart, with heights of their own: a pointer means the nearest, not a stretch of time. */
  marksOnly: boolean;
  scene: (width: number) => Scene;
}
