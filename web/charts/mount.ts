/** The only file that owns a Chart. It is imported lazily: the numbers are on screen before the chart code loads. */
import {
  BarController,
  BarElement,
  Chart,
  type ChartConfiguration,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from "chart.js";
import { h } from "../lib/dom";
import type { Figure, Range } from "./figure";
import { bandPlugin, marksPlugin, valuesPlugin } from "./plugins";
import { NARROW } from "./scales";
import { rowInWords, tableElement } from "./table";
import { themeOf } from "./theme";

Chart.register(BarController, BarElement, LinearScale, LineController, LineElement, PointElement);

/** The places that a figure's shell keeps free for the chart. */
export interface Shell {
  canvas: HTMLCanvasElement;
  key: HTMLElement;
  readout: HTMLElement;
  ranges: HTMLElement;
  table: HTMLElement;
}

function draw(figure: Figure, shell: Shell, width: number, onWidth: (width: number) => void): Chart {
  const theme = themeOf(shell.canvas);
  shell.key.style.setProperty("--swatch", figure.colour === null ? theme.accent : theme.colour(figure.colour));
  const config = figure.config(theme, width) as ChartConfiguration;
  const hint = shell.readout.dataset["hint"] ?? "";
  return new Chart(shell.canvas, {
    ...config,
    options: {
      ...config.options,
      interaction: { mode: "nearest", axis: "x", intersect: false },
      onResize: (_chart, size) => onWidth(size.width),
      onHover: (_event, elements) => {
        const row = figure.table.rows[elements[0]?.index ?? -1];
        shell.readout.textContent = row ? rowInWords(figure.table, row) : hint;
      },
    },
    plugins: [bandPlugin(figure.band, theme), marksPlugin(figure.marks, theme), valuesPlugin(figure.values, theme)],
  });
}

function show(chart: Chart, figure: Figure, shell: Shell, range: Range | undefined): void {
  const rows = figure.table.rows.filter(({ x }) => !range || (x >= range.from && x <= range.to));
  shell.table.replaceChildren(tableElement(figure.table, rows));
  const scale = chart.options.scales?.["x"];
  if (!range || !scale) return;
  Object.assign(scale, { min: range.from, max: range.to });
  chart.update();
}

/** Draws a figure and writes its table. Gives a function that takes the chart down again. */
export function mount(figure: Figure, shell: Shell): () => void {
  let range: Range | undefined;
  let width = shell.canvas.parentElement?.clientWidth ?? 0;
  // Labels are written for a width and colours for a scheme: when either changes, the chart is made anew.
  const onWidth = (next: number) => {
    const flips = next < NARROW !== width < NARROW;
    width = next;
    if (flips) queueMicrotask(redraw);
  };
  let chart = draw(figure, shell, width, onWidth);
  const redraw = () => {
    chart.destroy();
    chart = draw(figure, shell, width, onWidth);
    show(chart, figure, shell, range);
  };
  show(chart, figure, shell, range);
  shell.canvas.setAttribute("aria-label", figure.label);
  shell.readout.dataset["hint"] = shell.readout.textContent ?? "";
  shell.canvas.addEventListener("pointerleave", () => {
    shell.readout.textContent = shell.readout.dataset["hint"] ?? "";
  });
  const buttons = figure.ranges.map(({ label }, order) =>
    h(
      "button",
      { type: "button", class: "button small", "aria-pressed": String(order === figure.ranges.length - 1) },
      label,
    ),
  );
  buttons.forEach((button, order) =>
    button.addEventListener("click", () => {
      range = figure.ranges[order];
      show(chart, figure, shell, range);
      buttons.forEach((other) => other.setAttribute("aria-pressed", String(other === button)));
    }),
  );
  if (buttons.length > 1) shell.ranges.replaceChildren(...buttons);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", redraw);
  return () => {
    dark.removeEventListener("change", redraw);
    chart.destroy();
  };
}
