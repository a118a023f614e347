/** Part (b) of the method, put together: the verdict of a month-end from its inputs, alone or all in one sweep. */
import { addMonths, monthsBetween } from "./months";
import { agreementOf, readingOf } from "./readings";
import { fadingSum, variantSeries, type TestSeries } from "./series";
import { trendOf, type Trend } from "./trend";
import { trendsOfBeginnings } from "./trend-sweep";
import type { Month } from "./types";
import { variantsOf, type Variant } from "./variants";
import type { VerdictInputs } from "./verdict-inputs";
import type { MonthVerdict, VariantReading, VerdictWord } from "./verdict-types";
import { leaveOutFrom, windowCounts, type WindowCounts } from "./window-counts";

/** A check with all that is read off it at a month-end. */
interface Check {
  variant: Variant;
  test: TestSeries;
  index: Float64Array;
  counts: WindowCounts;
  /** The place of the first month-end at which this check is made. */
  madeFrom: number;
}

/** The trend of the first n months of a series. */
type TrendAt = (test: TestSeries, n: number) => Trend | null;

/** Checks that differ in fading alone share one series, so that it is tested once. */
function checksOf(inputs: VerdictInputs): Check[] {
  const done: { variant: Variant; points: Float64Array; test: TestSeries }[] = [];
  return variantsOf(inputs.settings).map((variant) => {
    const alike = done.find(({ variant: { relevances, reading } }) => {
      return relevances === variant.relevances && reading === variant.reading;
    });
    const { points, test } = alike ?? variantSeries(inputs, variant);
    done.push({ variant, points, test });
    return {
      variant,
      test,
      index: fadingSum(points, variant.halfLifeMonths),
      counts: windowCounts(inputs, variant.relevances, variant.reading),
      madeFrom: variant.without === null ? 0 : leaveOutFrom(inputs, variant.without),
    };
  });
}

/** What all checks of one month-end share. */
interface MonthEnd {
  inputs: VerdictInputs;
  base: Check;
  /** Place of the month, and of the month before registration, in the inputs. */
  at: number;
  registeredAt: number;
  /** Covered months of the window. */
  n: number;
}

/** D of the base at a month-end. */
function baseMaterialRise({ settings, months }: VerdictInputs, at: number): number {
  return settings.materialRiseBy?.[months[at]?.month ?? ""] ?? settings.materialRise;
}

/** D in the unit of a check: weights off and signs only change what a point is (method, ruling 13). */
function materialRiseOf({ variant, counts }: Check, { inputs, base, at }: MonthEnd): number {
  const materialRise = baseMaterialRise(inputs, at);
  const size = base.counts.size[at] ?? 0;
  const otherUnit = variant.reading === "weights-off" || variant.reading === "signs-only";
  return otherUnit && size !== 0 ? (materialRise * (counts.size[at] ?? 0)) / size : materialRise;
}

function variantReading(check: Check, monthEnd: MonthEnd, trend: Trend | null): VariantReading {
  const { inputs, at, n, registeredAt } = monthEnd;
  const indexNow = check.index[at] ?? 0;
  const indexAtRegistration = check.index[registeredAt] ?? 0;
  const events = check.counts.events[at] ?? 0;
  const materialRise = materialRiseOf(check, monthEnd);
  const reading = readingOf({
    n,
    zeroMonths: check.test.zeros[n] ?? 0,
    events,
    indicators: check.counts.indicators[at] ?? 0,
    trend,
    alpha: inputs.settings.alpha,
    materialRise,
    indexNow,
    indexAtRegistration,
  });
  return {
    variant: check.variant.key,
    ...reading,
    materialRise,
    events,
    S: trend?.S ?? null,
    p: trend?.p ?? null,
    rise: trend?.rise ?? null,
    riseLow: trend?.riseLow ?? null,
    riseHigh: trend?.riseHigh ?? null,
    indexChange: indexNow - indexAtRegistration,
  };
}

function verdictAt(inputs: VerdictInputs, checks: readonly Check[], at: number, trendAt: TrendAt): MonthVerdict {
  const { windowFrom, registeredIn } = inputs.settings;
  const [base] = checks;
  const windowTo = inputs.months[at]?.month;
  const first = inputs.months[0]?.month;
  if (!base || !windowTo || !first) throw new RangeError("A verdict needs at least one month.");
  const monthsInWindow = Math.max(0, monthsBetween(windowFrom, windowTo) + 1);
  const n = base.test.months.filter((month) => month < monthsInWindow).length;
  const registeredAt = monthsBetween(first, addMonths(registeredIn, -1));
  const monthEnd: MonthEnd = { inputs, base, at, registeredAt, n };
  const variants = checks
    .filter(({ madeFrom }) => madeFrom <= at)
    .map((check) => variantReading(check, monthEnd, trendAt(check.test, n)));
  const readings = variants.map(({ reading }) => reading);
  const trend = trendAt(base.test, n);
  return {
    windowFrom,
    windowTo,
    monthsInWindow,
    covered: n,
    zeroMonths: base.test.zeros[n] ?? 0,
    events: base.counts.events[at] ?? 0,
    indicators: base.counts.indicators[at] ?? 0,
    ...(trend ?? { ...UNTESTED, n }),
    materialRise: baseMaterialRise(inputs, at),
    indexNow: base.index[at] ?? 0,
    indexAtRegistration: base.index[registeredAt] ?? 0,
    reading: variants[0]?.reading ?? "not enough evidence",
    reason: variants[0]?.reason ?? "months",
    variants,
    ...agreementOf(readings),
  };
}

const UNTESTED = {
  S: null,
  varS: null,
  r1: null,
  rho: null,
  inflation: null,
  z: null,
  p: null,
  slope: null,
  intercept: null,
  low: null,
  high: null,
  spanMonths: null,
  rise: null,
  riseLow: null,
  riseHigh: null,
};

/**
 * The verdict of the last month of the inputs: the test of the base series, the reading of every check of section 6 that
 * the window allows, and what is published. Points a month throughout; null where fewer than 3 months are covered.
 * Throws RangeError for inputs without months. Source: method, sections 4 to 6, rulings 1 to 18.
 *
 * @example monthVerdict(verdictInputs(shipped scenario as of 2025-12-31))
 * // n 125, S -363, p 0.4375, rise 0.00 [-1.32, 0.04], reading "stalled", agree 16 of 17, published "stalled"
 */
export function monthVerdict(inputs: VerdictInputs): MonthVerdict {
  const trends = new Map<TestSeries, Trend | null>();
  const trendAt: TrendAt = (test, n) => {
    const known = trends.get(test);
    if (known !== undefined) return known;
    const trend = trendOf(test.months.subarray(0, n), test.y.subarray(0, n));
    trends.set(test, trend);
    return trend;
  };
  return verdictAt(inputs, checksOf(inputs), inputs.months.length - 1, trendAt);
}

/**
 * The verdicts of all month-ends from the month of registration to the last month of the inputs, oldest first, in one
 * forward sweep. Each equals `monthVerdict(inputsUntil(inputs, month))` exactly. Source: method, section 12, ruling 3.
 *
 * @example monthVerdicts(inputs of the shipped scenario to December 2025).length // 163, from June 2012
 */
export function monthVerdicts(inputs: VerdictInputs): MonthVerdict[] {
  const checks = checksOf(inputs);
  const trends = new Map<TestSeries, (Trend | null)[]>();
  for (const { test } of checks) {
    if (!trends.has(test)) trends.set(test, trendsOfBeginnings(test.months, test.y));
  }
  const trendAt: TrendAt = (test, n) => trends.get(test)?.[n] ?? null;
  return inputs.months.flatMap(({ month }, at) =>
    month < inputs.settings.registeredIn ? [] : [verdictAt(inputs, checks, at, trendAt)],
  );
}

/**
 * The published words of all month-ends from the month of registration on, by month.
 *
 * @example publishedWords(inputs of the shipped scenario)["2013-11"] // "stalled"
 */
export function publishedWords(inputs: VerdictInputs): Record<Month, VerdictWord> {
  return Object.fromEntries(monthVerdicts(inputs).map(({ windowTo, published }) => [windowTo, published]));
}
