/** Probabilities, odds and likelihood ratios in words, as the propositions show them (method, section 7). */
import { clipped } from "./probability";
import { probabilityWord } from "./probability-words";

/**
 * A probability in per cent, kept within 1 and 99; halves away from nought.
 *
 * @example percentLabel(0.0005) // "1 %"; percentLabel(0.5724) // "57 %"
 */
export function percentLabel(probability: number): string {
  return `${Math.round(Number((clipped(probability) * 100).toFixed(6)))} %`;
}

/**
 * A probability with its word of ICD 203; the number always stands beside the word.
 *
 * @example probabilityLabel(0.16) // "16 %, very unlikely"
 */
export function probabilityLabel(probability: number): string {
  return `${percentLabel(probability)}, ${probabilityWord(probability)}`;
}

/**
 * A factor to two decimals, fewer where it is large, more where it is small; no trailing noughts.
 *
 * @example factorLabel(1.4727) // "1.47"; factorLabel(0.00312) // "0.0031"; factorLabel(3) // "3"
 */
export function factorLabel(factor: number): string {
  if (factor >= 100) return String(Math.round(factor));
  if (factor >= 10) return String(Number(factor.toFixed(1)));
  return String(factor >= 0.1 || factor === 0 ? Number(factor.toFixed(2)) : Number(factor.toPrecision(2)));
}

/**
 * Odds with the smaller side as 1.
 *
 * @example oddsLabel(1) // "1:1"; oddsLabel(0.25) // "1:4"; oddsLabel(4) // "4:1"
 */
export function oddsLabel(odds: number): string {
  return odds >= 1 ? `${factorLabel(odds)}:1` : `1:${factorLabel(1 / odds)}`;
}

/**
 * A likelihood ratio as written, in words: how many times likelier the report is on one side than on the other.
 *
 * @example likelihoodLabel("1/3") // "3 times likelier if the claim does not come true"
 */
export function likelihoodLabel(ratio: string): string {
  const [numerator = "1", denominator] = ratio.split("/");
  if (denominator !== undefined) return `${denominator} times likelier if the claim does not come true`;
  return numerator === "1"
    ? "just as likely either way: it tells nothing"
    : `${numerator} times likelier if the claim comes true`;
}
