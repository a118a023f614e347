import { describe, expect, it } from "vitest";
import { ranked } from "../../../../web/propositions/forecasters-view";

describe("the order of forecasters", () => {
  it("ranks by skill those with a mean, and leaves the rest unranked below, by name", () => {
    const mean = (skill: number | null) => ({ meanBrier: 0.2, meanLog: 0.5, skill });
    const one = (by: string, skill?: number | null) => ({
      by,
      resolved: 5,
      mean: skill === undefined ? null : mean(skill),
      calibration: null,
    });
    const list = [one("Zoe"), one("Ann"), one("Low", -0.4), one("High", 0.3), one("None", null)];
    expect(ranked(list).map(({ by }) => by)).toEqual(["High", "Low", "None", "Ann", "Zoe"]);
  });
});
