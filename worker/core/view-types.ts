/** ScenarioView, version 1: the one document that the page draws, the API returns and a snapshot freezes. */
import type { ArticleScores } from "./article-scores";
import type { Probability } from "./probability";
import type { ProbabilityDay } from "./probability-series";
import type { RecordingLag } from "./recording-lag";
import type { Settling } from "./settling";
import type { ViewFrozen } from "./sharing";
import type {
  CodebookEntry,
  Evidence,
  Horizon,
  IndicatorKind,
  Month,
  Outcome,
  Proposition,
  Registration,
  Role,
  StateLevel,
  ValidDate,
} from "./types";
import type { HorizonVerdict, VerdictWord } from "./verdict-types";

export const VIEW_SCHEMA = "signpost.view/1";

export interface ViewMonth {
  month: Month;
  /** Points by indicator key. */
  points: Record<string, number>;
  /** All points of the month. */
  y: number;
  /** Points of direct indicators only. */
  direct: number;
  index: number;
  directIndex: number;
  band90: number;
  events: number;
  covered: boolean;
  /** Whether somebody stated that they looked: by a search of the month, or inferred when a file was made. */
  attested: "searched" | "inferred" | null;
  /** Not a complete month: not over by the as-of day, or when the view was made. */
  provisional: boolean;
}

export interface LevelYear {
  total: number;
  direct: number;
  covered: number;
}

export interface ViewLevel {
  last12: LevelYear;
  baseline12: LevelYear;
  directDifference: number;
  band90: number;
  word: "above" | "below" | "about the same" | "not judged";
  /** Newest first; `to` is the last month of the twelve. */
  years: (LevelYear & { to: Month })[];
}

export interface ViewEvent {
  /** The event's address; equal to its `ref`. */
  id: string;
  ref: string;
  date: ValidDate;
  indicator: string;
  code: string | null;
  state: string | null;
  title: string;
  score: number;
  weight: number;
  /** relevance x weight x score, undecayed. */
  points: number;
  sourceTitle: string;
  sourceUrl: string;
  /** Admiralty grade, such as "B2". */
  grade: string;
}

export interface ViewAmount extends ViewEvent {
  amountUsd: number;
  amountScope: string | null;
  /** A promise of which no later amount was logged for 24 months or more. Views of before this mark lack it. */
  unmoved?: true;
}

/** A month whose events moved the index much. */
export interface ViewMove {
  month: Month;
  /** Where the larger part of its points lies. */
  role: "direct" | "driver";
  /** Points of that part in the month itself, before fading. */
  value: number;
  /** The month's largest events, at most three. */
  events: ViewEvent[];
}

export interface StateSpan {
  state: string;
  from: ValidDate;
  /** The last day that the state held, or null while it still does. */
  to: string | null;
}

export interface ViewIndicator {
  key: string;
  label: string;
  description: string;
  kind: IndicatorKind;
  role: Role;
  relevance: number;
  colour: string;
  pattern: string;
  fullScale: number | null;
  codebook: CodebookEntry[];
  states: StateLevel[];
  /** State indicators: what held from when to when. */
  spans: StateSpan[];
  /** Event indicators: events by year and codebook entry. */
  countsByYear: { year: string; counts: Record<string, number> }[];
  /** Dated amounts, oldest first; the newest 200 at most. Never summed. */
  amounts: ViewAmount[];
}

/** One addend of the index. For a state, `ref` is the indicator's key, and `id` and `date` are null. */
export interface Contribution {
  ref: string;
  id: string | null;
  indicator: string;
  title: string;
  date: ValidDate | null;
  value: number;
}

/** One item of evidence as it bears on a proposition on the as-of day. */
export interface ViewEvidence extends Evidence {
  title: string;
  date: ValidDate;
  /** weight x ln of the likelihood ratio. */
  logLr: number;
  /** False for all but the strongest of a cluster. */
  counted: boolean;
}

/** The newest forecast of one analyst; only in a view shared with forecasts. */
export interface ViewForecast {
  /** UTC day. */
  on: string;
  probability: number;
  /** Only in a view shared with names. */
  by?: string;
}

export interface ViewProposition extends Pick<
  Proposition,
  | "id"
  | "question"
  | "criteria"
  | "type"
  | "deadline"
  | "basis"
  | "addedOn"
  | "locator"
  | "referenceClass"
  | "articleProbability"
  | "articleCue"
  | "imputed"
> {
  /** Null while open, or where the outcome lies after the as-of date. */
  outcome: Outcome | null;
  baseRate: number;
  /** No reference class: the base rate of one half says only that. */
  noBaseRate: boolean;
  /** On the as-of day, or the last day before the proposition closed; null before it started. */
  now: (Omit<Probability, "evidence"> & { day: string }) | null;
  evidence: ViewEvidence[];
  /** At the start, at each evidence date, each month-end and the last day. */
  series: ProbabilityDay[];
  /** The analysts' own forecasts, newest first. */
  forecasts?: ViewForecast[];
}

/** What a month-end was published as when it ended, by the records of then. */
export interface SaidMonth {
  month: Month;
  revision: number;
  published: VerdictWord;
  index: number;
  /** The revision in which a wrong record was put right; missing where it stands as it was made. */
  correctedIn?: number;
}

/** The analysts' note of a month, without its author's name: a view is made to be shared. */
export interface ViewNote {
  month: Month;
  text: string;
  /** UTC day on which this version was written. */
  writtenOn: string;
  version: number;
  /** Who wrote it; only in a view shared with names. */
  by?: string;
}

/** All current events, whatever the as-of day, by how they stand with others than their author. */
export interface ViewReview {
  unreviewed: number;
  agreed: number;
  disputed: number;
}

/** Texts were removed from this view after it was frozen. */
export interface ViewRedaction {
  on: string;
  reason: string;
}

export interface ViewCoverage {
  from: Month;
  to: Month;
  months: number;
  covered: number;
  /** Covered only because somebody stated that they looked; `inferred` are those of them inferred when a file was made. */
  attested: number;
  inferred: number;
  /** The last covered month up to the as-of month, if any that figures can hold; it may be incomplete. */
  lastCovered: Month | null;
  lastEventDate: ValidDate | null;
  /** Events in the window whose relevance is not 0, and the indicators with one. */
  countedEvents: number;
  countedIndicators: number;
}

export interface ScenarioView {
  schema: typeof VIEW_SCHEMA;
  slug: string;
  title: string;
  claim: string;
  source: Registration["source"];
  mode: Registration["mode"];
  registeredOn: string;
  codedOn: string | null;
  registrationVersion: number;
  halfLifeMonths: number;
  materialRise: number;
  /** With these a page can weigh an event while it is typed. */
  credibilityWeights: Registration["credibilityWeights"];
  reliabilityWeights: Registration["reliabilityWeights"];
  horizons: Horizon[];
  revision: number;
  asOf: string;
  /** Why this as-of date: today, the last covered month, or asked for. */
  asOfReason: "today" | "last-covered" | "asked";
  generator: string;
  headlineHorizon: string;
  /** The word shown for the headline horizon; null before registration, and until a first one is worked out. */
  headlineVerdict: VerdictWord | null;
  statement: string;
  index: number;
  directIndex: number;
  band90: number;
  eventsCounted: number;
  /** Counted events dated before the earliest month that figures can begin with; left out where none is. */
  earlier?: number;
  /** Events dated after the as-of day: a count, never titles. */
  scheduled: number;
  level: ViewLevel;
  /** One a horizon, in the scenario's order. */
  verdicts: (HorizonVerdict & { statement: string })[];
  /** While some are being recalculated: as they were settled last. */
  publishedByMonth: Record<Month, VerdictWord>;
  /** Month-ends whose verdict is still to be computed. */
  pendingMonths: Month[];
  /** Only while there are such: since when, how far it is, and whose verdicts stand. */
  settling?: Settling;
  said: {
    /** The day on which recording began: month-ends before it could not be recorded when they ended. */
    since: string | null;
    months: SaidMonth[];
  };
  months: ViewMonth[];
  /** The months that moved the index most, oldest first, at most eight. Views of before these marks lack them. */
  moves?: ViewMove[];
  contributions: Contribution[];
  contributionCount: number;
  contributionSum: number;
  top10: { ref: string; value: number }[];
  propositions: ViewProposition[];
  articleScores: ArticleScores;
  coverage: ViewCoverage;
  review: ViewReview;
  /** The newest note of a month up to the as-of month; null where none was written. */
  note: ViewNote | null;
  /** Only in a frozen view; those of before 0.4.0 lack it. */
  frozen?: ViewFrozen;
  /** Only in a frozen view from which an owner removed texts. */
  redactions?: ViewRedaction[];
  /** Of the latest events; null where recorded times are not known. */
  recordingLag: RecordingLag | null;
  latestEvents: ViewEvent[];
  indicators: ViewIndicator[];
}
