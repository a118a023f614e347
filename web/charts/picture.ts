/** A chart that is only looked at: on a canvas of its own, for a file. */
import uPlot from "uplot";
import type { Drawing } from "./drawing";
import type { Figure } from "./figure";
import { optionsOf, UNREAD } from "./plot";
import { wholeRange } from "./reach";
import { dataOf } from "./series";

export interface Asked extends Pick<Drawing, "theme" | "width" | "height"> {
  /** Null shows all. */
  range: { from: number; to: number } | null;
  /** Pixels of the picture to one of the chart. */
  sharpness: number;
}

/** Drawn at once, without a place on the page. */
export function pictureOf(figure: Figure, { theme, width, height, range, sharpness }: Asked): HTMLCanvasElement {
  const scene = figure.scene(width);
  const now: Drawing = {
    scene,
    theme,
    range: range ? [range.from, range.to] : wholeRange(scene),
    width,
    height,
    magnified: sharpness / uPlot.pxRatio,
  };
  const plot = new uPlot(optionsOf(now, UNREAD), dataOf(scene), document.createElement("div"));
  plot.batch(() => undefined);
  const { canvas } = plot.ctx;
  plot.destroy();
  return canvas;
}
