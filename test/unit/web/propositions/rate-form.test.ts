import { describe, expect, it } from "vitest";
import { strongerOf } from "../../../../web/propositions/evidence-view";
import { cannotCount, clustersOf } from "../../../../web/propositions/rate-form";
import type { ViewEvidence } from "../../../../worker/core/view-types";
import { anOutcome } from "../../../factories";

function item(over: Partial<ViewEvidence>): ViewEvidence {
  return {
    event: "E-1",
    title: "Trip put off",
    date: "2012-09-27",
    likelihoodRatio: "1/3",
    cluster: "cancellation",
    rivalExplanation: "A clash of dates.",
    logLr: -1,
    counted: true,
    ...over,
  };
}

describe("which events can count", () => {
  const open = { outcome: null, deadline: "2012-12-31" };

  it("are those after the start, which itself belongs to the base rate", () => {
    expect(cannotCount({ date: "2012-06-15" }, open, "2012-06-15")).toContain("Too early");
    // A month counts from its first day.
    expect(cannotCount({ date: "2012-06" }, open, "2012-06-15")).toContain("Too early");
    expect(cannotCount({ date: "2012-06-16" }, open, "2012-06-15")).toBe("");
  });

  it("are those up to the deadline", () => {
    expect(cannotCount({ date: "2012-12-31" }, open, "2012-06-15")).toBe("");
    expect(cannotCount({ date: "2013-01-01" }, open, "2012-06-15")).toContain("After the deadline");
  });

  it("are those before the day of the outcome", () => {
    const settled = { ...open, outcome: anOutcome({ on: "2012-11-20" }) };
    expect(cannotCount({ date: "2012-11-20" }, settled, "2012-06-15")).toContain("Not before the outcome");
    expect(cannotCount({ date: "2012-11-19" }, settled, "2012-06-15")).toBe("");
  });
});

describe("clusters", () => {
  const strong = item({ event: "E-2", title: "Leader drops trip", logLr: -2.2 });
  const weak = item({ counted: false });
  const alone = item({ event: "E-3", cluster: null });

  it("are offered once each, told by their first item", () => {
    expect(clustersOf([weak, strong, alone])).toEqual([
      { value: "cancellation", label: "cancellation (Trip put off)" },
    ]);
  });

  it("name the item that counts in another's place", () => {
    expect(strongerOf(weak, [weak, strong, alone])).toBe(strong);
    expect(strongerOf(strong, [weak, strong, alone])).toBeUndefined();
  });
});
