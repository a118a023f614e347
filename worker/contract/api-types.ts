/** What the API answers; the pages read these. */
import type { EventContent } from "../core/types";

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
