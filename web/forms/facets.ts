/**
 * Asks for a line of the codebook by its facets, one question each, and narrows what is left with every answer. Any
 * facet works; a few names have a meaning of their own, which docs/scenario-file.md lists.
 */
import { upperFirst } from "../../worker/core/labels";
import type { CodebookEntry } from "../../worker/core/types";

export type Entry = Pick<CodebookEntry, "key" | "label" | "score" | "facets">;
/** Answers given so far, by facet. */
export type Answers = Readonly<Record<string, string>>;

export interface FacetOption {
  value: string;
  /** Whether the codebook has an entry with this value and the answers to the other questions. */
  offered: boolean;
}

export interface Question {
  facet: string;
  /** Each value once, in the codebook's order. */
  options: FacetOption[];
  /** What was answered, or the one value that is left; null while several are. */
  chosen: string | null;
}

/** Who travelled is asked before how far it got. No facet of a file can have this name: keys have no blanks. */
export const WENT = "who went where";
export const VISIT = "a visit";
export const ELSEWHERE = "met elsewhere";
const HELD = "held";

const valueOf = (entry: Entry, facet: string): string => entry.facets?.[facet] ?? "";

/** The names of a codebook's facets, in the order in which they first appear. */
export function facetNames(codebook: readonly Entry[]): string[] {
  return [...new Set(codebook.flatMap(({ facets }) => Object.keys(facets ?? {})))];
}

/** What is logged here, by the facets: `rank` and `step` are meetings, `step` alone deals, `with` votes. */
export function shapeOf(codebook: readonly Entry[]): "meetings" | "deals" | "votes" | "other" {
  const names = facetNames(codebook);
  if (names.includes("step")) return names.includes("rank") ? "meetings" : "deals";
  return names.includes("with") ? "votes" : "other";
}

/**
 * Meetings with a question more: a step "met elsewhere" is a meeting that was held, and nobody visited anybody.
 * Other codebooks stay as they are.
 */
export function askable(codebook: readonly Entry[]): readonly Entry[] {
  if (shapeOf(codebook) !== "meetings") return codebook;
  return codebook.map((entry) => {
    const elsewhere = valueOf(entry, "step") === ELSEWHERE;
    const facets = { [WENT]: elsewhere ? ELSEWHERE : VISIT, ...entry.facets };
    return { ...entry, facets: elsewhere ? { ...facets, step: HELD } : facets };
  });
}

/** Whether an entry has every value that was answered; an entry without a facet has "" there. */
export function fits(entry: Entry, answers: Answers): boolean {
  return Object.entries(answers).every(([facet, value]) => valueOf(entry, facet) === value);
}

/** The entries that the answers leave. */
export function remaining(codebook: readonly Entry[], answers: Answers): Entry[] {
  return codebook.filter((entry) => fits(entry, answers));
}

const distinct = (values: string[]): string[] => [...new Set(values)];

/** The questions of a codebook; a facet with the same value everywhere asks nothing. */
export function questionsOf(codebook: readonly Entry[], answers: Answers): Question[] {
  const left = remaining(codebook, answers);
  return facetNames(codebook).flatMap((facet) => {
    const values = distinct(codebook.map((entry) => valueOf(entry, facet)));
    if (values.length < 2) return [];
    const others = Object.fromEntries(Object.entries(answers).filter(([name]) => name !== facet));
    const offered = new Set(remaining(codebook, others).map((entry) => valueOf(entry, facet)));
    const leftHere = distinct(left.map((entry) => valueOf(entry, facet)));
    const chosen = answers[facet] ?? (leftHere.length === 1 ? (leftHere[0] ?? null) : null);
    return [{ facet, options: values.map((value) => ({ value, offered: offered.has(value) })), chosen }];
  });
}

export interface Narrowed {
  questions: Question[];
  /** What fits so far. */
  left: Entry[];
  /** The one entry that the answers name. */
  only: Entry | null;
  /** Several fit and nothing is left to ask, or there are few: they are offered by label. */
  offer: Entry[];
}

const FEW = 3;

/**
 * Where the answers lead. Without facets every entry is offered by its label. Who travelled need not be known, so
 * that question holds up nothing.
 *
 * @example narrow(codebook, { rank: "minister" }).only // the one entry of that rank
 */
export function narrow(codebook: readonly Entry[], answers: Answers): Narrowed {
  const questions = questionsOf(codebook, answers);
  const left = remaining(codebook, answers);
  if (questions.length === 0) return { questions, left, only: null, offer: left };
  const started = Object.keys(answers).length > 0;
  if (!started) return { questions, left, only: null, offer: [] };
  if (left.length === 1) return { questions, left, only: left[0] ?? null, offer: [] };
  const asked = questions.every(({ facet, chosen }) => facet === WENT || chosen !== null);
  return { questions, left, only: null, offer: asked || left.length <= FEW ? left : [] };
}

/** The answers that lead to an entry: all its values of facets that are asked. */
export function answersOf(codebook: readonly Entry[], key: string): Answers {
  const entry = codebook.find((one) => one.key === key);
  if (!entry) return {};
  return Object.fromEntries(questionsOf(codebook, {}).map(({ facet }) => [facet, valueOf(entry, facet)]));
}

const QUESTIONS: Record<string, string> = { rank: "Who met", step: "How far it got", with: "Alone or with" };

/** A facet as a question: the known ones in words, any other by its name. "port_call" -> "Port call" */
export function questionInWords(facet: string): string {
  return QUESTIONS[facet] ?? upperFirst(facet.replaceAll(/[-_]/g, " "));
}

/** A value as an answer. "" -> "None of these", "called off" -> "Called off" */
export function answerInWords(value: string): string {
  return value === "" ? "None of these" : upperFirst(value);
}
