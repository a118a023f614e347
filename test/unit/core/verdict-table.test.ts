import { describe, expect, it } from "vitest";
import { verdictInputs } from "../../../worker/core/verdict-inputs";
import { relevancesOf, tableOf } from "../../../worker/core/verdict-table";
import { viewInputFromEvents } from "../../../worker/core/view-from-events";
import { anEvent, aScenario, aStateRow } from "../../factories";

const inputs = verdictInputs(
  viewInputFromEvents(
    aScenario({
      asOf: "2012-06-30",
      events: [
        anEvent({ ref: "a", date: "2011-07-01" }),
        anEvent({ ref: "b", date: "2011-07-02", indicator: "veto" }),
        anEvent({ ref: "c", date: "2011-08-01" }),
        aStateRow({ date: "2011-11-26" }),
      ],
    }),
  ),
);
const placeOf = (key: string): number => inputs.settings.indicators.findIndex((indicator) => indicator.key === key);

describe("the table of a verdict's inputs", () => {
  it("holds the cells of each month in a row, with the places of their indicators", () => {
    const { sums, cellsFrom, cellOf, windowAt } = tableOf(inputs);
    expect(inputs.months[windowAt]?.month).toBe("2011-06");
    const july = windowAt + 1;
    expect([cellsFrom[july], cellsFrom[july + 1], cellsFrom[july + 2]]).toEqual([0, 2, 3]);
    const cells = inputs.months.flatMap((month) => month.cells);
    expect([...cellOf]).toEqual(cells.map(({ indicator }) => placeOf(indicator)));
    expect([...sums.sumWAbs]).toEqual(cells.map(({ sumWAbs }) => sumWAbs));
    expect([...sums.n]).toEqual([1, 1, 1]);
    expect([...cellOf].toSorted()).toEqual([placeOf("visit"), placeOf("visit"), placeOf("veto")].toSorted());
  });

  it("holds what states earned before relevance", () => {
    const { earned, earnedFrom, earnedOf } = tableOf(inputs);
    const november = inputs.months.findIndex(({ month }) => month === "2011-11");
    const place = earnedFrom[november] ?? -1;
    const scale = inputs.settings.indicators[earnedOf[place] ?? -1];
    expect(scale?.key).toBe("supply_line");
    expect(earned[place]).toBeCloseTo(((scale?.fullScale ?? 0) * (scale?.values["closed"] ?? 0) * 5) / 30, 12); // 26 to 30 November
  });

  it("gives an indicator that is not in the settings no relevance", () => {
    const list = relevancesOf(
      inputs.settings,
      new Map([
        ["visit", 0.5],
        ["other", 1],
      ]),
    );
    expect(list[placeOf("visit")]).toBe(0.5);
    expect([...list].filter((relevance) => relevance !== 0)).toEqual([0.5]);
  });
});
