import fc from "fast-check";
import { expect, test } from "vitest";
import { assembleView } from "../../../worker/core/view";
import { viewInputFromEvents, type LoggedScenario } from "../../../worker/core/view-from-events";
import type { ScenarioView } from "../../../worker/core/view-types";
import { pixelOf, type Canvas } from "../../../worker/preview/canvas";
import { drawPreview } from "../../../worker/preview/draw";
import { unpackFont } from "../../../worker/preview/image";
import { oldViews } from "../../fixtures/old-views";
import { anEvent, aScenario } from "../../factories";

const font = await unpackFont();

function viewOf(over: Partial<LoggedScenario> = {}): ScenarioView {
  return assembleView(viewInputFromEvents(aScenario(over)));
}

const draw = (view: ScenarioView, publisher = "Signpost"): Canvas => drawPreview(view, publisher, font);

/** Which of the picture's rows differ. */
function changedRows(a: Canvas, b: Canvas): number[] {
  const row = ({ width, pixels }: Canvas, at: number) => Buffer.from(pixels.buffer, at * width, width);
  return Array.from({ length: a.height }, (_, at) => at).filter((at) => !row(a, at).equals(row(b, at)));
}

const view = viewOf({ events: [anEvent({ ref: "E-1" }), anEvent({ ref: "E-2", date: "2012-05-02" })] });

test("the publisher and the day stand at the head and change nothing below", () => {
  for (const other of [draw(view, "Another"), draw({ ...view, asOf: "2012-10-30" })]) {
    const rows = changedRows(draw(view), other);
    expect(rows.length).toBeGreaterThan(10);
    expect(Math.max(...rows)).toBeLessThan(90);
  }
});

test("a title that is too long is cut, so that its end changes nothing", () => {
  const long = `${"Pakistan and Russia, ".repeat(12)}allies`;
  expect(changedRows(draw({ ...view, title: long }), draw({ ...view, title: `${long}, or not` }))).toEqual([]);
});

test("a title in letters that are lacking is left out, and the verdict's word stands alone where its sentence has them", () => {
  const urdu = {
    ...view,
    title: "پاکستان اور روس",
    statement: "Stalled: پاکستان اور روس show no lasting rise. From June.",
  };
  const bare = { ...view, title: "", statement: "Stalled: دوستی is what it is. Other numbers." };
  expect(changedRows(draw(urdu), draw(bare))).toEqual([]);
  expect(changedRows(draw(urdu), draw({ ...urdu, statement: "Failing: دوستی. Other." })).length).toBeGreaterThan(0);
});

test("only the first sentence of the statement is shown", () => {
  const said = (rest: string) => draw({ ...view, statement: `Stalled: they show no lasting rise. ${rest}` });
  expect(changedRows(said("From June 2011 on."), said("Until May 2020."))).toEqual([]);
});

test("no words of events or their sources are in it", () => {
  const events = (text: string) => [anEvent({ ref: "E-1", title: text, notes: text, sourceTitle: text, quote: text })];
  expect(changedRows(draw(viewOf({ events: events("One") })), draw(viewOf({ events: events("Another") })))).toEqual([]);
});

test("the line is whole over months that somebody looked at and dashed over the others", () => {
  const inked = (months: ScenarioView["months"]) =>
    draw({ ...view, months }).pixels.filter((pixel) => pixel % 128 === pixelOf("ink", 15)).length;
  const line = (covered: boolean) => inked(view.months.map((month) => ({ ...month, covered }))) - inked([]);
  expect(line(false) / line(true)).toBeGreaterThan(0.3);
  expect(line(false) / line(true)).toBeLessThan(0.7);
});

test.each(oldViews().map(({ name, bytes }) => [name, bytes] as const))("a view as %s froze it is drawn", (_, bytes) => {
  const old: ScenarioView = JSON.parse(bytes.toString());
  expect(changedRows(draw(old), draw({ ...old, months: [] })).length).toBeGreaterThan(100);
});

test("every view is drawn, whatever its texts are and however many months it has", () => {
  const odd = fc.constantFrom(..."aЯΩéW .:-–…?", "\u0301", "\u202e", "\u200d", "\ud800", "中", "ﷺ", "👩", "\n", "\0");
  const text = fc.oneof(
    fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
    fc.string({ unit: odd, maxLength: 300 }),
  );
  const views = [
    view,
    viewOf(),
    viewOf({ asOf: "2009-05-31" }),
    viewOf({ events: [anEvent({ date: "2012-10-20" })], asOf: "2012-10-20" }),
    { ...view, months: [] },
    { ...view, months: view.months.slice(-1) },
    { ...view, verdicts: [] },
    { ...view, months: view.months.map((month) => ({ ...month, index: -1e300, band90: 1e305 })) },
  ];
  fc.assert(
    fc.property(fc.constantFrom(...views), text, text, text, (one, title, statement, publisher) => {
      const { pixels } = draw({ ...one, title, statement }, publisher);
      expect(pixels.length).toBe(1200 * 630);
    }),
    { numRuns: 50 },
  );
});
