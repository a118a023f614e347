/** Small schemas of what the API answers. They describe and check answers in tests; nothing is parsed with them at run time. */
import * as v from "valibot";

export const Text = v.string();
export const Flag = v.boolean();
export const Real = v.number();
export const Whole = v.pipe(v.number(), v.integer());
export const OrNull = {
  text: v.nullable(Text),
  real: v.nullable(Real),
  whole: v.nullable(Whole),
};
/** Epoch milliseconds. */
export const Instant = v.pipe(Whole, v.minValue(0), v.description("Epoch milliseconds"));
export const Revision = v.pipe(Whole, v.minValue(0), v.description("A revision of the scenario's ledger"));
/** `2012-10-03`. */
export const Day = v.pipe(Text, v.regex(/^\d{4}-\d{2}-\d{2}$/));
/** `2012-10`. */
export const Month = v.pipe(Text, v.regex(/^\d{4}-\d{2}$/));
/** A day, or a month, which counts from its first day. */
export const ValidDate = v.pipe(Text, v.regex(/^\d{4}-\d{2}(-\d{2})?$/));
/** SHA-256, hex. */
export const Hash = v.pipe(Text, v.regex(/^[0-9a-f]{64}$/));

/** An answer of nothing but the new head of the ledger. */
export const RevisionAnswer = v.object({ revision: Revision });
