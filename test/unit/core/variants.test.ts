import { describe, expect, it } from "vitest";
import { variantsOf, type Variant } from "../../../worker/core/variants";
import { aDriver, anIndicator } from "../../factories";

const indicators = [
  anIndicator(),
  aDriver(),
  anIndicator({ key: "context", role: "context", relevance: 0 }),
  anIndicator({ key: "trade", relevance: 0.5 }),
];
const variants = new Map(variantsOf({ halfLifeMonths: 6, indicators }).map((variant) => [variant.key, variant]));

function relevances(key: string): number[] {
  return [...(variants.get(key)?.relevances.values() ?? [])];
}

describe("the checks", () => {
  it("come in a fixed order, then one without each indicator of relevance above 0", () => {
    expect([...variants.keys()]).toEqual([
      "base",
      "half-life-3",
      "half-life-12",
      "weights-off",
      "drivers-off",
      "drivers-full",
      "count-neutral",
      "signs-only",
      "without:visit",
      "without:veto",
      "without:trade",
    ]);
  });

  it("change one assumption each", () => {
    const changed = (variant: Variant): unknown[] => [variant.halfLifeMonths, variant.reading];
    const all = [...variants.values()].slice(0, 8).map(changed);
    expect(all).toEqual([
      [6, "scored"],
      [3, "scored"],
      [12, "scored"],
      [6, "weights-off"],
      [6, "scored"],
      [6, "scored"],
      [6, "count-neutral"],
      [6, "signs-only"],
    ]);
  });

  it("drivers go to 0 and to 1, context stays 0, and one indicator at a time is left out", () => {
    expect(relevances("base")).toEqual([1, 0.25, 0, 0.5]);
    expect(relevances("drivers-off")).toEqual([1, 0, 0, 0.5]);
    expect(relevances("drivers-full")).toEqual([1, 1, 0, 0.5]);
    expect(relevances("without:trade")).toEqual([1, 0.25, 0, 0]);
    expect(variants.get("without:trade")?.without).toBe("trade");
  });
});
