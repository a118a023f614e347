import { describe, expect, it } from "vitest";
import { middleSelector, sampleOf, slopeRoom, slopesOf } from "../../../worker/core/slopes";

describe("slopes", () => {
  it("stand by the later month of their pair", () => {
    const { slopes } = slopeRoom(3);
    expect([...slopesOf(Int32Array.of(0, 1, 3), Float64Array.of(1, 2, 7), slopes)]).toEqual([1, 2, 2.5]); // 6 / 3, 5 / 2
  });

  it("a sample is taken from all over a list, and is all of a short one", () => {
    const falling = Float64Array.from({ length: 1000 }, (_, at) => -at);
    expect([...sampleOf(falling, 4)]).toEqual([-875, -625, -375, -125]);
    expect([...sampleOf(Float64Array.of(3, 1, 2), 4)]).toEqual([1, 2, 3]);
  });

  it("a rank is found wherever it lies, though only the middle is set aside", () => {
    const values = Float64Array.from({ length: 5000 }, (_, at) => (at * 1009) % 5000);
    const at = middleSelector(values, new Float64Array(5000));
    expect([2500, 4999, 0, 2400, 3900, 1000, 2600].map(at)).toEqual([2500, 4999, 0, 2400, 3900, 1000, 2600]);
  });
});
