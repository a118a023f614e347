/**
 * What is drawn over and under the data: labelled lines, a band, values. chartjs-plugin-annotation and Chart.js's own
 * Filler can do most of it, but cost 15 kB gzipped together: more than a snapshot page has left beside Chart.js.
 */
import type { Chart, Plugin } from "chart.js";
import { formatNumber } from "../lib/format";
import type { Mark, Theme } from "./figure";

const GAP = 5;

function label(chart: Chart, theme: Theme, text: string, x: number): void {
  const { ctx, chartArea: area } = chart;
  ctx.font = `600 12px ${theme.font}`;
  const width = ctx.measureText(text).width;
  // Kept inside the chart: a mark near the right edge has its label on the left.
  const left = x + GAP + width > area.right ? Math.max(area.left, x - GAP - width) : x + GAP;
  ctx.globalAlpha = 0.85;
  ctx.fillStyle = theme.paper;
  ctx.fillRect(left - 3, area.top, width + 6, 17);
  ctx.globalAlpha = 1;
  ctx.fillStyle = theme.ink;
  ctx.textBaseline = "top";
  ctx.fillText(text, left, area.top + 3);
}

function drawMark(chart: Chart, theme: Theme, mark: Mark): void {
  const { ctx, chartArea: area, scales } = chart;
  const upright = mark.axis === "x";
  const at = scales[mark.axis]?.getPixelForValue(mark.at) ?? Number.NaN;
  const [low, high] = upright ? [area.left, area.right] : [area.top, area.bottom];
  if (!(at >= low && at <= high)) return;
  ctx.save();
  ctx.strokeStyle = theme.ink;
  ctx.lineWidth = 1.5;
  ctx.setLineDash([6, 4]);
  ctx.beginPath();
  ctx.moveTo(upright ? at : area.left, upright ? area.top : at);
  ctx.lineTo(upright ? at : area.right, upright ? area.bottom : at);
  ctx.stroke();
  if (mark.label !== "") label(chart, theme, mark.label, at);
  ctx.restore();
}

export function marksPlugin(marks: Mark[], theme: Theme): Plugin {
  return {
    id: "marks",
    afterDatasetsDraw: (chart) => marks.forEach((mark) => drawMark(chart, theme, mark)),
  };
}

/** Fills the space between two datasets, which are themselves drawn without a line. */
export function bandPlugin(between: [number, number] | null, theme: Theme): Plugin {
  return {
    id: "band",
    beforeDatasetsDraw: (chart) => {
      if (!between) return;
      const { ctx, chartArea: area } = chart;
      const [upper, lower] = between.map((order) => chart.getDatasetMeta(order).data);
      ctx.save();
      ctx.beginPath();
      ctx.rect(area.left, area.top, area.width, area.height);
      ctx.clip();
      ctx.beginPath();
      for (const point of [...(upper ?? []), ...(lower ?? []).toReversed()]) ctx.lineTo(point.x, point.y);
      ctx.fillStyle = theme.band;
      ctx.fill();
      ctx.restore();
    },
  };
}

/** Writes its value over each bar of the first dataset; whole numbers where one decimal is wider than the bars. */
export function valuesPlugin(values: number[], theme: Theme): Plugin {
  return {
    id: "values",
    afterDatasetsDraw: (chart) => {
      const { ctx } = chart;
      const bars = chart.getDatasetMeta(0).data;
      ctx.save();
      ctx.font = `11px ${theme.font}`;
      ctx.fillStyle = theme.ink;
      ctx.textAlign = "center";
      const room = Number(bars[0]?.getProps(["width"], true)["width"] ?? 0) + 6;
      const digits = values.some((value) => ctx.measureText(formatNumber(value)).width > room) ? 0 : 1;
      bars.forEach((bar, order) => {
        const value = values[order];
        if (value === undefined) return;
        ctx.textBaseline = value < 0 ? "top" : "bottom";
        ctx.fillText(formatNumber(value, digits), bar.x, bar.y + (value < 0 ? 2 : -2));
      });
      ctx.restore();
    },
  };
}
