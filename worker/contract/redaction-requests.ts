/** Bodies of redactions, and what the API says of one. */
import * as v from "valibot";
import type { RedactionPlace } from "../core/quotes";
import { REDACTABLE } from "../core/redaction";
import { TEXT_LIMIT } from "./columns";
import { RealMonth, text } from "./schema-parts";

/** More than a list of places holds. */
const MOST_PLACES = 2000;

/** A redaction needs one; asking what it would reach does not. */
const Reason = v.optional(text({ limit: TEXT_LIMIT, optional: true }), "");
/** Places that the answer to `dryRun=1` listed. */
const Also = v.optional(
  v.pipe(
    v.array(v.string("Write the names of places."), "Write a list of places."),
    v.maxLength(MOST_PLACES, `Name at most ${MOST_PLACES} places.`),
  ),
  [],
);
const Name = text({ limit: TEXT_LIMIT });

/** Removing texts of an event for good, by default all of them. */
export const RedactionInput = v.object({
  reason: Reason,
  also: Also,
  fields: v.optional(
    v.pipe(
      v.array(v.picklist(REDACTABLE, `Name fields among ${REDACTABLE.join(", ")}.`), "Write a list of fields."),
      v.minLength(1, "Name at least one field, or leave this out to remove every text."),
    ),
    [...REDACTABLE],
  ),
});
export type RedactionInput = v.InferOutput<typeof RedactionInput>;

/** Removing the texts of what was said of a month or a claim. */
export const StatementRedactionInput = v.variant(
  "kind",
  [
    v.object({ kind: v.picklist(["note", "attestation"]), month: RealMonth, reason: Reason, also: Also }),
    v.object({ kind: v.literal("evidence"), claim: Name, event: Name, reason: Reason, also: Also }),
    v.object({ kind: v.literal("resolution"), claim: Name, reason: Reason, also: Also }),
  ],
  "Write note, attestation, evidence or resolution.",
);
export type StatementRedactionInput = v.InferOutput<typeof StatementRedactionInput>;

export interface RedactionAnswer {
  /** Null where nothing was written: it was only asked what would be. */
  revision: number | null;
  /** Names of the texts that were removed. */
  fields: string[];
  /** How many shared links were rewritten, and which. */
  links: number;
  rewritten: { id: string; title: string }[];
  /** Other texts that repeat what is removed. */
  places: RedactionPlace[];
  /** Whether there are more of them than are listed. */
  more: boolean;
}
