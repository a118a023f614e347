/** Vectors of the trend: Mann-Kendall and Theil-Sen, plain and corrected. */
import { pOf, zOf } from "../../../worker/core/mann-kendall";
import { slopeInterval, trendOf, type Trend } from "../../../worker/core/trend";
import { plainSlopes } from "../core/plain-trend";
import { expectFields, type GoldenCase } from "./cases";

/** Points of consecutive months; null is a month not covered. */
export type GoldenPoints = (number | null)[];

export type TrendCase = GoldenCase<{ y: GoldenPoints }>;

export function coveredOf(y: GoldenPoints): { months: Int32Array; y: Float64Array } {
  const covered = y.flatMap((value, month) => (value === null ? [] : [{ value, month }]));
  return {
    months: Int32Array.from(covered, ({ month }) => month),
    y: Float64Array.from(covered, ({ value }) => value),
  };
}

function direction({ p, S }: Trend): "up" | "down" | "none" {
  if (p >= 0.1) return "none";
  return S > 0 ? "up" : "down";
}

/** The interval without inflation, by the same order statistics. */
function plainInterval(months: Int32Array, y: Float64Array, varS: number): { lowPlain: number; highPlain: number } {
  const slopes = plainSlopes({ months, y });
  const { low, high } = slopeInterval((rank) => slopes[rank] ?? 0, slopes.length, varS);
  return { lowPlain: low, highPlain: high };
}

export function checkTrend({ input, expected, tolerance }: TrendCase): void {
  const { months, y } = coveredOf(input.y);
  const trend = trendOf(months, y);
  if (!trend) {
    expectFields({ n: y.length, insufficient: true }, expected, tolerance);
    return;
  }
  const zPlain = zOf(trend.S, trend.varS);
  const got = {
    ...trend,
    ...plainInterval(months, y, trend.varS),
    insufficient: false,
    zPlain,
    pPlain: pOf(zPlain),
    varSCorrected: trend.inflation * trend.varS,
    direction: direction(trend),
  };
  expectFields(got, expected, tolerance);
}
