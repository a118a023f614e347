import { describe, expect, it } from "vitest";
import type { Scene } from "../../../../web/charts/figure";
import type { Frame } from "../../../../web/charts/frame";
import { paintOver, paintUnder } from "../../../../web/charts/paint";
import { plainTheme } from "../view-of";

/** A context that notes what is written, filled and stroked, with the pen it had then. */
function recorder() {
  const marks: { what: string; text?: string; style?: unknown; align?: unknown; at?: number[]; dash: number[] }[] = [];
  const pen: Record<string, unknown> = {};
  let dash: number[] = [];
  const note = (what: string, style: unknown, text?: string, at?: number[]) =>
    marks.push({ what, style, dash, ...(text === undefined ? {} : { text, at, align: pen["textAlign"] }) });
  const known: Record<string, unknown> = {
    measureText: (text: string) => ({ width: text.length * 6 }),
    setLineDash: (segments: number[]) => (dash = segments),
    fillText: (text: string, ...at: number[]) => note("text", pen["fillStyle"], text, at),
    fill: () => note("fill", pen["fillStyle"]),
    fillRect: () => note("rect", pen["fillStyle"]),
    stroke: () => note("stroke", pen["strokeStyle"]),
  };
  const context = new Proxy(
    {},
    {
      get: (_, name: string) => known[name] ?? pen[name] ?? (() => undefined),
      set: (_, name: string, value: unknown) => {
        pen[name] = value;
        return true;
      },
    },
  );
  return { context: context as CanvasRenderingContext2D, marks };
}

const axis = { origin: "2012-01", length: 24 };

/** Two years over the whole width, and heights from -10 to 10. */
function frameOf({ width, height }: { width: number; height: number }): Frame {
  const [left, right, top, bottom] = [36, width - 14, 8, height - 22];
  return {
    left,
    right,
    top,
    bottom,
    x: (value) => left + ((value + 0.5) / 24) * (right - left),
    y: (value) => bottom - ((value + 10) / 20) * (bottom - top),
  };
}

function painted(scene: Partial<Scene>, size = { width: 600, height: 200 }) {
  const whole: Scene = { x: { kind: "time", axis }, y: { kind: "value" }, ...scene };
  const { context, marks } = recorder();
  const shown = { scene: whole, theme: plainTheme };
  paintUnder(context, shown, frameOf(size));
  paintOver(context, shown, frameOf(size));
  return marks;
}

const texts = (marks: ReturnType<typeof painted>) => marks.flatMap(({ text }) => text ?? []);

describe("drawing", () => {
  it("fills every bar with its pattern and writes its value", () => {
    const marks = painted({
      bars: [
        { x: [0, 10], y: [0, 5.25], colour: "accent", pattern: "hatched", value: "5.3" },
        { x: [12, 20], y: [0, -2], colour: "accent", pattern: "solid", value: "\u22122.0" },
      ],
    });
    expect(marks.filter(({ what }) => what === "rect").map(({ style }) => style)).toEqual([
      "hatched accent",
      "solid accent",
    ]);
    expect(texts(marks)).toEqual(expect.arrayContaining(["5.3", "\u22122.0"]));
  });

  it("writes values in short where the bars are too narrow for them", () => {
    const bars = Array.from({ length: 24 }, (_, x) => ({
      x: [x, x + 0.2] as [number, number],
      y: [0, 12] as [number, number],
      colour: "accent" as const,
      pattern: "solid" as const,
      value: "12.8",
      short: "13",
    }));
    expect(texts(painted({ bars }))).not.toContain("12.8");
    expect(texts(painted({ bars }))).toContain("13");
  });

  it("writes the longest words that fit on a stretch, or none", () => {
    const words = (to: number) =>
      texts(
        painted({
          y: { kind: "none" },
          bars: [
            { x: [0, to], y: [-0.3, 0.3], colour: "muted", pattern: "solid", words: ["Closed since 2015", "Closed"] },
          ],
        }),
      ).filter((text) => text.startsWith("Closed"));
    expect(words(20)).toEqual(["Closed since 2015"]);
    expect(words(4)).toEqual(["Closed"]);
    expect(words(1)).toEqual([]);
  });

  it("draws a dashed line for a rule that is in sight, and none for one that is not", () => {
    const rules = (at: number) =>
      painted({ rules: [{ axis: "x", at, label: "" }] }).filter(({ dash }) => dash.length > 0);
    expect(rules(4)).toHaveLength(1);
    expect(rules(30)).toHaveLength(0);
  });

  it("names marks where there is room, and the rule beside them", () => {
    const marks = painted({
      dots: [{ x: 12, y: 5, shape: "diamond", radius: 5, colour: "ink", fill: "full", sign: "\u2020" }],
      notes: [{ x: 12, y: 5, lines: ["Jan 2013", "A deal"] }],
      rules: [{ axis: "x", at: 4, label: "article appears" }],
    });
    expect(texts(marks)).toEqual(expect.arrayContaining(["Jan 2013", "A deal", "article appears", "\u2020"]));
  });

  it("keeps what it writes beside marks off the names of rows", () => {
    const written = (names: string[]) =>
      painted({
        y: { kind: "rows", names },
        dots: [{ x: 7.8, y: 0, shape: "circle", radius: 5, colour: "ink", fill: "full" }],
        notes: [{ x: 7.8, y: 0, lines: ["$2 bn"] }],
      }).find(({ text }) => text === "$2 bn")?.at;
    expect(written(["A stage with a very long name"])).not.toEqual(written([""]));
  });

  it("writes the name of a row at the right where a mark stands on its left end", () => {
    const aligned = (x: number) =>
      painted({
        y: { kind: "rows", names: ["Offered"] },
        dots: [{ x, y: 0, shape: "circle", radius: 5, colour: "ink", fill: "full" }],
      }).find(({ text }) => text === "Offered")?.align;
    expect([aligned(0), aligned(20)]).toEqual(["right", "left"]);
  });

  it("writes the names of rows and cuts those that are too long", () => {
    const names = ["Agreed", "A stage whose name is longer than a phone is wide and more"];
    const written = texts(painted({ y: { kind: "rows", names } }, { width: 200, height: 100 }));
    expect(written).toContain("Agreed");
    expect(written.find((text) => text.startsWith("A stage"))).toMatch(/\u2026$/);
  });
});
