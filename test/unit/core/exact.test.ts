import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactQuotient, fractionOf, roundPoints } from "../../../worker/core/exact";

describe("exact fractions", () => {
  it.each([
    [0.25, 25n, 100n],
    [-1.5, -15n, 10n],
    [1e-7, 1n, 10_000_000n],
    [1.5e-7, 15n, 100_000_000n],
    [1e21, 10n ** 21n, 1n],
    [0, 0n, 1n],
  ])("%d is read as it is written", (value, numerator, denominator) => {
    expect(fractionOf(value)).toEqual({ numerator, denominator });
  });

  it("a quotient multiplies its factors", () => {
    const { numerator, denominator } = exactQuotient([0.25, 4, 5], 30);
    expect(numerator * 6n).toBe(denominator); // 5 / 30 = 1 / 6
  });
});

describe("rounding points to 6 decimals", () => {
  const round = (top: number, bottom: number): number =>
    roundPoints(top / bottom, () => [exactQuotient([top], bottom)]);

  it("an exact half goes to the even last place, above and below nought", () => {
    expect(round(25, 1e7)).toBe(0.000002); // 2.5 millionths
    expect(round(35, 1e7)).toBe(0.000004); // 3.5
    expect(round(-25, 1e7)).toBe(-0.000002);
    expect(round(-35, 1e7)).toBe(-0.000004);
  });

  it("a float that lies on the wrong side of a half does not decide", () => {
    // 1.0000005 as a float is 1.00000049999999991773: the exact decimal is a half, and 1.000000 is even
    expect(round(10_000_005, 1e7)).toBe(1);
    // 1.0000015 is a half as well, and goes up to the even 1.000002
    expect(round(10_000_015, 1e7)).toBe(1.000002);
    // 0.8 millionths of a millionth above the half: up
    expect(roundPoints(1.0000005, () => [exactQuotient([10_000_005], 1e7), exactQuotient([1], 1e15)])).toBe(1.000001);
  });

  it("sums of several fractions are rounded once", () => {
    // 1/3 + 1/6 = 0.5, exactly
    expect(roundPoints(1 / 3 + 1 / 6, () => [exactQuotient([1], 3), exactQuotient([1], 6)])).toBe(0.5);
  });

  it("nothing rounds to minus nought", () => {
    expect(Object.is(round(-1, 1e9), 0)).toBe(true);
    expect(Object.is(round(-5, 1e7), 0)).toBe(true); // -0.5 millionths, to the even 0
  });

  it("agrees with whole-number arithmetic for any quotient", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 1e7 }), (top, bottom) => {
        const [scaled, d] = [BigInt(Math.abs(top)) * 1_000_000n, BigInt(bottom)];
        const twice = 2n * (scaled % d);
        const whole = scaled / d;
        const want = Number(twice > d || (twice === d && whole % 2n === 1n) ? whole + 1n : whole);
        expect(round(top, bottom)).toBe((Math.sign(top) * want) / 1e6 + 0);
      }),
    );
  });
});
