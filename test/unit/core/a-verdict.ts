/** Verdicts with defaults, so that a test names only what it is about. */
import type { HorizonVerdict, MonthVerdict, VariantReading } from "../../../worker/core/verdict-types";

export function aVariant(over: Partial<VariantReading> = {}): VariantReading {
  return {
    variant: "base",
    reading: "stalled",
    reason: "material-rise-ruled-out",
    materialRise: 3,
    events: 40,
    S: -10,
    p: 0.5,
    rise: -0.7,
    riseLow: -1.9,
    riseHigh: 0.03,
    indexChange: -4,
    ...over,
  };
}

/** Stalled over 36 months: -0.7 points (-1.9 to 0.0). */
export function aVerdict(over: Partial<MonthVerdict> = {}): MonthVerdict {
  return {
    windowFrom: "2011-06",
    windowTo: "2014-05",
    monthsInWindow: 36,
    covered: 30,
    zeroMonths: 4,
    events: 40,
    indicators: 5,
    n: 30,
    S: -10,
    varS: 3000,
    r1: 0,
    rho: 0,
    inflation: 1,
    z: -0.16,
    p: 0.5,
    slope: -0.02,
    intercept: 1,
    low: -0.05,
    high: 0.001,
    spanMonths: 35,
    rise: -0.7,
    riseLow: -1.9,
    riseHigh: 0.03,
    materialRise: 3,
    indexNow: 12,
    indexAtRegistration: 16,
    reading: "stalled",
    reason: "material-rise-ruled-out",
    variants: [aVariant(), aVariant({ variant: "half-life-3" })],
    agree: 16,
    of: 17,
    leans: "stalled",
    published: "stalled",
    ...over,
  };
}

export function aHorizonVerdict(over: Partial<HorizonVerdict> = {}): HorizonVerdict {
  const month = { ...aVerdict(), ...over };
  const tested = { testedFrom: month.windowFrom, testedTo: month.windowTo };
  return { ...month, key: "to-date", final: false, shown: "stalled", shownByWalkBack: "stalled", ...tested, ...over };
}
