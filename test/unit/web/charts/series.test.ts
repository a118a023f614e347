import { describe, expect, it } from "vitest";
import type { Scene } from "../../../../web/charts/figure";
import { bandsOf, dataOf, gapsOf, seriesOf } from "../../../../web/charts/series";
import { plainTheme } from "../view-of";

const x: Scene["x"] = { kind: "time", axis: { origin: "2012-01", length: 4 } };
const points = [0, 1, 2, 3].map((month) => ({ x: month, y: month * 10 }));
const dashed = [false, false, true, false];
const scene: Scene = {
  x,
  y: { kind: "value" },
  band: { upper: points.map((point) => ({ ...point, y: point.y + 1 })), lower: points },
  lines: [
    { points, colour: "ink", width: 1.25 },
    { points, colour: "accent", width: 3, dashed },
  ],
};
const size = { width: 600, height: 200, range: [-0.5, 3.5] as [number, number], magnified: 1, theme: plainTheme };
const series = seriesOf({ ...size, scene });

/** Where a series is not drawn, in months: the plot only says where months are. */
function hidden(at: number) {
  const plot = { valToPos: (value: number) => value };
  const { gaps } = series[at] ?? {};
  return typeof gaps === "function" ? gaps(plot as never, at, 0, 3, []) : gaps;
}

describe("the lines of a plot", () => {
  it("are columns on one x, a line with unlooked stretches twice", () => {
    const [places, ...heights] = dataOf(scene);
    expect(places).toEqual([0, 1, 2, 3]);
    expect(heights.map((column) => [...column])).toEqual([
      [1, 11, 21, 31],
      [0, 10, 20, 30],
      [0, 10, 20, 30],
      [0, 10, 20, 30],
      [0, 10, 20, 30],
    ]);
    expect(series).toHaveLength(6);
  });

  it("are dashed only in the stretches to months that nobody looked at", () => {
    expect(series.map(({ dash }) => dash !== undefined)).toEqual([false, false, false, false, true, false]);
    expect(hidden(4)).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(hidden(5)).toEqual([[1, 2]]);
    expect(hidden(3)).toBeUndefined();
  });

  it("have their own widths and colours; the edges of the band have none", () => {
    expect(series.map(({ width }) => width)).toEqual([undefined, 0, 0, 1.25, 3, 3]);
    const colours = series.map(({ stroke }) => (typeof stroke === "function" ? stroke({} as never, 1) : undefined));
    expect(colours).toEqual([undefined, undefined, undefined, "ink", "accent", "accent"]);
    expect(bandsOf({ ...size, scene })).toMatchObject([{ series: [1, 2] }]);
  });

  it("run on over places that only another line has", () => {
    const sparse: Scene = {
      x,
      y: { kind: "value" },
      lines: [
        { points: [points[0], points[3]].flatMap((point) => point ?? []), colour: "ink", width: 1 },
        { points, colour: "ink", width: 1 },
      ],
    };
    // Undefined, unlike null, is no gap to uPlot.
    expect(dataOf(sparse)[1]).toEqual([0, undefined, undefined, 30]);
  });

  it("leave a place at each end where there are none", () => {
    expect(dataOf({ x, y: { kind: "none" } })).toEqual([[-0.5, 3.5]]);
    expect(seriesOf({ ...size, scene: { x, y: { kind: "none" } } })).toEqual([{}]);
  });
});

describe("the gaps of a line", () => {
  it("are joined where they touch, so that dashes run on", () => {
    expect(gapsOf([true, true, true, false], points)).toEqual([[0, 2]]);
  });
});
