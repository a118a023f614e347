/** Calibration: do claims called likely come true more often than claims called unlikely? (method, section 8) */
import { sum } from "./numbers";
import { PROBABILITY_WORDS, probabilityWord, type ProbabilityWord } from "./probability-words";

/** Two-sided 95 % point of the normal distribution. */
const Z_95 = 1.959963984540054;

/** Shown from this many pairs of analyst and proposition. */
export const NEEDED_PAIRS = 20;

export interface CalibrationRow {
  word: ProbabilityWord;
  n: number;
  hits: number;
  meanForecast: number;
  hitRate: number;
  /** Wilson 95 % interval of the hit rate. */
  low: number;
  high: number;
}

/**
 * Wilson interval of a share at 95 %: (2 h + z^2 -+ z sqrt(z^2 + 4 h (n - h) / n)) / (2 (n + z^2)), within 0 and 1; of
 * none of none, which says nothing, 0 to 1.
 *
 * @example wilson95(1, 2) // [0.0945, 0.9055]
 */
export function wilson95(hits: number, n: number): { low: number; high: number } {
  if (n === 0) return { low: 0, high: 1 };
  const squared = Z_95 * Z_95;
  const root = Z_95 * Math.sqrt(squared + (4 * hits * (n - hits)) / n);
  const bound = (sign: 1 | -1): number => (2 * hits + squared + sign * root) / (2 * (n + squared));
  return { low: Math.max(0, bound(-1)), high: Math.min(1, bound(1)) };
}

/**
 * First forecasts by the seven words of ICD 203, bands without one left out. A pair is one analyst's first forecast of one
 * resolved proposition and its outcome. Source: method, section 8.
 *
 * @example two of 0.52 and 0.46, one of them true // roughly even chance: n 2, hits 1, mean 0.49, hit rate 0.5
 */
export function calibrationOf(pairs: readonly { probability: number; outcome: 0 | 1 }[]): CalibrationRow[] {
  const byWord = Map.groupBy(pairs, ({ probability }) => probabilityWord(probability));
  return PROBABILITY_WORDS.flatMap(({ word }) => {
    const ofWord = byWord.get(word) ?? [];
    const n = ofWord.length;
    if (n === 0) return [];
    const hits = ofWord.filter(({ outcome }) => outcome === 1).length;
    const meanForecast = sum(ofWord.map(({ probability }) => probability)) / n;
    return [{ word, n, hits, meanForecast, hitRate: hits / n, ...wilson95(hits, n) }];
  });
}
