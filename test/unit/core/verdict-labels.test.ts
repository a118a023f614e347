import { describe, expect, it } from "vitest";
import { changeLabel, originLabel, rangeLabel, variantLabel, verdictLabel } from "../../../worker/core/verdict-labels";

describe("labels", () => {
  it("a change has its sign, and nought has none", () => {
    expect([3.27, -0.29, 0.04, -0.04, 0, -0].map(changeLabel)).toEqual(["+3.3", "-0.3", "0.0", "0.0", "0.0", "0.0"]);
  });

  it("a range that rounds to nothing says why", () => {
    expect(rangeLabel({ riseLow: -4.32, riseHigh: 3.27 })).toBe("-4.3 to +3.3");
    expect(rangeLabel({ riseLow: -1.9, riseHigh: 0.03 })).toBe("-1.9 to 0.0");
    expect(rangeLabel({ riseLow: -0.01, riseHigh: 0.03 })).toBe("too many zero months for a range");
    expect(rangeLabel({ riseLow: null, riseHigh: null })).toBe("too few months for a range");
  });

  it("checks have names, those without an indicator its own", () => {
    const labels = [{ key: "visit", label: "Visits" }];
    expect(variantLabel("drivers-full", labels)).toBe("reasons to expect warming in full");
    expect(variantLabel("without:visit", labels)).toBe("without Visits");
    expect(variantLabel("without:other", labels)).toBe("without other");
  });

  it("not enough evidence means that we cannot tell", () => {
    expect([verdictLabel("not enough evidence"), verdictLabel("stalled")]).toEqual(["cannot tell", "stalled"]);
  });

  it("an article appeared, a forecast was made", () => {
    expect([originLabel({ mode: "back-test" }), originLabel({ mode: "registered" })]).toEqual([
      "when the article appeared",
      "when the forecast was made",
    ]);
  });
});
