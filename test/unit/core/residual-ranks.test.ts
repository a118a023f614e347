import { describe, expect, it } from "vitest";
import { ResidualRanks } from "../../../worker/core/residual-ranks";

/** Ranks of the values themselves. */
function ranksOf(...y: number[]): number[] {
  const months = Int32Array.from(y.keys());
  const ranks = new ResidualRanks(new Int32Array(y.length), Float64Array.from(y), months);
  ranks.rank(y.length, 0);
  return [...ranks.doubled].map((rank) => rank / 2);
}

describe("average ranks", () => {
  it("equal values share the mean of their ranks", () => {
    expect(ranksOf(0.5, 2, 0.5)).toEqual([1.5, 3, 1.5]); // (1 + 2) / 2
  });

  it("values within 1e-9 of their sorted neighbour are equal, also in a chain", () => {
    expect(ranksOf(1, 1 + 0.9e-9, 1 + 1.8e-9)).toEqual([2, 2, 2]);
    expect(ranksOf(1, 1 + 1.1e-9)).toEqual([1, 2]);
  });

  it("are those of the residuals, also when the line has turned since and a month has come", () => {
    const ranks = new ResidualRanks(Int32Array.of(0, 1, 2), Float64Array.of(0, 1, 5), Int32Array.of(0, 1, 2));
    expect(ranks.rank(2, 0)).toBe(2); // ranks 1 and 2: (2 - 3)^2 + (4 - 3)^2
    expect(ranks.rank(3, 3)).toBe(8); // residuals 0, -2, -1
    expect([...ranks.doubled]).toEqual([6, 2, 4]);
  });

  it("no sum of squares is left where all are equal", () => {
    const ranks = new ResidualRanks(Int32Array.of(0, 1, 2), Float64Array.of(0, 2, 4), Int32Array.of(2, 0, 1));
    expect(ranks.rank(3, 2)).toBe(0);
  });
});
