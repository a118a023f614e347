import {
  READING_REASONS,
  VERDICT_WORDS,
  type MonthVerdict,
  type VariantReading,
  type VerdictWord,
} from "../core/verdict-types";

/**
 * Members in the order in which they are stored, without their names: those take up two thirds of the JSON. Whoever changes
 * these lists, or those of the words, raises METHOD in verdict-hashes.ts, so that no row of before is read.
 */
const MONTH: (keyof Omit<MonthVerdict, "variants" | "reading" | "reason" | "leans" | "published">)[] = [
  "windowFrom",
  "windowTo",
  "monthsInWindow",
  "covered",
  "zeroMonths",
  "events",
  "indicators",
  "n",
  "S",
  "varS",
  "r1",
  "rho",
  "inflation",
  "z",
  "p",
  "slope",
  "intercept",
  "low",
  "high",
  "spanMonths",
  "rise",
  "riseLow",
  "riseHigh",
  "materialRise",
  "indexNow",
  "indexAtRegistration",
  "agree",
  "of",
];
const CHECK: (keyof Omit<VariantReading, "reading" | "reason">)[] = [
  "variant",
  "materialRise",
  "events",
  "S",
  "p",
  "rise",
  "riseLow",
  "riseHigh",
  "indexChange",
];

type Packed = string | number | null;
/** The verdict's members, its four words, and its checks with two words each. */
type PackedVerdict = [Packed[], number[], Packed[][]];

function wordNumber(word: VerdictWord | null): number {
  return word === null ? -1 : VERDICT_WORDS.indexOf(word);
}

/** A verdict as a row holds it. */
export function packVerdict(verdict: MonthVerdict): string {
  const { reading, reason, leans, published, variants } = verdict;
  const packed: PackedVerdict = [
    MONTH.map((name) => verdict[name]),
    [wordNumber(reading), READING_REASONS.indexOf(reason), wordNumber(leans), wordNumber(published)],
    variants.map((check) => [
      ...CHECK.map((name) => check[name]),
      wordNumber(check.reading),
      READING_REASONS.indexOf(check.reason),
    ]),
  ];
  return JSON.stringify(packed);
}

function unpackCheck(packed: Packed[]): VariantReading {
  const [reading, reason] = packed.slice(CHECK.length);
  return {
    ...Object.fromEntries(CHECK.map((name, at) => [name, packed[at]])),
    reading: VERDICT_WORDS[Number(reading)],
    reason: READING_REASONS[Number(reason)],
  } as VariantReading;
}

/** The verdict of a row; rows of before they were packed hold it as an object. */
export function unpackVerdict(text: string): MonthVerdict {
  const stored: PackedVerdict | MonthVerdict = JSON.parse(text);
  if (!Array.isArray(stored)) return stored;
  const [members, [reading = 0, reason = 0, leans = -1, published = 0], checks] = stored;
  return {
    ...Object.fromEntries(MONTH.map((name, at) => [name, members[at]])),
    reading: VERDICT_WORDS[reading],
    reason: READING_REASONS[reason],
    leans: VERDICT_WORDS[leans] ?? null,
    published: VERDICT_WORDS[published],
    variants: checks.map(unpackCheck),
  } as MonthVerdict;
}
