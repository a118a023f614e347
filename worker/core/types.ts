/**
 * The nouns of Signpost, as plain values. Everything in `core/` takes and returns these.
 *
 * Units: scores and weights are kept as integers (tenths and hundredths) wherever they are stored or summed, so that
 * sums are exact; points are real numbers. Dates are `YYYY-MM-DD` or `YYYY-MM` strings and never pass a time zone.
 */

/** A calendar month, `YYYY-MM`. */
export type Month = string;
/** A valid date: a day (`YYYY-MM-DD`) or a month (`YYYY-MM`), which counts from its first day. */
export type ValidDate = string;

export const ROLES = ["direct", "driver", "context"] as const;
export type Role = (typeof ROLES)[number];

export const INDICATOR_KINDS = ["event", "state"] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];

export const RELIABILITIES = ["A", "B", "C", "D", "E", "F"] as const;
export type Reliability = (typeof RELIABILITIES)[number];

export const CREDIBILITIES = [1, 2, 3, 4, 5, 6] as const;
export type Credibility = (typeof CREDIBILITIES)[number];

export const AMOUNT_SCOPES = [
  "russian_money",
  "whole_project",
  "other_lender",
  "contract",
  "settlement",
  "aid",
  "trade_volume",
] as const;
export type AmountScope = (typeof AMOUNT_SCOPES)[number];

/** One line of an indicator's codebook: what may be logged, and what it scores on the CAMEO-Goldstein scale. */
export interface CodebookEntry {
  key: string;
  label: string;
  /** -10 to +10, one decimal. */
  score: number;
  anchor: string;
  /** Such as `rank`, `step` or `with`; forms and pictures read them, no code knows a key of one scenario. */
  facets?: Record<string, string>;
}

/** A state that a state indicator can be in, and the share of its full scale that it earns. */
export interface StateLevel {
  key: string;
  label: string;
  value: number;
}

export interface Indicator {
  key: string;
  label: string;
  description: string;
  kind: IndicatorKind;
  role: Role;
  relevance: number;
  unit: string;
  order: number;
  colour: string;
  pattern: string;
  codebook: CodebookEntry[];
  states?: StateLevel[];
  /** Points a month that the highest state earns before relevance (`a` in the method). */
  fullScale?: number;
}

export interface Horizon {
  key: string;
  label: string;
  until: Month | null;
}

/** What is fixed before tracking starts; frozen on registration. */
export interface Registration {
  format: "scenario-pack";
  version: number;
  slug: string;
  title: string;
  claim: string;
  source: { title: string; author: string; outlet: string; published: string };
  mode: "registered" | "back-test";
  registeredOn: string;
  codedOn?: string;
  baselineMonths: number;
  horizons: Horizon[];
  halfLifeMonths: number;
  materialRise: number;
  alpha: number;
  /** Probability that a report is true, by credibility 1 to 5. */
  credibilityWeights: Record<"1" | "2" | "3" | "4" | "5", number>;
  /** Stands in where the item cannot be judged (credibility 6). */
  reliabilityWeights: Record<Reliability, number>;
  indicators: Indicator[];
}

export const OUTCOMES = ["yes", "no", "partly", "open", "void"] as const;
export type OutcomeResult = (typeof OUTCOMES)[number];

export interface Outcome {
  result: OutcomeResult;
  on: ValidDate | null;
  sourceTitle: string;
  sourceUrl: string;
  note: string;
}

export interface Proposition {
  id: string;
  kind: string;
  question: string;
  criteria: string;
  type: "by" | "at";
  deadline: string;
  basis: "outright" | "inferred" | "factual" | "added";
  addedOn: string | null;
  indicators: string[];
  locator: string;
  referenceClass: { description?: string; k: number; n: number } | null;
  articleProbability: number | null;
  articleCue: string;
  imputed: boolean;
}

/** What an event says about a proposition; `event` is a reference. */
export interface Evidence {
  event: string;
  /** From the ladder 10, 5, 3, 2, 1.5, 1, 1/1.5 ... 1/10, as written. */
  likelihoodRatio: string;
  /** Items with a common cause share a cluster; only the strongest of it counts. */
  cluster: string | null;
  rivalExplanation: string;
}

/**
 * What an analyst says of one event: the part that forms, files and the API carry. Optional texts are empty strings.
 * A row of a state indicator has a `state`, one of an event indicator a `code`; the other of the two is null.
 */
export interface EventContent {
  date: ValidDate;
  indicator: string;
  code: string | null;
  state: string | null;
  title: string;
  /** The score if the analyst overrides the codebook's, in tenths; null when the codebook's holds. */
  score10: number | null;
  scoreReason: string;
  /** Integer US cents. */
  amountCents: number | null;
  amountScope: AmountScope | null;
  project: string;
  plannedFor: ValidDate | null;
  actors: string[];
  location: string;
  sourceTitle: string;
  sourceUrl: string;
  sourcePublished: ValidDate | null;
  sourceReliability: Reliability;
  infoCredibility: Credibility;
  notes: string;
  follows: string | null;
  /** What the source says, word for word, in at most 300 characters. */
  quote: string;
}

/** A further source of an event; it moves no points. `event` is a reference. */
export interface Report {
  event: string;
  number: number;
  sourceTitle: string;
  sourceUrl: string;
  sourcePublished: ValidDate | null;
  sourceReliability: Reliability;
  infoCredibility: Credibility;
  quote: string;
}

export const JUDGEMENTS = ["agreed", "disputed"] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

/** Of an event's current version: nobody else has looked, or what they held. One dispute outweighs any agreement. */
export const EVENT_REVIEWS = ["unreviewed", "agreed", "disputed"] as const;
export type EventReview = (typeof EVENT_REVIEWS)[number];

/** What an analyst holds of a version of somebody else's event, with a grade of their own. */
export interface Review {
  event: string;
  analyst: string;
  eventVersion: number;
  judgement: Judgement;
  sourceReliability: Reliability;
  infoCredibility: Credibility;
  /** Given before the first grade was shown. */
  blind: boolean;
  comment: string;
}

export interface Comment {
  event: string;
  number: number;
  text: string;
}

/** An analyst's note of a month. */
export interface Note {
  month: Month;
  text: string;
  /** Whether the month was closed with it. */
  closes: boolean;
}

/** One indicator's counted events of one month, in integers (method, section 12). Relevance is applied on reading. */
export interface MonthCell {
  indicator: string;
  month: Month;
  /** Events. */
  n: number;
  /** Events whose score is not 0. */
  nScored: number;
  /** Sum of weight (hundredths) x score (tenths). */
  sumWS: number;
  /** Sum of scores (tenths). */
  sumS: number;
  /** Sum of weight (hundredths) x sign of the score. */
  sumWSign: number;
  /** Sum of weight (hundredths) x |score| (tenths). */
  sumWAbs: number;
  /** Sum of |score| (tenths). */
  sumAbs: number;
  /** Sum of weights (hundredths) where the score is not 0. */
  sumW: number;
  /** Sum of score^2 (tenths^2) x weight x (100 - weight) (hundredths^2). */
  sumVar: number;
}

/** How often a codebook entry was logged in a month. */
export interface CodeCount {
  indicator: string;
  code: string;
  month: Month;
  n: number;
}

/** How often a codebook entry was logged in a year (`YYYY`). */
export interface YearCodeCount extends Omit<CodeCount, "month"> {
  year: string;
}

/** A row of a state indicator. `order` breaks ties of one day: the later recorded one holds (rulings 22, 31). */
export interface StateChange {
  ref: string;
  indicator: string;
  date: ValidDate;
  state: string;
  title: string;
  order: number;
}

export interface Attestation {
  month: Month;
  note: string;
  inferred: boolean;
}

/** A current event as the core needs it: content with its effective score and weight. */
export interface LoggedEvent extends EventContent {
  ref: string;
  /** Override or codebook score, tenths. 0 for states. */
  effective10: number;
  /** Weight of the grade, hundredths. */
  weight100: number;
  review: EventReview;
  version: number;
  revision: number;
  /** Place in its commit. */
  ordinal: number;
}
