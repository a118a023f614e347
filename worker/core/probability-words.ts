/** Probabilities in words, after ICD 203 (method, section 7). */

/** The seven words with the probability at which each ends; up to one half the end belongs to the next word. */
export const PROBABILITY_WORDS = [
  { word: "almost no chance", to: 0.05 },
  { word: "very unlikely", to: 0.2 },
  { word: "unlikely", to: 0.45 },
  { word: "roughly even chance", to: 0.55 },
  { word: "likely", to: 0.8 },
  { word: "very likely", to: 0.95 },
  { word: "almost certain", to: 1 },
] as const;
export type ProbabilityWord = (typeof PROBABILITY_WORDS)[number]["word"];

/**
 * The word of a probability. Half-open and symmetric: 5 % is *very unlikely*, 95 % *very likely*, 45 to 55 % *roughly even
 * chance*. The number always stands beside it. Source: method, section 7; ICD 203.
 *
 * @example probabilityWord(0.8) // "likely"; probabilityWord(0.2) // "unlikely"
 */
export function probabilityWord(probability: number): ProbabilityWord {
  const found = PROBABILITY_WORDS.find(({ to }) => (to < 0.5 ? probability < to : probability <= to));
  return found?.word ?? "almost certain";
}
