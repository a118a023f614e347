/** Bodies of redactions, and what the API says of one. */
import * as v from "valibot";
import { REDACTABLE } from "../core/redaction";
import { TEXT_LIMIT } from "./columns";
import { RealMonth, text } from "./schema-parts";

const Reason = text({ limit: TEXT_LIMIT });
const Name = text({ limit: TEXT_LIMIT });

/** Removing texts of an event for good, by default all of them. */
export const RedactionInput = v.object({
  reason: Reason,
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
    v.object({ kind: v.picklist(["note", "attestation"]), month: RealMonth, reason: Reason }),
    v.object({ kind: v.literal("evidence"), claim: Name, event: Name, reason: Reason }),
    v.object({ kind: v.literal("resolution"), claim: Name, reason: Reason }),
  ],
  "Write note, attestation, evidence or resolution.",
);
export type StatementRedactionInput = v.InferOutput<typeof StatementRedactionInput>;

export interface RedactionAnswer {
  revision: number;
  /** Names of the texts that were removed. */
  fields: string[];
  /** How many shared links were rewritten. */
  links: number;
}
