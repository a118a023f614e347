/** The slopes between each pair of months, and order statistics of those of one series that is asked for once. */
import { selector } from "./order-statistics";

/** Arrays that serve one series after another: all slopes, and as many set aside. */
export interface SlopeRoom {
  slopes: Float64Array;
  aside: Float64Array;
}

/** Pairs of so many months. */
export function pairsOf(months: number): number {
  return (months * (months - 1)) / 2;
}

export function slopeRoom(months: number): SlopeRoom {
  return { slopes: new Float64Array(pairsOf(months)), aside: new Float64Array(pairsOf(months)) };
}

/**
 * Writes the slopes (y_j - y_i) / (x_j - x_i) between each month and each earlier one to `into`, those of earlier months
 * first, and gives that part of it. `months` are whole month numbers, ascending; gaps stay gaps.
 *
 * @example slopesOf(Int32Array.of(0, 1, 3), Float64Array.of(1, 2, 7), new Float64Array(3)) // 1, 2, 2.5
 */
export function slopesOf(months: Int32Array, y: Float64Array, into: Float64Array): Float64Array {
  for (let later = 1; later < y.length; later += 1) addSlopes(months, y, later, into);
  return into.subarray(0, pairsOf(y.length));
}

/** Those of one month. By itself, so that a fresh isolate soon calls it compiled: it need not leave a loop for that. */
function addSlopes(months: Int32Array, y: Float64Array, later: number, into: Float64Array): void {
  const from = pairsOf(later);
  const month = months[later] ?? 0;
  const value = y[later] ?? 0;
  for (let earlier = 0; earlier < later; earlier += 1) {
    into[from + earlier] = (value - (y[earlier] ?? 0)) / (month - (months[earlier] ?? 0));
  }
}

/** So many values from all over a list, or all of a shorter one, sorted. */
export function sampleOf(values: Float64Array, length: number): Float64Array {
  const sample = new Float64Array(Math.min(length, values.length));
  const step = values.length / sample.length;
  for (let at = 0; at < sample.length; at += 1) sample[at] = values[Math.floor((at + 0.5) * step)] ?? 0;
  return sample.sort();
}

/** Fewer values than this are placed among all. */
const MANY = 4096;
const SAMPLE = 384;

/**
 * How far from the middle of a sample to look, as a share of it: 0.55 over the root of n months holds an interval that is
 * not inflated; the rest is for one that is, by a half, and for the error of the sample.
 */
function reachOf(pairs: number): number {
  return 0.7 / Math.sqrt(Math.sqrt(2 * pairs)) + 0.055;
}

/**
 * Gives the value of a rank, as `selector` does, at a third of the cost for ranks near the middle: values between two of a
 * sample are set aside and placed among themselves, and those below or above only if a rank is there.
 *
 * @example middleSelector(slopes, aside)(slopes.length >> 1) // the upper median
 */
export function middleSelector(values: Float64Array, aside: Float64Array): (rank: number) => number {
  if (values.length < MANY) return selector(values);
  const sample = sampleOf(values, SAMPLE);
  const reach = Math.round(reachOf(values.length) * SAMPLE);
  const [lowest = 0, highest = 0] = [sample[SAMPLE / 2 - reach], sample[SAMPLE / 2 + reach]];
  const { below, inside } = setAside(values, lowest, highest, aside);
  const upTo = below + inside;
  const middle = lowest === highest ? () => lowest : selector(aside.subarray(0, inside));
  let [lower, upper]: (((rank: number) => number) | null)[] = [null, null];
  return (rank) => {
    if (rank >= below && rank < upTo) return middle(rank - below);
    if (rank < below) return (lower ??= selector(setRestAside(values, lowest, -1, aside.subarray(inside, upTo))))(rank);
    return (upper ??= selector(setRestAside(values, highest, 1, aside.subarray(upTo, values.length))))(rank - upTo);
  };
}

/** Fills `aside` with the values on one side of a bound. */
function setRestAside(values: Float64Array, bound: number, side: 1 | -1, aside: Float64Array): Float64Array {
  let filled = 0;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if ((value - bound) * side <= 0) continue;
    aside[filled] = value;
    filled += 1;
  }
  return aside;
}

/**
 * Copies the values from `lowest` to `highest` to `aside`; how many there are, and how many are smaller. Each is written, and
 * only then counted or not: a branch that goes either way costs more.
 */
function setAside(
  values: Float64Array,
  lowest: number,
  highest: number,
  aside: Float64Array,
): { below: number; inside: number } {
  let [below, inside] = [0, 0];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    aside[inside] = value;
    below += value < lowest ? 1 : 0;
    inside += Number(value >= lowest) & Number(value <= highest);
  }
  return { below, inside };
}
