/** A figure drawn into its place, for the width, the colours and the paper that the page has now. */
import uPlot from "uplot";
import type { Drawing } from "./drawing";
import type { Figure, Range, Theme } from "./figure";
import { optionsOf, UNREAD } from "./plot";
import { wholeRange } from "./reach";
import { dataOf, seriesOf } from "./series";
import { pageTheme, paperTheme } from "./theme";

/** Paper is narrower than most windows, and sharper. */
const PRINTED = { width: 680, sharpness: 2 };

/** What a reader does with it. */
export interface Reading {
  cursor: uPlot.Options["cursor"];
  onCursor: (plot: uPlot) => void;
  onDraw: (plot: uPlot) => void;
  /** The colours that it is drawn with from now on. */
  onTheme: (theme: Theme) => void;
}

export interface Chart {
  plot: () => uPlot;
  show: (range: Range) => void;
  destroy: () => void;
}

/** Draws into a host whose width was measured already and whose height does not change. */
export function drawChart(
  figure: Figure,
  host: HTMLElement,
  { width, height, range }: Pick<Drawing, "width" | "height"> & { range: Range | null },
  reading: Reading,
): Chart {
  const scene = figure.scene(width);
  const now: Drawing = {
    scene,
    theme: pageTheme(host),
    range: range ? [range.from, range.to] : wholeRange(scene),
    width,
    height,
    magnified: 1,
  };
  let printing = false;
  const colour = (): void => {
    const onPage = pageTheme(host);
    // The browser tells of printing while the page still has the colours of the screen, which may be dark.
    now.theme = printing ? paperTheme(onPage.font) : onPage;
    reading.onTheme(now.theme);
  };
  const make = (): uPlot => {
    const read = { setCursor: [reading.onCursor], draw: [reading.onDraw] };
    const options = printing ? optionsOf(now, UNREAD) : optionsOf(now, reading.cursor, read);
    return new uPlot(options, dataOf(now.scene), host);
  };
  const fit = (next: number): void => {
    Object.assign(now, { width: next, scene: figure.scene(next) });
  };
  colour();
  let plot = make();

  const resize = (): void => {
    const next = host.clientWidth;
    if (printing || next === 0 || next === now.width) return;
    fit(next);
    for (const [at, series] of seriesOf(now).entries()) Object.assign(plot.series[at] ?? {}, { width: series.width });
    plot.setSize({ width: next, height });
  };
  const recolour = (): void => {
    colour();
    plot.redraw(false);
  };
  const toPaper = (wanted: boolean): void => {
    if (printing === wanted) return;
    printing = wanted;
    plot.destroy();
    now.magnified = wanted ? PRINTED.sharpness / uPlot.pxRatio : 1;
    fit(wanted ? PRINTED.width : host.clientWidth);
    colour();
    plot = make();
    // The page is printed before the plot would draw by itself.
    if (wanted) plot.batch(() => undefined);
  };

  const left = new AbortController();
  const { signal } = left;
  const print = matchMedia("print");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  print.addEventListener("change", () => toPaper(print.matches), { signal });
  dark.addEventListener("change", recolour, { signal });
  addEventListener("beforeprint", () => toPaper(true), { signal });
  addEventListener("afterprint", () => toPaper(false), { signal });
  const sized = new ResizeObserver(resize);
  sized.observe(host);
  return {
    plot: () => plot,
    show: ({ from, to }) => {
      now.range = [from, to];
      plot.setScale("x", { min: from, max: to });
    },
    destroy: () => {
      left.abort();
      sized.disconnect();
      plot.destroy();
    },
  };
}
