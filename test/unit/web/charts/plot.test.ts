import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axesOf, paddingOf, xMarks } from "../../../../web/charts/axes";
import type { Drawing } from "../../../../web/charts/drawing";
import type { Scene } from "../../../../web/charts/figure";
import { optionsOf } from "../../../../web/charts/plot";
import { heightReach, wholeRange } from "../../../../web/charts/reach";
import { plainTheme } from "../view-of";

const axis = { origin: "2012-01", length: 24 };
const scene: Scene = {
  x: { kind: "time", axis },
  y: { kind: "value" },
  lines: [{ colour: "ink", width: 1, points: [0, 12, 23].map((x) => ({ x, y: x })) }],
};
const drawn = (over: Partial<Drawing> = {}): Drawing => ({
  scene,
  theme: plainTheme,
  range: wholeRange(over.scene ?? scene),
  width: 850,
  height: 300,
  magnified: 1,
  ...over,
});
const bars: Scene = {
  ...scene,
  lines: [],
  bars: [
    { x: [0, 1], y: [0, 4], colour: "ink", pattern: "solid", value: "4" },
    { x: [12, 13], y: [0, -9], colour: "ink", pattern: "solid", value: "\u22129" },
  ],
};

describe("the plot of a scene", () => {
  it("reaches from the start of the first month to the end of the last, or over a range of them", () => {
    expect(optionsOf(drawn(), {}).scales?.["x"]).toMatchObject({ time: false, min: -0.5, max: 23.5 });
    expect(optionsOf(drawn({ range: [2, 5] }), {}).scales?.["x"]).toMatchObject({ min: 2, max: 5 });
  });

  it("stands at the same place in every chart of the same width, whatever it holds", () => {
    const sidesOf = (one: Scene) => [axesOf(drawn({ scene: one }))[1]?.size, paddingOf(one)[1], paddingOf(one)[3]];
    const rows: Scene = { x: scene.x, y: { kind: "rows", names: ["a", "b"] } };
    const band: Scene = { x: scene.x, y: { kind: "none" } };
    expect([rows, band, bars].map(sidesOf)).toEqual([sidesOf(scene), sidesOf(scene), sidesOf(scene)]);
  });

  it("has the first row on top", () => {
    const rows: Scene = { x: scene.x, y: { kind: "rows", names: ["first", "second"] } };
    expect(optionsOf(drawn({ scene: rows }), {}).scales?.["y"]?.dir).toBe(-1);
    expect(heightReach(rows, [-0.5, 23.5], 60, [null, null])).toEqual([-0.75, 1.5]);
  });

  it("is drawn twice as large for paper, letters and all", () => {
    const options = optionsOf(drawn({ magnified: 2 }), {});
    expect([options.width, options.height]).toEqual([1700, 600]);
    expect(options.axes?.[0]?.font).toMatch(/^24px /);
    expect(options.series[1]?.width).toBe(2);
  });

  it("has no legend, which would say again what the key says", () => {
    expect(optionsOf(drawn(), {}).legend).toEqual({ show: false });
  });
});

describe("the heights of a plot", () => {
  const whole: [number, number] = [-0.5, 23.5];

  it("have nought at the foot where nothing is below it, and air above", () => {
    expect(heightReach(scene, whole, 200, [2, 50])).toEqual([0, 52]);
  });

  it("hold the bars and marks in sight, and no others", () => {
    expect(heightReach(bars, [-0.5, 5.5], 200, [null, null])[1]).toBeCloseTo(4 * 1.04, 9);
    expect(heightReach(bars, whole, 200, [null, null])[0]).toBeLessThan(-9);
  });

  it("leave room for a value that stands under its bar", () => {
    const { bars: [up, down] = [] } = bars;
    if (!up || !down) throw new Error("no bars");
    const [bare] = heightReach({ ...bars, bars: [up, { ...down, value: undefined }] }, whole, 200, [null, null]);
    const [valued] = heightReach(bars, whole, 200, [null, null]);
    // 14 of 186 pixels.
    expect(bare - valued).toBeCloseTo((13 * 14) / 186, 9);
  });

  it("are those of the axis where it says so", () => {
    expect(heightReach({ ...scene, y: { kind: "value", from: 0, to: 100 } }, whole, 200, [3, 7])).toEqual([0, 100]);
  });

  it("hold every value", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -10_000, max: 10_000 }), { minLength: 1, maxLength: 24 }), (tenths) => {
        const values = tenths.map((value) => value / 10);
        const [from, to] = heightReach(scene, whole, 200, [Math.min(...values), Math.max(...values)]);
        expect(from).toBeLessThanOrEqual(Math.min(0, ...values));
        expect(to).toBeGreaterThanOrEqual(Math.max(0, ...values));
        expect(to).toBeGreaterThan(from);
      }),
    );
  });
});

describe("the labels of the axes", () => {
  const labels = (over: Partial<Drawing>) => xMarks(drawn(over)).map(({ label }) => label);

  it("are quarters in a short range, and what would hang over the edge is left out", () => {
    expect(labels({ range: [-0.5, 11.5] })).toEqual(["Jan 2012", "Apr 2012", "Jul 2012", "Oct 2012"]);
    expect(labels({ range: [-0.5, 9.1] })).toEqual(["Jan 2012", "Apr 2012", "Jul 2012", null]);
  });

  it("stand in lines under bars", () => {
    const slots: Scene = { ...scene, x: { kind: "slots", labels: [["Nov 2012", "11 of 12"]] } };
    expect(labels({ scene: slots })).toEqual(["Nov 2012\n11 of 12"]);
  });

  it("are whole numbers where counts are shown", () => {
    const steps = (one: Scene) => axesOf(drawn({ scene: one }))[1]?.incrs as number[];
    expect(steps({ ...scene, y: { kind: "value", whole: true } }).every(Number.isInteger)).toBe(true);
    expect(steps(scene)).toEqual(expect.arrayContaining([0.1, 0.2, 0.5, 1, 2, 5, 10]));
  });
});
