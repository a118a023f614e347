import type { ScaleOptionsByType } from "chart.js";
import { formatNumber } from "../lib/format";
import { type TimeAxis, timeTicks } from "./axis";
import type { Theme } from "./figure";

type Linear = { type: "linear" } & Partial<
  Omit<ScaleOptionsByType<"linear">, "ticks" | "grid" | "border" | "title">
> & {
    ticks?: object;
    grid?: object;
    border?: object;
    title?: object;
  };

/** Below this many pixels the labels are shortened. */
export const NARROW = 520;

/** Every time chart has a value axis of this width, so that the same month stands at the same place in all of them. */
const VALUE_AXIS = 40;

export function font(theme: Theme, size = 12): { family: string; size: number } {
  return { family: theme.font, size };
}

/** Keeps the labels that `afterBuildTicks` gave; without it Chart.js writes the numbers over them. */
export function ownLabel(_value: number | string, order: number, ticks: { label?: string | string[] }[]) {
  return ticks[order]?.label ?? "";
}

/** What every chart shares: no animation (nothing moves that was not asked to), no legend drawn into the canvas. */
export const QUIET = {
  animation: false,
  responsive: true,
  maintainAspectRatio: false,
  normalized: true,
  // Fixed, so that the time axes of all charts end at the same place; room for the last label.
  layout: { autoPadding: false, padding: { top: 6, right: 14 } },
} as const;

/** Time from the first to the last month. Ticks are recomputed when a range button changes `min` and `max`. */
export function timeScale(axis: TimeAxis, theme: Theme, width: number): Linear {
  return {
    type: "linear",
    min: -0.5,
    max: axis.length - 0.5,
    // Bars would else be given half a bar of room on each side, and no longer stand at their months.
    offset: false,
    grid: { offset: false, color: theme.line, drawTicks: false },
    border: { color: theme.line },
    ticks: { color: theme.muted, font: font(theme), padding: 6, maxRotation: 0, autoSkip: false, callback: ownLabel },
    afterBuildTicks: (scale) => {
      scale.ticks = timeTicks(axis, scale.min, scale.max, Math.floor(width / 58));
    },
  };
}

function whole(value: number | string): string {
  return formatNumber(Number(value), 0);
}

export function valueScale(theme: Theme): Linear {
  return {
    type: "linear",
    grace: "6%",
    grid: { color: theme.line, drawTicks: false },
    border: { display: false },
    ticks: { color: theme.muted, font: font(theme), padding: 6, maxTicksLimit: 6, precision: 0, callback: whole },
    afterFit: (scale) => {
      scale.width = VALUE_AXIS;
    },
  };
}

/** Named rows, the first on top; the name stands above its line, inside the chart, so that the time axes stay aligned. */
export function rowScale(theme: Theme, names: string[], rowHeight: number): Linear {
  return {
    type: "linear",
    reverse: true,
    min: -0.7,
    max: names.length - 0.5,
    grid: { color: theme.line, drawTicks: false },
    border: { display: false },
    ticks: {
      color: theme.muted,
      font: font(theme),
      mirror: true,
      padding: 2,
      labelOffset: -rowHeight * 0.33,
      autoSkip: false,
      callback: ownLabel,
      z: 1,
    },
    afterBuildTicks: (scale) => {
      const fits = Math.floor((scale.chart.width - VALUE_AXIS - 20) / 6.6);
      scale.ticks = names.map((name, value) => ({
        value,
        label: name.length > fits ? `${name.slice(0, fits)}\u2026` : name,
      }));
    },
    afterFit: (scale) => {
      scale.width = VALUE_AXIS;
    },
  };
}

/** One row without a name or a line. */
export function blankScale(): Linear {
  return {
    type: "linear",
    min: -0.5,
    max: 0.5,
    grid: { display: false },
    border: { display: false },
    ticks: { display: false },
    afterFit: (scale) => {
      scale.width = VALUE_AXIS;
    },
  };
}
