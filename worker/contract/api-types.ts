/** What the API answers; the pages read these. */
import type { SaidCorrection } from "../core/said";
import type { Progress } from "../core/settling";
import type { ReportContent } from "../core/sources";
import type { Credibility, EventContent, EventReview, Judgement, Month, Reliability, ValidDate } from "../core/types";

/** An event as it was said, with score and amount in their own units, its points, and who said it. */
export interface ApiEvent extends Omit<EventContent, "score10" | "amountCents"> {
  id: string;
  ref: string;
  version: number;
  status: "active" | "retracted";
  /** The score that counts: the codebook's or the override. */
  score: number;
  amountUsd: number | null;
  weight: number;
  points: number;
  /** Whether somebody other than its author agreed with this version. */
  review: EventReview;
  /** Epoch milliseconds of this version. */
  recordedAt: number;
  by: string;
  revision: number;
}

/** An event as events.json has it. The list and its CSV have the lead source only. */
export interface ExportedEvent extends ApiEvent {
  /** Further sources, in the order added. */
  reports: ApiReport[];
}

/** An event as it was saved. */
export interface SavedEvent extends ApiEvent {
  /** Epoch milliseconds: when it counts from, where its day has not begun by UTC; else null. */
  countsFrom: number | null;
}

/** Answer to a new event: with it, the events that were saved in the same commit. */
export interface LoggedAnswer extends SavedEvent {
  also: ApiEvent[];
}

export interface EventVersion {
  version: number;
  op: "record" | "correct" | "retract";
  recordedAt: number;
  by: string;
  reason: string;
  revision: number;
  event: ApiEvent;
}

/** A page of events. `total`, given only where the query says `count=1`, counts all that fit, or is null above 1,000. */
export interface EventPage {
  events: ApiEvent[];
  nextCursor: string | null;
  revision: number;
  total?: number | null;
}

/** A further source of an event. It moves no points: the grade of the event is that of its lead source. */
export interface ApiReport extends ReportContent {
  number: number;
  recordedAt: number;
  by: string;
  revision: number;
}

/** What one analyst holds of an event. Blind: given before the first grade was shown. */
export interface ApiReview {
  by: string;
  judgement: Judgement;
  sourceReliability: Reliability;
  infoCredibility: Credibility;
  comment: string;
  blind: boolean;
  /** The version of the event that was reviewed; an older one no longer counts. */
  eventVersion: number;
  recordedAt: number;
  revision: number;
}

export interface ApiComment {
  number: number;
  text: string;
  recordedAt: number;
  by: string;
  mine: boolean;
}

/** One step of a thread: an event and the one it follows. */
export interface ThreadStep {
  ref: string;
  follows: string | null;
  date: ValidDate;
  title: string;
  indicator: string;
  code: string | null;
  state: string | null;
  plannedFor: ValidDate | null;
  status: "active" | "retracted";
}

/** A claim that an event is evidence for or against. */
export interface EvidenceFor {
  proposition: string;
  question: string;
  likelihoodRatio: string;
  rivalExplanation: string;
}

/** Texts of an event that an owner removed. */
export interface ApiRedaction {
  /** Names of the removed texts. */
  fields: string[];
  reason: string;
  by: string;
  recordedAt: number;
  revision: number;
}

/** Everything about one event that its page shows beside the event and its versions. */
export interface EventLife {
  reports: ApiReport[];
  /** The event and its steps before and after, in order of date; alone if it is no part of a thread. */
  thread: ThreadStep[];
  evidenceFor: EvidenceFor[];
  reviews: ApiReview[];
  comments: ApiComment[];
  redactions: ApiRedaction[];
  /** Whether the caller may review it: nobody reviews what they wrote. */
  mayReview: boolean;
}

/** An event that the one being typed may repeat. Likely: the same thing again. Related: the same source only. */
export interface SimilarEvent {
  event: ApiEvent;
  likeness: "likely" | "related";
  /** Why it is shown: "same day, same rank", "same address". */
  why: string;
}

/** What is known of the site of an address: what to propose, never preset. */
export interface SourceHint {
  /** Host without www, "" where the address cannot be read. */
  site: string;
  /** The letter last used for it. */
  sourceReliability: Reliability | null;
  /** A title to propose: the one that this address was logged with, else one read from the address. */
  sourceTitle: string;
}

/** An announcement whose day has passed with nothing logged since. */
export interface OpenThread {
  ref: string;
  date: ValidDate;
  title: string;
  indicator: string;
  plannedFor: ValidDate;
}

export interface DueClaim {
  id: string;
  question: string;
  deadline: string;
  days: number;
}

/** What waits for an analyst this week. */
export interface Week {
  unreviewed: { count: number; events: ApiEvent[] };
  disputed: { count: number; events: ApiEvent[] };
  openThreads: OpenThread[];
  /** Open claims whose deadline comes within 60 days, or has passed. */
  dueClaims: DueClaim[];
  /** Months of the last twelve that are over that nobody looked at. */
  unlookedMonths: Month[];
  /** The last month that is over, by UTC, and whether a note closes it. */
  lastMonth: { month: Month; closed: boolean };
  revision: number;
}

/** An analyst's note of a month: a few sentences, signed. */
export interface ApiNote {
  month: Month;
  text: string;
  version: number;
  /** Whether the month was closed with it. */
  closes: boolean;
  by: string;
  recordedAt: number;
  revision: number;
}

/** "I looked at this month": who, when, and where they looked. */
export interface ApiAttestation {
  month: Month;
  note: string;
  /** Nobody searched for this month: it was inferred when a file was made. */
  inferred: boolean;
  version: number;
  by: string;
  recordedAt: number;
  revision: number;
}

/** A record of a month-end that was put right: as it was, and as it is; null where none is to stand yet. */
export interface SaidCorrected extends SaidCorrection {
  revision: number;
}

/** How far verdicts that are being recalculated are; `left` counts what is not done of all month-ends. */
export interface SettleAnswer extends Progress {
  left: number;
}
