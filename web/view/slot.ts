import type { Figure, KeyEntry, Opening, Range } from "../charts/figure";
import type { Verdict } from "../charts/save";
import type { Shell } from "../charts/mount";
import { type Child, h } from "../lib/dom";
import type { SavedKind, SavedPage } from "../charts/saved";
import type { Behind } from "./month-card";
import { saveMenu } from "./save-menu";

export type Charts = typeof import("../charts/all");

/** A place kept free for a chart: the page is laid out in full before the chart code arrives. */
export interface Slot {
  shell: Shell;
  build: (charts: Charts) => Figure;
}

/** What patterns, lines and marks stand for. */
export function keyList(entries: KeyEntry[]): HTMLElement {
  const item = ({ swatch, text }: KeyEntry) =>
    h("li", {}, swatch !== "none" && h("span", { class: `swatch ${swatch}`, "aria-hidden": "true" }), text);
  return h("ul", { class: "plain key", hidden: entries.length === 0 }, ...entries.map(item));
}

export interface SlotOptions {
  heading: HTMLElement;
  /** The generated sentence. */
  caption: string | Child[];
  /** What the marks mean and how to read a value; replaced by what is pointed at. */
  hint: string;
  /** One of its marks, for the words about keys: "month". */
  mark: string;
  /** Height of the canvas in pixels. */
  height: number;
  /** What the patterns or shapes stand for. */
  key: KeyEntry[];
  /** What it must say besides where it stands alone: a key that its page gives for several. */
  keyApart?: KeyEntry[];
  /** Stretches of time that buttons choose; the last one is shown first. */
  ranges?: Range[];
  /** Words left, picture right, on wide pages: many of them read as one. */
  lane?: boolean;
  /** Where the events behind a mark are found; null where a press opens nothing. */
  behind?: Behind | null;
  /** What a saved picture says first: the verdict, which its page has above it. */
  verdict?: Verdict;
  /** What a saved file says of where it is from. */
  page: SavedPage;
  build: (charts: Charts) => Figure;
}

/** For whoever reads the chart by keys; the words of the range buttons say what their keys do. */
function keysHint(mark: string, ranges: Range[], opens: boolean): string {
  const choices = ranges.map(({ key, label }) => `${key}: ${label.toLowerCase()}`).join(", ");
  const time = ranges.length === 0 ? "" : ` Keys for the time shown: ${choices}.`;
  return `Arrow keys go from ${mark} to ${mark}${opens ? ", Enter opens one, Escape closes it" : ""}.${time}`;
}

/** Opens what stands behind a mark in a panel under the chart, and goes back to the chart when it is closed. */
function opener(panel: HTMLElement, host: HTMLElement, behind: Behind | null): (opening: Opening | null) => void {
  let asked = 0;
  const close = (): void => {
    asked += 1;
    if (panel.hidden) return;
    const inside = panel.contains(document.activeElement);
    panel.hidden = true;
    panel.replaceChildren();
    if (inside) host.focus();
  };
  return (opening) => {
    if (!opening || !behind) return close();
    const question = ++asked;
    const show = (content: Node): void => {
      if (question !== asked) return;
      panel.hidden = false;
      panel.replaceChildren(content);
      panel.querySelector<HTMLElement>("h3")?.focus();
    };
    import("./month-card").then(
      ({ monthCard }) => show(monthCard(opening, behind, close)),
      () => show(h("p", { role: "alert" }, "The events could not be loaded. Reload the page to try again.")),
    );
  };
}

let charts: Promise<Charts> | null = null;

/** Asked for with the first figure, so that it comes while the words are laid out; a page without one never asks. */
function chartCode(): Promise<Charts> {
  charts ??= import("../charts/all");
  // Whoever draws hears of a failure; here it must only not be an error of its own.
  charts.catch(() => undefined);
  return charts;
}

/** A figure with heading, sentence, canvas, readout, its table folded under it, and room for what a press opens. */
export function figureSlot(options: SlotOptions): { element: HTMLElement; slot: Slot } {
  void chartCode();
  const { ranges = [], behind = null } = options;
  const ring = h("div", { class: "cursor-ring", hidden: true });
  const host = h(
    "div",
    { class: "chart", role: "img", "aria-label": "Chart; its numbers are in the table below." },
    ring,
  );
  host.style.height = `${options.height}px`;
  const key = keyList(options.key);
  const caption = h("figcaption", {}, ...[options.caption].flat());
  let range = ranges.at(-1) ?? null;
  const readout = h("p", { class: "readout" }, options.hint);
  const buttons = ranges.map((one, order) => ({
    range: one,
    button: h(
      "button",
      { type: "button", class: "button small", "aria-pressed": String(order === ranges.length - 1) },
      one.label,
    ),
  }));
  const table = h("div", { class: "figure-table" });
  const details = h("details", { class: "no-print" }, h("summary", {}, "Show as table"), table);
  const panel = h("div", { class: "month-card no-print", hidden: true });
  const title = options.heading.textContent;
  const save = (kind: SavedKind): void => {
    const saving = {
      title,
      caption: caption.textContent,
      verdict: options.verdict ?? null,
      key: [...options.key, ...(options.keyApart ?? [])],
      height: options.height,
      range,
      page: options.page,
    };
    Promise.all([chartCode(), import("../charts/save")])
      .then(([charts, { saveAs }]) => saveAs(kind, { ...saving, figure: options.build(charts) }, charts))
      .catch(() => (readout.textContent = "The file could not be made. Reload the page to try again."));
  };
  const words = h(
    "div",
    { class: "figure-words" },
    h(
      "div",
      { class: "row between" },
      options.heading,
      buttons.length > 0 &&
        h(
          "div",
          { class: "button-group ranges no-print", role: "group", "aria-label": "Time shown" },
          ...buttons.map(({ button }) => button),
        ),
    ),
    caption,
    key,
  );
  const picture = h(
    "div",
    { class: "figure-picture" },
    host,
    h("div", { class: "figure-foot" }, readout, details, saveMenu(title, save)),
    panel,
  );
  const element = h("figure", { class: options.lane ? "figure lane" : "figure" }, words, picture);
  const shell: Shell = {
    host,
    height: options.height,
    ring,
    key,
    readout,
    details,
    table,
    ranges: buttons,
    keys: keysHint(options.mark, ranges, behind !== null),
    onRange: (chosen) => void (range = chosen),
    onOpen: opener(panel, host, behind),
  };
  return { element, slot: { shell, build: options.build } };
}

/** Milliseconds of drawing between two turns of the event loop, so that the page stays responsive. */
const SLICE_MS = 50;

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** When what is on the page now is on the screen. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** What lies below the charts at hand, built when those are drawn: laying it out would keep them waiting. */
export interface Below {
  /** Adds the figures below, and gives their charts. */
  figures: () => Slot[];
  /** Adds the words after them, for which no chart waits. */
  words: () => void;
}

/**
 * Draws the charts once the page has been painted: those at hand first, then those below, in slices. Gives a function that
 * takes them down.
 */
export function drawSlots(slots: Slot[], below: Below | null = null): () => void {
  let stopped = false;
  let more: Slot[] | null = null;
  const figuresBelow = (): Slot[] => (more ??= below?.figures() ?? []);
  const mounted: (() => void)[] = [];
  const mountAll = async (charts: Charts, some: Slot[]): Promise<void> => {
    // Measured before the first of them changes the page: each would else lay it out anew.
    const widths = some.map(({ shell }) => shell.host.clientWidth);
    let since = performance.now();
    for (const [order, { shell, build }] of some.entries()) {
      if (performance.now() - since > SLICE_MS) {
        await nextTurn();
        since = performance.now();
      }
      if (stopped) return;
      mounted.push(charts.mount(build(charts), shell, widths[order] ?? 0));
      // It draws itself in a turn of its own, which counts as well.
      await Promise.resolve();
    }
  };
  const run = async () => {
    await painted();
    const charts = await chartCode();
    await mountAll(charts, slots);
    await nextTurn();
    if (stopped) return;
    await mountAll(charts, figuresBelow());
    await painted();
  };
  const failed = (error: unknown) => {
    // For whoever looks into it: the words in its place are for everybody else.
    console.error(error);
    for (const { shell } of [...slots, ...figuresBelow()])
      shell.readout.textContent = "The chart could not be loaded. Reload the page to try again.";
  };
  // The words below do without charts.
  const finish = (): void => {
    if (!stopped) below?.words();
  };
  run().catch(failed).then(finish);
  return () => {
    stopped = true;
    for (const unmount of mounted) unmount();
  };
}
