import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seriesOf as shaped, SHAPES } from "../../../bench/verdict/shapes.mjs";
import { trendOf, TrendRoom, trendsOfBeginnings, type Trend } from "../../../worker/core/trend";
import { plainTrend, type Points } from "./plain-trend";

function beginning({ months, y }: Points, n: number): Points {
  return { months: months.subarray(0, n), y: y.subarray(0, n) };
}

/** Every number by `Object.is`, so that the last bit and the sign of nought count. */
function expectSame(got: Trend | null | undefined, want: Trend | null, n: number): void {
  const [gotEntries, wantEntries] = [Object.entries(got ?? {}), Object.entries(want ?? {})];
  const differs = wantEntries.filter(
    ([key, value], at) => gotEntries[at]?.[0] !== key || !Object.is(gotEntries[at]?.[1], value),
  );
  expect({ n, differs, length: gotEntries.length }).toEqual({ n, differs: [], length: wantEntries.length });
}

function seriesOf(list: readonly { step: number; y: number }[]): Points {
  let month = -1;
  return {
    months: Int32Array.from(list, ({ step }) => (month += step)),
    y: Float64Array.from(list, ({ y }) => y),
  };
}

/** A month's points to six decimals: none, few values, many values, or many about two levels and a line. */
const points = fc.oneof(
  fc.constant(0),
  fc.integer({ min: -2, max: 2 }),
  fc.integer({ min: -1e8, max: 1e8 }).map((y) => y / 1e6),
  fc.integer({ min: -50, max: 50 }).map((y) => (1e8 + y) / 1e6),
);
const step = fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, fc.integer({ min: 1, max: 40 }));

function seriesUpTo(maxLength: number): fc.Arbitrary<Points> {
  return fc.array(fc.record({ step, y: points }), { maxLength, size: "max" }).map(seriesOf);
}

const LONG = 260;

describe("the trend equals sorting everything anew, to the last bit", () => {
  it("of every beginning of a series, whatever its ties and gaps", () => {
    fc.assert(
      fc.property(seriesUpTo(45), (series) => {
        const got = trendsOfBeginnings(series.months, series.y);
        expect(got).toHaveLength(series.y.length + 1);
        for (const [n, trend] of got.entries()) expectSame(trend, plainTrend(beginning(series, n)), n);
      }),
      { numRuns: 80 },
    );
  });

  it("of a long series, from any month on and alone", () => {
    fc.assert(
      fc.property(seriesUpTo(LONG), fc.nat(LONG), (series, from) => {
        const want = plainTrend(series);
        const n = series.y.length;
        expectSame(trendOf(series.months, series.y), want, n);
        const got = trendsOfBeginnings(series.months, series.y, Math.min(from, n));
        expectSame(got[n], want, n);
        expect(got.slice(0, Math.min(from, n)).every((trend) => trend === null)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it.each(SHAPES)("of %s", (_, shape) => {
    const series = shaped(shape, LONG);
    const got = trendsOfBeginnings(series.months, series.y);
    for (let n = 0; n <= LONG; n += n < 30 ? 1 : 23) {
      const part = beginning(series, n);
      expectSame(got[n], plainTrend(part), n);
      expectSame(trendOf(part.months, part.y), plainTrend(part), n);
    }
  });

  it("of one series after another in the same room", () => {
    const room = new TrendRoom(LONG);
    for (const [, shape] of SHAPES) {
      const { months, y } = shaped(shape, LONG);
      for (const from of [0, LONG, LONG - 1]) {
        const got = trendsOfBeginnings(months, y, from, room);
        expectSame(got[LONG], plainTrend({ months, y }), LONG);
      }
    }
  });
});
