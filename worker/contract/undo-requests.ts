/** The body of an undo, and what the API says of one. */
import * as v from "valibot";
import type { EntryKind } from "../core/ledger";
import { wholeIn } from "./schema-parts";

/** The commit that the sender means to take back; without it, whichever is their last. */
export const UndoInput = v.object({ revision: v.optional(wholeIn(1, 1_000_000_000)) });
export type UndoInput = v.InferOutput<typeof UndoInput>;

type Counts = Partial<Record<EntryKind, number>>;

/** What an undo would take back: the caller's last commit. Its members are null where they wrote none. */
export interface UndoOffer {
  revision: number | null;
  /** Epoch milliseconds. */
  at: number | null;
  reason: string;
  /** How many entries of each kind. */
  entries: Counts;
  /** What it is about, at most five: references, months, ids of claims. */
  refs: string[];
  possible: boolean;
  /** Why it is not possible and what to do instead; "" where it is. */
  problem: string;
}

export interface UndoAnswer {
  revision: number;
  undone: { revision: number; at: number; reason: string; entries: Counts };
}
