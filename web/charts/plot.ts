/**
 * A scene as uPlot draws it. The library owns canvas, scales, axes, lines, band and cursor; what it has no notion of is
 * drawn by hooks: bars with patterns, shaped marks and the words beside them.
 */
import uPlot from "uplot";
import { axesOf, paddingOf, roomOf } from "./axes";
import type { Drawing } from "./drawing";
import { type Frame, frameOf, unitOf } from "./frame";
import { paintOver, paintUnder } from "./paint";
import { heightReach } from "./reach";
import { bandsOf, seriesOf } from "./series";

/** Times that are pointed at in one chart are shown by all with this key. */
export const TIME = "time";

/** A chart that is only looked at, on paper or in a file, has no cursor. */
export const UNREAD: uPlot.Options["cursor"] = { show: false };

type Paint = (ctx: CanvasRenderingContext2D, now: Drawing, frame: Frame) => void;

/** Draws in CSS pixels; what lies outside the range is not drawn, but a mark at its edge is drawn whole. */
function hook(now: Drawing, paint: Paint): (plot: uPlot) => void {
  return (plot) => {
    const { ctx } = plot;
    const frame = frameOf(plot, now.magnified);
    const unit = unitOf(now.magnified);
    ctx.save();
    ctx.scale(unit, unit);
    ctx.setLineDash([]);
    ctx.beginPath();
    ctx.rect(frame.left - 1, 0, frame.right - frame.left + 15, now.height);
    ctx.clip();
    paint(ctx, now, frame);
    ctx.restore();
  };
}

/** Options that read what is shown now at each drawing, so that a plot is made once. */
export function optionsOf(
  now: Drawing,
  cursor: uPlot.Options["cursor"],
  hooks: uPlot.Hooks.Arrays = {},
): uPlot.Options {
  const [min, max] = now.range;
  return {
    width: now.width * now.magnified,
    height: now.height * now.magnified,
    padding: paddingOf(now.scene).map((pixels) => pixels * now.magnified) as uPlot.Padding,
    legend: { show: false },
    select: { show: false, left: 0, top: 0, width: 0, height: 0 },
    scales: {
      x: { time: false, min, max, range: (_, from, to) => [from, to] },
      y: {
        dir: now.scene.y.kind === "rows" ? -1 : 1,
        range: (_, low, high) => heightReach(now.scene, now.range, roomOf(now), [low, high]),
      },
    },
    axes: axesOf(now),
    series: seriesOf(now),
    bands: bandsOf(now),
    cursor,
    hooks: { ...hooks, drawAxes: [hook(now, paintUnder)], draw: [hook(now, paintOver), ...(hooks.draw ?? [])] },
  };
}
