import { describe, expect, it } from "vitest";
import { scaleOf } from "../../../../web/view/interval";

const verdict = { reason: "undecided" as const, rise: 1, riseLow: -1, riseHigh: 2, materialRise: 3 };

describe("the range on its line", () => {
  it("leaves room at both ends and shows nought and D", () => {
    // From -1 to 3 is 4 long; with 8 % room at both ends nought stands at (1/4 + 0.08) / 1.16 = 28.4 %.
    const scale = scaleOf(verdict);
    expect(scale?.nought).toBeCloseTo(28.448, 3);
    expect(scale?.low).toBeCloseTo(6.897, 3);
    expect(scale?.material).toBeCloseTo(93.103, 3);
  });

  it("reaches as far as the range where that lies beyond D", () => {
    const scale = scaleOf({ ...verdict, rise: 10, riseLow: 8, riseHigh: 14 });
    expect(scale?.high).toBeCloseTo(93.103, 3);
    // D = 3 of 14: (3/14 + 0.08) / 1.16 = 25.4 %.
    expect(scale?.material).toBeCloseTo(25.369, 3);
  });

  it("is not drawn with too little to test, or where the range rounds to nothing", () => {
    expect(scaleOf({ ...verdict, reason: "events" })).toBeNull();
    expect(scaleOf({ ...verdict, riseLow: -0.04, riseHigh: 0.04 })).toBeNull();
    expect(scaleOf({ ...verdict, riseLow: null, riseHigh: null })).toBeNull();
  });
});
