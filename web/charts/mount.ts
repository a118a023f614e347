/** Draws a figure into its shell and lets people read it by pointer, touch and keys. */
import type uPlot from "uplot";
import { visibleText } from "../lib/user-text";
import { drawChart } from "./chart";
import { type Pointing, pointing, rowMeant } from "./pointing";
import type { Figure, Opening, Range, Row, Theme } from "./figure";
import { frameOf } from "./frame";
import { visibleRows } from "./rows";
import { rowInWords, tableElement } from "./table";
import { stepFor } from "./walk";

/** The places that a figure's shell keeps free for the chart. */
export interface Shell {
  /** Holds the chart, takes the focus, and has the height that the chart will have. */
  host: HTMLElement;
  height: number;
  /** A ring around the mark that is pointed at. */
  ring: HTMLElement;
  key: HTMLElement;
  readout: HTMLElement;
  details: HTMLDetailsElement;
  table: HTMLElement;
  /** What the keys do, in words. */
  keys: string;
  ranges: { range: Range; button: HTMLButtonElement }[];
  /** The range that is shown, for whoever saves it. */
  onRange: (range: Range) => void;
  /** Opens what stands behind a row; called with null to close it. */
  onOpen: (opening: Opening | null) => void;
}

/** Draws at a width that was measured already. Gives a function that takes the chart down again. */
export function mount(figure: Figure, shell: Shell, width: number): () => void {
  const { host, readout } = shell;
  const hint = readout.textContent ?? "";
  let range: Range | null = shell.ranges.at(-1)?.range ?? null;
  let shown: Row | null = null;
  const rows = (): Row[] => visibleRows(figure.table.rows, range);

  const show = (row: Row | null): void => {
    if (row === shown) return;
    shown = row;
    readout.textContent = row ? rowInWords(figure.table, row) : hint;
    markRow(shell, chart.plot(), row);
  };
  // Without a colour of its own a key has the page's.
  const colourKey = ({ paint }: Theme): void => {
    if (figure.colour) shell.key.style.setProperty("--swatch", paint(figure.colour));
  };
  const to: Pointing = pointing({ figure, rows, onRow: show });
  const chart = drawChart(
    figure,
    host,
    { width, height: shell.height, range },
    { cursor: to.cursor, onCursor: to.onCursor, onDraw: (plot) => markRow(shell, plot, shown), onTheme: colourKey },
  );
  const point = (row: Row | null): void => {
    to.point(chart.plot(), row);
    show(row);
  };
  const fillTable = (): void => {
    if (shell.details.open) shell.table.replaceChildren(tableElement(figure.table, rows()));
  };
  const choose = (key: string): void => {
    for (const { range: one, button } of shell.ranges) {
      button.setAttribute("aria-pressed", String(one.key === key));
      if (one.key === key) range = one;
    }
    point(null);
    if (range) {
      chart.show(range);
      shell.onRange(range);
    }
    fillTable();
  };
  const open = (row: Row | null): void => {
    if (row?.opens) shell.onOpen({ ...row.opens, reading: rowInWords(figure.table, row) });
  };
  const under = (event: MouseEvent): Row | null => {
    const { left, top } = chart.plot().over.getBoundingClientRect();
    return rowMeant(chart.plot(), rows(), { x: event.clientX - left, y: event.clientY - top }, figure.marksOnly);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const all = rows();
    // A chart that nobody has read yet is entered at its newest point.
    const at = shown ? all.indexOf(shown) : all.length;
    const keys = shell.ranges.map(({ range: one }) => one.key);
    const step = stepFor(event.key, at, all.length, keys);
    if (step === null) return;
    event.preventDefault();
    if (step === "open") open(shown);
    else if (step === "close") {
      shell.onOpen(null);
      point(null);
    } else if ("range" in step) choose(step.range);
    else point(all[step.to] ?? null);
  };

  const left = new AbortController();
  const { signal } = left;
  host.setAttribute("aria-label", visibleText(figure.label));
  host.setAttribute("role", "application");
  host.setAttribute("aria-roledescription", "chart");
  host.tabIndex = 0;
  host.addEventListener(
    "click",
    (event) => {
      point(under(event));
      open(shown);
    },
    { signal },
  );
  // What is read may be shorter than the hint: nothing below moves.
  host.addEventListener("pointerenter", () => (readout.style.minHeight = `${readout.offsetHeight}px`), { signal });
  // uPlot follows the mouse; a finger that is drawn along the chart reads it too.
  const byFinger = (event: PointerEvent): void => {
    if (event.pointerType !== "mouse") point(under(event));
  };
  host.addEventListener("pointermove", byFinger, { signal });
  host.addEventListener("keydown", onKey, { signal });
  // Only what keys walk through is spoken: under a moving pointer it would never end.
  host.addEventListener(
    "focus",
    () => {
      readout.setAttribute("aria-live", "polite");
      if (host.matches(":focus-visible") && !shown) readout.textContent = shell.keys;
    },
    { signal },
  );
  host.addEventListener(
    "blur",
    (event) => {
      readout.removeAttribute("aria-live");
      if (!shown) readout.textContent = hint;
      // What was opened stays marked while its panel is read.
      const next = event.relatedTarget;
      if (!(next instanceof Node && host.closest("figure")?.contains(next))) point(null);
    },
    { signal },
  );
  shell.details.addEventListener("toggle", fillTable, { signal });
  for (const { range: one, button } of shell.ranges) {
    button.addEventListener("click", () => choose(one.key), { signal });
  }
  fillTable();
  return () => {
    left.abort();
    chart.destroy();
  };
}

/** The ring stands on the mark of a row, if that is in sight. */
function markRow({ ring }: Shell, plot: uPlot, row: Row | null): void {
  const frame = frameOf(plot);
  const x = row?.y === undefined ? Number.NaN : frame.x(row.x);
  ring.hidden = !(x >= frame.left - 1 && x <= frame.right + 1);
  if (ring.hidden || row?.y === undefined) return;
  ring.style.left = `${x}px`;
  ring.style.top = `${frame.y(row.y)}px`;
}
