/** The answers about a step in words, and as a draft keeps them. */
import { formatNumber, listOf } from "../lib/format";
import { answerInWords, ELSEWHERE, facetNames, remaining, VISIT, WENT } from "./facets";
import type { Answers, Entry, Narrowed, Question } from "./facets";

export interface StoredAnswers {
  answers: Answers;
  /** Who travelled, such as "RUS to PAK"; "" where nobody has said. */
  went: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** As text; "" while nothing is answered. */
export function writeAnswers(answers: Answers, went: string): string {
  if (Object.keys(answers).length === 0) return "";
  return JSON.stringify(went === "" ? answers : { ...answers, [WENT]: went });
}

/** Answers of a draft; none where they fit nothing, for the codebook may be another by now. */
export function readAnswers(text: string, codebook: readonly Entry[]): StoredAnswers {
  const none = { answers: {}, went: "" };
  try {
    const stored: unknown = JSON.parse(text);
    if (!isRecord(stored)) return none;
    const told = stored[WENT];
    const went = typeof told === "string" && told !== VISIT && told !== ELSEWHERE ? told : "";
    const names = new Set(facetNames(codebook));
    const answers = Object.fromEntries(
      Object.entries(stored).flatMap(([facet, value]) => {
        if (!names.has(facet) || typeof value !== "string") return [];
        return [[facet, facet === WENT && went !== "" ? VISIT : value]];
      }),
    );
    return remaining(codebook, answers).length > 0 ? { answers, went } : none;
  } catch {
    return none;
  }
}

/** What a question does not offer, for those who cannot see it greyed out. */
export function absentInWords({ options }: Question): string {
  const absent = options.filter(({ offered }) => !offered).map(({ value }) => answerInWords(value));
  return absent.length === 0 ? "" : `Not in the codebook with the other answers: ${listOf(absent)}.`;
}

/** "= Visit by a minister or speaker, held · 2.8", or how many steps are left; "" before any answer. */
export function stepInWords({ left, offer, questions }: Narrowed, chosen: Entry | null): string {
  if (chosen) return `= ${chosen.label} · ${formatNumber(chosen.score)}`;
  const answered = questions.some((question) => question.chosen !== null);
  return answered && offer.length === 0 ? `${left.length} steps fit so far` : "";
}
