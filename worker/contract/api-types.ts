/** What the API answers; the pages read these. */
import type { AmountScope, Credibility, Reliability, ValidDate } from "../core/types";

export interface ApiEvent {
  id: string;
  ref: string;
  version: number;
  status: "active" | "retracted";
  date: ValidDate;
  indicator: string;
  code: string | null;
  state: string | null;
  title: string;
  /** The score that counts: the codebook's or the override. */
  score: number;
  scoreReason: string;
  amountUsd: number | null;
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
  weight: number;
  points: number;
  /** Epoch milliseconds of this version. */
  recordedAt: number;
  by: string;
  revision: number;
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

export interface Snapshot {
  id: string;
  title: string;
  note: string;
  createdAt: number;
  by: string;
  revision: number;
  asOf: string;
  viewHash: string;
  status: "open" | "withdrawn";
  withdrawnAt: number | null;
  withdrawnReason: string;
}
