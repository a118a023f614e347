import fc from "fast-check";
import { expect, it } from "vitest";
import { trendOf } from "../../../worker/core/trend";
import { trendsOfBeginnings } from "../../../worker/core/trend-sweep";

/** Covered months with gaps; points with many ties, or with none. */
const points = fc.oneof(
  fc.integer({ min: -2, max: 2 }),
  fc.integer({ min: -1e6, max: 1e6 }).map((y) => y / 1e5),
);
const series = fc.array(fc.record({ step: fc.integer({ min: 1, max: 4 }), y: points }), { maxLength: 45 });

it("the sweep gives the trend of every beginning, to the last bit", () => {
  fc.assert(
    fc.property(series, (list) => {
      let month = -1;
      const months = Int32Array.from(list, ({ step }) => (month += step));
      const y = Float64Array.from(list, (one) => one.y);
      const got = trendsOfBeginnings(months, y);
      expect(got).toHaveLength(list.length + 1);
      for (const [n, trend] of got.entries()) {
        expect(trend).toStrictEqual(trendOf(months.subarray(0, n), y.subarray(0, n)));
      }
    }),
    { numRuns: 60 },
  );
});
