import type { Figure } from "../charts/figure";
import type { Shell } from "../charts/mount";
import { type Child, h } from "../lib/dom";

export type Charts = typeof import("../charts/all");

/** A place kept free for a chart: the page is laid out in full before the chart code arrives. */
export interface Slot {
  shell: Shell;
  build: (charts: Charts) => Figure;
}

export interface KeyEntry {
  /** A swatch: a fill, or a line of the index. */
  swatch: "solid" | "hatched" | "outline" | "thick" | "thin" | "band" | "dashed" | "mark" | "none";
  text: string;
}

function keyList(entries: KeyEntry[]): HTMLElement {
  const item = ({ swatch, text }: KeyEntry) =>
    h("li", {}, swatch !== "none" && h("span", { class: `swatch ${swatch}`, "aria-hidden": "true" }), text);
  return h("ul", { class: "plain key", hidden: entries.length === 0 }, ...entries.map(item));
}

export interface SlotOptions {
  heading: HTMLElement;
  /** The generated sentence. */
  caption: string | Child[];
  /** What the marks mean and how to read a value; replaced by the month pointed at. */
  hint: string;
  /** Height of the canvas in pixels. */
  height: number;
  /** What the patterns or shapes stand for. */
  key: KeyEntry[];
  build: (charts: Charts) => Figure;
}

/** A figure with heading, sentence, canvas, readout and its table folded under it. */
export function figureSlot(options: SlotOptions): { element: HTMLElement; slot: Slot } {
  const canvas = h("canvas", { role: "img", "aria-label": "Chart; its numbers are in the table below." });
  const holder = h("div", { class: "canvas" }, canvas);
  holder.style.height = `${options.height}px`;
  const key = keyList(options.key);
  const readout = h("p", { class: "readout" }, options.hint);
  const ranges = h("div", { class: "button-group ranges no-print", role: "group", "aria-label": "Time shown" });
  const table = h("div", { class: "figure-table" });
  const element = h(
    "figure",
    { class: "figure" },
    h("div", { class: "row between" }, options.heading, ranges),
    h("figcaption", {}, ...[options.caption].flat()),
    key,
    holder,
    readout,
    h("details", { class: "no-print" }, h("summary", {}, "Show as table"), table),
  );
  return { element, slot: { shell: { canvas, key, readout, ranges, table }, build: options.build } };
}

/** Draws the charts one after the other once the page has been painted. Gives a function that takes them down. */
export function drawSlots(slots: Slot[]): () => void {
  let stopped = false;
  const mounted: (() => void)[] = [];
  const run = async () => {
    const charts = await import("../charts/all");
    for (const { shell, build } of slots) {
      if (stopped) return;
      mounted.push(charts.mount(build(charts), shell));
      // A turn of the event loop between charts, so that the page stays responsive while they are drawn.
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  const failed = () => {
    for (const { shell } of slots)
      shell.readout.textContent = "The chart could not be loaded. Reload the page to try again.";
  };
  requestAnimationFrame(() => setTimeout(() => run().catch(failed)));
  return () => {
    stopped = true;
    for (const unmount of mounted) unmount();
  };
}
