import { describe, expect, it } from "vitest";
import type { ViewIndicator } from "../../../../worker/core/view-types";
import { fieldRules } from "../../../../web/forms/field-rules";

function withFacets(...facets: (Record<string, string> | undefined)[]): Pick<ViewIndicator, "kind" | "codebook"> {
  const codebook = facets.map((facet, at) => ({
    key: `k${at}`,
    label: "Entry",
    score: 1,
    anchor: "",
    ...(facet ? { facets: facet } : {}),
  }));
  return { kind: "event", codebook };
}

describe("which questions an indicator asks", () => {
  it("a codebook of steps without ranks follows deals: amount and project come first", () => {
    const rules = fieldRules(withFacets({ step: "offered" }, { step: "signed" }));
    expect(rules).toEqual({ asks: "code", amount: "main", project: "main", plannedFor: "more", location: "more" });
  });

  it("a codebook of ranks follows meetings: no amount, and a day to come only where one was named", () => {
    const meetings = withFacets({ rank: "leader", step: "held" }, { rank: "leader", step: "announced" });
    expect(fieldRules(meetings, "held")).toEqual({
      asks: "code",
      amount: "none",
      project: "more",
      plannedFor: "more",
      location: "more",
    });
    expect(["", "announced", "put off", "called off"].map((step) => fieldRules(meetings, step).plannedFor)).toEqual([
      "more",
      "main",
      "main",
      "more",
    ]);
  });

  it("a codebook without facets, or with others, keeps both under More", () => {
    const plain = { asks: "code", amount: "more", project: "more", plannedFor: "more", location: "more" };
    expect(fieldRules(withFacets(undefined))).toEqual(plain);
    expect(fieldRules(withFacets({ with: "China" }))).toEqual(plain);
  });

  it("a state has neither an amount nor an end date, but a place that it may be confined to", () => {
    const rules = fieldRules({ kind: "state", codebook: [] });
    expect(rules).toEqual({ asks: "state", amount: "none", project: "none", plannedFor: "none", location: "main" });
  });
});
