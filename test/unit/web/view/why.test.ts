import { describe, expect, it } from "vitest";
import { sumsOf } from "../../../../web/view/why";
import { anEvent } from "../../../factories";
import { viewOf } from "../view-of";

describe("why the index stands where it stands", () => {
  const view = viewOf({
    events: [
      anEvent({ ref: "E-1", date: "2012-07-03" }),
      anEvent({ ref: "E-2", date: "2012-10-03", weight100: 50 }),
      anEvent({ ref: "E-3", date: "2012-06-03", indicator: "veto", effective10: 35 }),
    ],
  });
  const { groups, named, smaller, total } = sumsOf(view);

  it("adds up line by line to the index as shown", () => {
    const shown = groups.flatMap(({ lines }) => lines.map((line) => line.shown));
    expect(shown.reduce((all, value) => all + value, 0)).toBeCloseTo(total, 9);
    expect(total).toBeCloseTo(Math.round(view.index * 100) / 100, 9);
  });

  it("keeps direct dealings and reasons apart and counts what is not named", () => {
    const direct = new Set(view.indicators.filter(({ role }) => role === "direct").map(({ key }) => key));
    const [first] = groups;
    expect(groups.map(({ title }) => title)).toEqual(["Direct dealings", "Reasons to expect warming"]);
    expect(first?.lines.every(({ contribution }) => !contribution || direct.has(contribution.indicator))).toBe(true);
    expect(named + smaller).toBe(view.contributionCount);
  });

  it("puts the smaller ones of each side in one line", () => {
    const many = Array.from({ length: 14 }, (_, at) => ({
      ref: `E-${at}`,
      id: `E-${at}`,
      indicator: [...view.indicators].find(({ role }) => role === "direct")?.key ?? "",
      title: "Visit",
      date: "2012-06-01",
      value: 1,
    }));
    const sums = sumsOf({ ...view, contributions: many, contributionCount: 20, index: 15.5, directIndex: 15.5 });
    // 12 named at 1.00, and 15.5 - 12 = 3.50 for the other 8.
    expect(sums.groups[0]?.lines.at(-1)).toEqual({ contribution: null, shown: 3.5 });
    expect(sums.smaller).toBe(8);
  });
});
