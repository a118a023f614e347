/** Where a plot shows its values, in CSS pixels from the corner of its canvas: what marks and the ring stand by. */
import uPlot from "uplot";

export interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: (value: number) => number;
  y: (value: number) => number;
}

/** Pixels of the canvas to one of a plot: more on a sharp screen, and where the plot was made larger than it is shown. */
export function unitOf(magnified: number): number {
  return uPlot.pxRatio * magnified;
}

/** A plot's own scales, without its magnification. */
export function frameOf(plot: uPlot, magnified = 1): Frame {
  const unit = unitOf(magnified);
  const { left, top, width, height } = plot.bbox;
  return {
    left: left / unit,
    right: (left + width) / unit,
    top: top / unit,
    bottom: (top + height) / unit,
    x: (value) => plot.valToPos(value, "x", true) / unit,
    y: (value) => plot.valToPos(value, "y", true) / unit,
  };
}
