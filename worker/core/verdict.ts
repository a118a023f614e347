/** Part (b) of the method, put together: the verdict of a month-end from its inputs, alone or all in one sweep. */
import { addMonths, monthsBetween } from "./months";
import { agreementOf, readingOf } from "./readings";
import { fadingSum, variantSeries, type TestSeries } from "./series";
import { TrendRoom, trendsOfBeginnings, type Trend } from "./trend";
import type { Month } from "./types";
import { variantsOf, type Variant } from "./variants";
import type { VerdictInputs } from "./verdict-inputs";
import { relevancesOf, tableOf, type VerdictTable } from "./verdict-table";
import type { MonthVerdict, VariantReading, VerdictWord } from "./verdict-types";
import { countsAt, leaveOutFrom, windowEvents, windowSizes, type WindowEvents } from "./window-counts";

/** A check with all that is read off it at a month-end. */
interface Check {
  variant: Variant;
  test: TestSeries;
  index: Float64Array;
  relevances: Float64Array;
  /** The window's sizes by month, if D is measured against them. */
  sizes: Float64Array | null;
  /** The place of the first month-end at which this check is made. */
  madeFrom: number;
}

/** The trend of the first n months of a series. */
type TrendAt = (test: TestSeries, n: number) => Trend | null;

/** Weights off and signs only change what a point is. */
function hasOwnUnit({ reading }: Variant): boolean {
  return reading === "weights-off" || reading === "signs-only";
}

/** Checks that differ in fading alone share one series, so that it is tested once. */
function checksOf(inputs: VerdictInputs, table: VerdictTable): Check[] {
  const done: { variant: Variant; points: Float64Array; test: TestSeries }[] = [];
  return variantsOf(inputs.settings).map((variant) => {
    const { relevances, reading, without } = variant;
    const alike = done.find((one) => one.variant.relevances === relevances && one.variant.reading === reading);
    const { points, test } = alike ?? variantSeries(inputs, variant, table);
    done.push({ variant, points, test });
    const measured = variant.key === "base" || hasOwnUnit(variant);
    return {
      variant,
      test,
      index: fadingSum(points, variant.halfLifeMonths),
      relevances: relevancesOf(inputs.settings, relevances),
      sizes: measured ? windowSizes(inputs, relevances, reading, table) : null,
      madeFrom: without === null ? 0 : leaveOutFrom(inputs, without),
    };
  });
}

/** What all checks of one month-end share. */
interface MonthEnd {
  inputs: VerdictInputs;
  windowEvents: WindowEvents;
  base: Check;
  /** Place of the month, and of the month before registration, in the inputs. */
  at: number;
  windowTo: Month;
  registeredAt: number;
  /** Covered months of the window. */
  n: number;
}

/** D of the base at a month-end. */
function baseMaterialRise({ settings, months }: VerdictInputs, at: number): number {
  return settings.materialRiseBy?.[months[at]?.month ?? ""] ?? settings.materialRise;
}

/** D in the unit of a check (method, ruling 13). */
function materialRiseOf({ variant, sizes }: Check, { inputs, base, at }: MonthEnd): number {
  const materialRise = baseMaterialRise(inputs, at);
  const size = base.sizes?.[at] ?? 0;
  return hasOwnUnit(variant) && size !== 0 ? (materialRise * (sizes?.[at] ?? 0)) / size : materialRise;
}

function variantReading(check: Check, monthEnd: MonthEnd, trend: Trend | null): VariantReading {
  const { inputs, at, n, registeredAt } = monthEnd;
  const indexNow = check.index[at] ?? 0;
  const indexAtRegistration = check.index[registeredAt] ?? 0;
  const { events, indicators } = countsAt(monthEnd.windowEvents, check.relevances, at);
  const materialRise = materialRiseOf(check, monthEnd);
  const { reading, reason } = readingOf({
    n,
    zeroMonths: check.test.zeros[n] ?? 0,
    events,
    indicators,
    trend,
    alpha: inputs.settings.alpha,
    materialRise,
    indexNow,
    indexAtRegistration,
  });
  return {
    variant: check.variant.key,
    reading,
    reason,
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

function verdictAt(monthEnd: MonthEnd, checks: readonly Check[], trendAt: TrendAt): MonthVerdict {
  const { inputs, base, at, registeredAt, n, windowTo } = monthEnd;
  const { windowFrom } = inputs.settings;
  const variants: VariantReading[] = [];
  for (const check of checks) {
    if (check.madeFrom <= at) variants.push(variantReading(check, monthEnd, trendAt(check.test, n)));
  }
  const readings = variants.map(({ reading }) => reading);
  const trend = trendAt(base.test, n);
  const { events, indicators } = countsAt(monthEnd.windowEvents, base.relevances, at);
  return {
    windowFrom,
    windowTo,
    monthsInWindow: Math.max(0, monthsBetween(windowFrom, windowTo) + 1),
    covered: n,
    zeroMonths: base.test.zeros[n] ?? 0,
    events,
    indicators,
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

/** How many months of the window are covered up to each month of the inputs; `windowAt` is the place of its first. */
function coveredUntil({ months }: TestSeries, windowAt: number, length: number): Int32Array {
  let n = 0;
  return Int32Array.from({ length }, (_, at) => {
    while (n < months.length && (months[n] ?? 0) <= at - windowAt) n += 1;
    return n;
  });
}

/** The verdicts of all month-ends from a place of the inputs on: each series is tested in one forward pass. */
function verdictsFrom(inputs: VerdictInputs, from: number): MonthVerdict[] {
  const table = tableOf(inputs);
  const checks = checksOf(inputs, table);
  const events = windowEvents(inputs, table);
  const [base] = checks;
  const first = inputs.months[0]?.month;
  if (!base || !first) throw new RangeError("A verdict needs at least one month.");
  const { windowFrom, registeredIn } = inputs.settings;
  const registeredAt = monthsBetween(first, addMonths(registeredIn, -1));
  const covered = coveredUntil(base.test, monthsBetween(first, windowFrom), inputs.months.length);
  const room = new TrendRoom(base.test.y.length);
  const trends = new Map<TestSeries, (Trend | null)[]>();
  for (const { test, madeFrom } of checks) {
    if (trends.has(test) || madeFrom >= inputs.months.length) continue;
    trends.set(test, trendsOfBeginnings(test.months, test.y, covered[Math.max(from, madeFrom)], room));
  }
  const trendAt: TrendAt = (test, n) => trends.get(test)?.[n] ?? null;
  return inputs.months.slice(from).map(({ month }, after) => {
    const at = from + after;
    const monthEnd = { inputs, windowEvents: events, base, at, windowTo: month, registeredAt, n: covered[at] ?? 0 };
    return verdictAt(monthEnd, checks, trendAt);
  });
}

/**
 * The verdict of the last month of the inputs: the test of the base series, the reading of every check of section 6 that
 * the window allows, and what is published. Points a month throughout; null where fewer than 3 months are covered.
 * Throws RangeError for inputs without months. Source: method, sections 4 to 6, rulings 1 to 18.
 *
 * @example monthVerdict(verdictInputs(shipped scenario as of 2025-12-31))
 * // n 125, S -363, p 0.4375, rise 0.00 [-1.32, 0.04], reading "stalled", agree 16 of 17, published "stalled"
 */
export function monthVerdict(inputs: VerdictInputs): MonthVerdict {
  const [verdict] = verdictsFrom(inputs, inputs.months.length - 1);
  if (!verdict) throw new RangeError("A verdict needs at least one month.");
  return verdict;
}

/**
 * The verdicts of all month-ends from the month of registration, or a later one, to the last month of the inputs, oldest
 * first, in one forward sweep. Each equals `monthVerdict(inputsUntil(inputs, month))` exactly; fewer months cost less.
 * Source: method, section 12, ruling 3.
 *
 * @example monthVerdicts(inputs of the shipped scenario to December 2025).length // 163, from June 2012
 */
export function monthVerdicts(inputs: VerdictInputs, since: Month = inputs.settings.registeredIn): MonthVerdict[] {
  const { registeredIn } = inputs.settings;
  const from = inputs.months.findIndex(({ month }) => month >= registeredIn && month >= since);
  return from === -1 ? [] : verdictsFrom(inputs, from);
}

/**
 * The published words of all month-ends from the month of registration on, by month.
 *
 * @example publishedWords(inputs of the shipped scenario)["2013-11"] // "stalled"
 */
export function publishedWords(inputs: VerdictInputs): Record<Month, VerdictWord> {
  return Object.fromEntries(monthVerdicts(inputs).map(({ windowTo, published }) => [windowTo, published]));
}
