/** What a chart is before it is drawn: pure values, so that what it shows can be tested without a canvas. */
import type { ChartConfiguration } from "chart.js";

export type Pattern = "solid" | "hatched" | "outline";
export type Fill = string | CanvasPattern;

/** Colours of the page as they are now; a config asks for nothing else. */
export interface Theme {
  ink: string;
  muted: string;
  line: string;
  paper: string;
  accent: string;
  /** The accent, pale: the band around a line. */
  band: string;
  font: string;
  /** A scenario's colour made legible on the paper. */
  colour: (colour: string) => string;
  fill: (colour: string, pattern: Pattern) => Fill;
}

export interface Column {
  text: string;
  number?: boolean;
  /** Its values explain themselves, so a sentence leaves the heading out. */
  bare?: boolean;
}

/** One row of the table is one mark of the chart: same order, same numbers. `x` is its place on the time axis. */
export interface Row {
  x: number;
  cells: string[];
}

export interface Table {
  caption: string;
  columns: Column[];
  rows: Row[];
}

/** A dashed line across the chart; an empty label leaves the naming to the key. */
export interface Mark {
  axis: "x" | "y";
  at: number;
  label: string;
}

export interface Range {
  label: string;
  from: number;
  to: number;
}

export type Config =
  | ChartConfiguration<"line", { x: number; y: number }[]>
  | ChartConfiguration<"bar", { x: number | [number, number]; y: number }[]>;

export interface Figure {
  /** What a screen reader says of the canvas; the table holds the numbers. */
  label: string;
  table: Table;
  marks: Mark[];
  /** The two datasets between which the band lies. */
  band: [number, number] | null;
  /** Written over the bars. */
  values: number[];
  /** Buttons that narrow the time shown; the table follows. */
  ranges: Range[];
  /** The colour of the picture, for its key; null where it is the page's accent. */
  colour: string | null;
  config: (theme: Theme, width: number) => Config;
}
