/** What reviews say of an event, in words. */
import { weight100 } from "../../worker/core/grading";
import type { Credibility, EventReview, Registration, Reliability } from "../../worker/core/types";
import type { ApiReview } from "../../worker/contract/api-types";
import { CREDIBILITY_WORDS, RELIABILITY_WORDS } from "../forms/words";
import { formatNumber } from "../lib/format";

export interface Grade {
  sourceReliability: Reliability;
  infoCredibility: Credibility;
}

type Weights = Pick<Registration, "credibilityWeights" | "reliabilityWeights">;

/** "B2" */
export function gradeLetters({ sourceReliability, infoCredibility }: Grade): string {
  return `${sourceReliability}${infoCredibility}`;
}

/** The letter speaks of the source, the number of the report: "source usually reliable, report probably true". */
export function gradeInWords({ sourceReliability: letter, infoCredibility: number }: Grade): string {
  const source = letter === "F" ? RELIABILITY_WORDS.F.replace("reliability", "source's reliability") : "";
  return `${source || `source ${RELIABILITY_WORDS[letter]}`}, report ${CREDIBILITY_WORDS[number]}`;
}

export function weightOf(grade: Grade, weights: Weights): number {
  return weight100(weights, grade.sourceReliability, grade.infoCredibility) / 100;
}

/** Two grades beside each other: the same, of the same weight, or apart. */
export function comparisonSentence(mine: Grade, first: Grade, weights: Weights): string {
  const [yours, theirs] = [gradeLetters(mine), gradeLetters(first)];
  const [heavy, light] = [weightOf(mine, weights), weightOf(first, weights)].map((weight) => formatNumber(weight, 2));
  if (yours === theirs) return `You gave ${yours}, the grade that it has.`;
  if (heavy === light) return `You gave ${yours}, it has ${theirs}: both weigh ${heavy}, so its points are the same.`;
  return `You gave ${yours} (weight ${heavy}), it has ${theirs} (weight ${light}).`;
}

/** How the event's present version stands. */
export const STANDING: Record<EventReview, { label: string; meaning: string }> = {
  unreviewed: { label: "Unreviewed", meaning: "Nobody but its author has looked at this version." },
  agreed: { label: "Agreed", meaning: "Somebody other than its author looked and agreed." },
  disputed: { label: "Disputed", meaning: "Somebody other than its author holds that it is not right." },
};

/** Whether a review still counts, and whether its author had seen the first grade. */
export function reviewNotes(
  { eventVersion, blind }: Pick<ApiReview, "eventVersion" | "blind">,
  version: number,
): string {
  const look = blind ? "graded blind" : "graded after seeing the first grade";
  return eventVersion === version ? look : `${look}; of version ${eventVersion}, so it no longer counts`;
}
