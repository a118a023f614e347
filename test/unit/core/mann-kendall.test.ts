import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pOf, TieList, zOf } from "../../../worker/core/mann-kendall";
import { expectClose } from "../close";

function listOf(values: readonly number[]): TieList {
  const list = new TieList(Float64Array.from(values));
  for (let count = 0; count < values.length; count += 1) list.add();
  return list;
}

/** By the formula, from groups of equal values. */
function varianceByGroups(values: readonly number[]): number {
  const term = (t: number): number => t * (t - 1) * (2 * t + 5);
  const groups = [...Map.groupBy(values, (value) => value).values()].map(({ length }) => length);
  return (term(values.length) - groups.reduce((sum, t) => sum + term(t), 0)) / 18;
}

describe("a list with ties", () => {
  it("takes t (t - 1) (2 t + 5) / 18 off the variance for each group of t", () => {
    expect(listOf([1, 2, 3, 4]).varianceOfS()).toBeCloseTo(26 / 3, 12); // 4 * 3 * 13 / 18
    expect(listOf([2, 1, 2]).varianceOfS()).toBeCloseTo((3 * 2 * 11 - 2 * 1 * 9) / 18, 12);
    expect(listOf([5, 5, 5]).varianceOfS()).toBe(0);
    // the small packs: twelve months, four pairs of equal ones
    expect(listOf([1, 2, 1, 2, 3, 4, 5, 6, 7, 8, 7, 8]).varianceOfS()).toBeCloseTo((12 * 11 * 29 - 4 * 18) / 18, 12);
  });

  it("is the same whether grown value by value or counted at the end", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 60 }), (values) => {
        expect(listOf(values).varianceOfS()).toBe(varianceByGroups(values));
      }),
    );
  });

  it("keeps its values in order", () => {
    const list = listOf([3, 1, 2, 2]);
    expect([0, 1, 2, 3].map((rank) => list.at(rank))).toEqual([1, 2, 2, 3]);
    expect([...list.order]).toEqual([1, 2, 3, 0]);
  });
});

describe("z and p", () => {
  it("S is drawn one step towards 0", () => {
    expectClose(zOf(-10, 210.66666666666666), -9 / Math.sqrt(210.66666666666666), "z of the worked example"); // -0.6201
    expectClose(zOf(10, 210.66666666666666), 9 / Math.sqrt(210.66666666666666), "z of its mirror");
  });

  it("no S, or no variance, is no deviation", () => {
    expect([zOf(0, 10), zOf(3, 0), zOf(1, 4)]).toEqual([0, 0, 0]); // S = 1: (1 - 1) / 2
  });

  it("p is two-sided: 1 at nought, 0.05 at 1.96, 0.10 at 1.645", () => {
    expect(pOf(0)).toBe(1);
    expectClose(pOf(1.959963984540054), 0.05, "1.96");
    expectClose(pOf(-1.6448536269514722), 0.1, "-1.645");
  });
});
