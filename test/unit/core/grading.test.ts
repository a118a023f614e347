import { describe, expect, it } from "vitest";
import { DomainError } from "../../../worker/core/errors";
import { effectiveScore10, weight100 } from "../../../worker/core/grading";
import { CREDIBILITIES, RELIABILITIES } from "../../../worker/core/types";
import { anIndicator, aRegistration, aStateIndicator } from "../../factories";

describe("the weight of a grade", () => {
  it("the number decides while the item can be judged, whatever the letter", () => {
    for (const letter of RELIABILITIES) {
      const weights = CREDIBILITIES.slice(0, 5).map((number) => weight100(aRegistration(), letter, number));
      expect(weights).toEqual([95, 75, 50, 25, 5]);
    }
  });

  it("the letter stands in where the item cannot be judged", () => {
    expect(RELIABILITIES.map((letter) => weight100(aRegistration(), letter, 6))).toEqual([95, 75, 50, 25, 5, 50]);
  });

  it("weights come from the registration, as whole hundredths", () => {
    const credibilityWeights = { "1": 0.29, "2": 0.57, "3": 0.5, "4": 0.25, "5": 0.05 };
    expect(weight100({ ...aRegistration(), credibilityWeights }, "A", 1)).toBe(29); // 0.29 * 100 = 28.999...
    expect(weight100({ ...aRegistration(), credibilityWeights }, "A", 2)).toBe(57);
  });
});

describe("the effective score", () => {
  it("is the codebook's in tenths, also below nought", () => {
    expect(effectiveScore10(anIndicator(), "leader_visit_held", null)).toBe(56);
    expect(effectiveScore10(anIndicator(), "leader_visit_called_off", null)).toBe(-50);
  });

  it("is the analyst's where one overrode it, also with 0", () => {
    expect(effectiveScore10(anIndicator(), "minister_visit_held", 40)).toBe(40);
    expect(effectiveScore10(anIndicator(), "minister_visit_held", 0)).toBe(0);
  });

  it("is 0 for a state", () => {
    expect(effectiveScore10(aStateIndicator(), null, null)).toBe(0);
  });

  it("a code that the codebook lacks is refused with its field", () => {
    const refusal = (): number => effectiveScore10(anIndicator(), "parade", null);
    expect(refusal).toThrow(DomainError);
    expect(refusal).toThrow(expect.objectContaining({ code: "invalid", field: "code" }));
  });
});
