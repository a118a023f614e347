/** Bodies of what becomes of a link after it is made. */
import * as v from "valibot";
import { LINK_NOTE_LIMIT } from "../core/sharing";
import { text } from "./schema-parts";
import { LinkCap, LinkExpiry, LinkNote, LinkTitle, YesNo } from "./snapshot-requests";

/**
 * What to change of a link; what is left out stays. `passphrase`: true for a new one, false for none. `notice` is added
 * above the page and never edited.
 */
export const LinkChangeInput = v.pipe(
  v.object({
    title: v.optional(LinkTitle),
    note: v.optional(LinkNote),
    paused: v.optional(YesNo),
    expiresAt: v.optional(LinkExpiry),
    viewCap: v.optional(LinkCap),
    passphrase: v.optional(YesNo),
    since: v.optional(YesNo),
    feeds: v.optional(YesNo),
    notice: v.optional(text({ limit: LINK_NOTE_LIMIT, lines: true })),
  }),
  v.check(
    (change) => Object.values(change).some((value) => value !== undefined),
    "Say what to change: title, note, paused, expiresAt, viewCap, passphrase, since, feeds or notice.",
  ),
);
export type LinkChangeInput = v.InferOutput<typeof LinkChangeInput>;
