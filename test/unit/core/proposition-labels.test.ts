import { describe, expect, it } from "vitest";
import {
  factorLabel,
  likelihoodLabel,
  oddsLabel,
  percentLabel,
  probabilityLabel,
} from "../../../worker/core/proposition-labels";

describe("labels of probabilities", () => {
  it("keep per cents within 1 and 99 and round halves up", () => {
    expect([0, 0.0005, 0.5724, 0.125, 1].map(percentLabel)).toEqual(["1 %", "1 %", "57 %", "13 %", "99 %"]);
  });

  it("round a half as on paper although the float lies below it", () => {
    // 0.575 * 100 is 57.49999999999999.
    expect(percentLabel(0.575)).toBe("58 %");
  });

  it("put the number beside the word", () => {
    expect(probabilityLabel(0.16)).toBe("16 %, very unlikely");
    expect(probabilityLabel(0.5)).toBe("50 %, roughly even chance");
  });
});

describe("labels of odds and ratios", () => {
  it("show factors to two decimals, or to two digits where they are small", () => {
    expect([1.4727, 3, 0.1122, 0.00312, 12.34, 288.4].map(factorLabel)).toEqual([
      "1.47",
      "3",
      "0.11",
      "0.0031",
      "12.3",
      "288",
    ]);
  });

  it("show odds with the smaller side as 1", () => {
    expect([1, 0.25, 4, 0.165].map(oddsLabel)).toEqual(["1:1", "1:4", "4:1", "1:6.06"]);
  });

  it("say a likelihood ratio in both directions", () => {
    expect(likelihoodLabel("1.5")).toBe("1.5 times likelier if the claim comes true");
    expect(likelihoodLabel("1/1.5")).toBe("1.5 times likelier if the claim does not come true");
    expect(likelihoodLabel("1")).toBe("just as likely either way: it tells nothing");
  });
});
