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
    expect(rules).toEqual({ asks: "code", amount: "main", project: "main", plannedFor: "more" });
  });

  it("a codebook of ranks follows meetings: no amount, and the day they are announced for", () => {
    const rules = fieldRules(withFacets({ rank: "leader", step: "held" }, { rank: "official", step: "held" }));
    expect(rules).toEqual({ asks: "code", amount: "none", project: "more", plannedFor: "main" });
  });

  it("a codebook without facets, or with others, keeps both under More", () => {
    const plain = { asks: "code", amount: "more", project: "more", plannedFor: "more" };
    expect(fieldRules(withFacets(undefined))).toEqual(plain);
    expect(fieldRules(withFacets({ with: "China" }))).toEqual(plain);
  });

  it("a state has neither an amount nor an end date", () => {
    const rules = fieldRules({ kind: "state", codebook: [] });
    expect(rules).toEqual({ asks: "state", amount: "none", project: "none", plannedFor: "none" });
  });
});
