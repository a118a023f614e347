import { describe, expect, it } from "vitest";
import { indexFigure } from "../../../../web/charts/index-chart";
import { anAttestation, anEvent, aRegistration } from "../../../factories";
import { plainTheme, viewOf } from "../view-of";

// A minister's visit on 3 October 2012 is 2.66 points; a month later 2.66 x 0.8909 = 2.37 are left.
const view = viewOf({
  asOf: "2012-12-10",
  events: [anEvent({ ref: "E-1" }), anEvent({ ref: "E-2", indicator: "veto", date: "2012-10-20" })],
  attestations: [anAttestation({ month: "2012-12" })],
});
const figure = indexFigure(view);

interface Line {
  data: { x: number; y: number }[];
  borderWidth: number;
  pointRadius: number[];
  segment: { borderDash: (at: { p1DataIndex: number }) => number[] | undefined };
}

function lines(): Line[] {
  return figure.config(plainTheme, 800).data.datasets as unknown as Line[];
}

describe("the index chart", () => {
  it("draws direct dealings thick, all evidence thin, and the two edges of the band", () => {
    const [direct, all, upper, lower] = lines();
    // The driver adds 0.25 x 2.8 x 0.95 = 0.665: 2.66 and 3.325 in October, the tenth month.
    expect(direct?.data[9]).toEqual({ x: 9, y: view.months[9]?.directIndex });
    expect(direct?.data[9]?.y).toBeCloseTo(2.66, 9);
    expect(all?.data[9]?.y).toBeCloseTo(3.325, 9);
    expect((upper?.data[9]?.y ?? 0) - (lower?.data[9]?.y ?? 0)).toBeCloseTo(2 * (view.months[9]?.band90 ?? 0), 9);
    expect(direct?.borderWidth).toBeGreaterThan(all?.borderWidth ?? 9);
    expect(figure.band).toEqual([2, 3]);
  });

  it("dashes the stretch to a month that nobody looked at", () => {
    const dash = (month: number) => lines()[0]?.segment.borderDash({ p1DataIndex: month });
    expect(dash(9)).toBeUndefined(); // October: events
    expect(dash(10)).toBeDefined(); // November: nobody looked
    expect(dash(11)).toBeUndefined(); // December: attested
  });

  it("marks the month that is not over with a hollow point, and no other", () => {
    expect(lines()[0]?.pointRadius.map((radius) => radius > 0)).toEqual([...Array<boolean>(11).fill(false), true]);
  });

  it("has a table with one row a month and the numbers of the chart", () => {
    expect(figure.table.rows).toHaveLength(view.months.length);
    expect(figure.table.rows[9]?.cells).toEqual([
      "October 2012",
      "2.7",
      "3.3",
      expect.stringMatching(/^±/),
      "2",
      "looked at",
    ]);
    expect(figure.table.rows[10]?.cells.at(-1)).toBe("not looked at");
    expect(figure.table.rows[11]?.cells.at(-1)).toBe("looked at, not over yet");
  });

  it("marks the day of registration, in the words of the mode", () => {
    // 15 June: 5 - 0.5 + 14 / 30
    expect(figure.marks[0]).toMatchObject({ axis: "x", label: "registered" });
    expect(figure.marks[0]?.at).toBeCloseTo(4.966_667, 6);
    const backTest = viewOf({ registration: aRegistration({ mode: "back-test" }), events: [anEvent()] });
    expect(indexFigure(backTest).marks[0]?.label).toBe("article appears");
  });

  it("offers no range that would show the same as all", () => {
    expect(figure.ranges).toEqual([]);
    const long = viewOf({ asOf: "2022-12-31", events: [anEvent()] });
    expect(indexFigure(long).ranges.map(({ label }) => label)).toEqual(["1 y", "3 y", "5 y", "Start", "All"]);
  });
});
