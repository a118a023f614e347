/** An event's points in words: relevance x weight x score (method, section 2), as the form and the event page say it. */
import { weight100 } from "../../worker/core/grading";
import { parseScore } from "../../worker/contract/score";
import { CREDIBILITIES, RELIABILITIES } from "../../worker/core/types";
import type { Registration, Role, ValidDate } from "../../worker/core/types";
import type { ViewIndicator } from "../../worker/core/view-types";
import type { Days } from "../lib/clock";
import { formatDate, formatNumber, formatSigned } from "../lib/format";
import type { FormValues } from "./values";
import { parsePast } from "./when";

export type Weights = Pick<Registration, "credibilityWeights" | "reliabilityWeights">;
type Scored = Pick<ViewIndicator, "kind" | "role" | "relevance" | "fullScale" | "codebook" | "states">;

export interface PointsParts {
  score: number;
  weight: number;
  relevance: number;
  role: Role;
  date: ValidDate | null;
}

/** "+2.1", "\u22124.0"; two decimals below a tenth, so that a doubtful driver does not read as nothing. */
export function signedPoints(points: number): string {
  return formatSigned(points, points !== 0 && Math.abs(points) < 0.1 ? 2 : 1);
}

/** 2.8 x 0.75, direct, 2012-10-03 -> "2.8 × 0.75 = +2.1 points in October 2012". */
export function pointsSentence({ score, weight, relevance, role, date }: PointsParts): string {
  if (role === "context") return "Kept for context: earns no points";
  // In whole tenths and hundredths, so that 2.8 x 0.75 is 2.1 and rounds as it would on paper.
  const points = (Math.round(score * 10) * Math.round(weight * 100) * relevance) / 1000;
  const factors = [formatNumber(score), formatNumber(weight, 2), ...(relevance === 1 ? [] : [String(relevance)])];
  const month = date === null ? "" : ` in ${formatDate(date.slice(0, 7))}`;
  return `${factors.join(" × ")} = ${signedPoints(points)} points${month}`;
}

/** What the factors of the sum are. */
export function factorsInWords(relevance: number): string {
  return relevance === 1
    ? "(score × weight of the grade)"
    : "(score × weight of the grade × relevance of the indicator)";
}

/** Full scale 4, value 1, relevance 0.25 -> "+1.0 points a month for as long as it holds, counted by days". */
export function stateSentence(indicator: Scored, state: string): string {
  const value = indicator.states.find(({ key }) => key === state)?.value ?? 0;
  const points = value * (indicator.fullScale ?? 0) * indicator.relevance;
  if (points === 0) return "Earns no points while it holds";
  return `${signedPoints(points)} points a month for as long as it holds, counted by days`;
}

/**
 * What the form's event would earn, once its code (or state) and its whole grade are chosen; "" before. Never the
 * index or the verdict: seeing those while choosing a code would invite tuning.
 */
export function pointsPreview(values: FormValues, indicator: Scored, weights: Weights, days: Days): string {
  if (indicator.kind === "state") return values.state === "" ? "" : stateSentence(indicator, values.state);
  const entry = indicator.codebook.find(({ key }) => key === values.code);
  const reliability = RELIABILITIES.find((letter) => letter === values.sourceReliability);
  const credibility = CREDIBILITIES.find((n) => String(n) === values.infoCredibility);
  if (!entry || !reliability || !credibility) return "";
  const { score10 } = parseScore(values.score.trim());
  const when = parsePast(values.date, days);
  return pointsSentence({
    score: score10 === null ? entry.score : score10 / 10,
    weight: weight100(weights, reliability, credibility) / 100,
    relevance: indicator.relevance,
    role: indicator.role,
    date: when.ok ? when.date : null,
  });
}
