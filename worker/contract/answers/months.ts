/** Months: who looked at them, their notes, and the closing of one. */
import * as v from "valibot";
import { Flag, Instant, Month, Revision, Text, Whole } from "./parts";
import { Progress, Said } from "./view-verdicts";

const Signed = { version: Whole, by: Text, recordedAt: Instant, revision: Revision };

/** Of the month-ends up to the day asked for, those that are done; `left` counts all that are not. */
export const SettleAnswer = v.object({ ...Progress.entries, left: Whole });

export const Note = v.object({ month: Month, text: Text, closes: Flag, ...Signed });
export const NotesAnswer = v.object({ notes: v.array(Note) });

export const Attestation = v.object({ month: Month, note: Text, inferred: Flag, ...Signed });
export const AttestationsAnswer = v.object({ attestations: v.array(Attestation) });
export const AttestedAnswer = v.object({ revision: Revision, attested: Whole });

export const ClosedMonth = v.object({
  revision: Revision,
  note: Note,
  unreviewed: Whole,
  snapshot: v.nullable(v.object({ id: Text, url: Text })),
  problem: v.optional(Text),
});

export const SaidCorrected = v.object({ revision: Revision, month: Month, before: Said, after: v.nullable(Said) });
