/** The body of making a link. What is posted of a view or an address beside it is ignored: the server makes both. */
import * as v from "valibot";
import { LINK_NOTE_LIMIT, LINK_PURPOSES, MAX_OPENS, SHARED_FIELDS } from "../core/sharing";
import { TITLE_LIMIT } from "./columns";
import { ClientId, RealDay, text, wholeIn } from "./schema-parts";

/** The last millisecond of the year 9999: later days have no four-digit year. */
const LAST_INSTANT = 253_402_300_799_999;

export const LinkTitle = text({ limit: TITLE_LIMIT });
export const LinkNote = text({ limit: LINK_NOTE_LIMIT, optional: true, lines: true });
/** Epoch milliseconds; null for no end. Whether it lies ahead is for the route to check. */
export const LinkExpiry = v.nullable(wholeIn(0, LAST_INSTANT));
export const LinkCap = v.nullable(wholeIn(1, MAX_OPENS));
export const YesNo = v.boolean("Write true or false.");

const NAME_ONLY = `Name only what can go along: ${SHARED_FIELDS.join(", ")}.`;
/** Refuses a field that it does not know: one that was misspelt would share other things than were asked for. */
const LinkFields = v.pipe(
  v.unknown(),
  // To Valibot a list without items is an object without members.
  v.check((fields) => !Array.isArray(fields), NAME_ONLY),
  v.strictObject(v.entriesFromList(SHARED_FIELDS, v.optional(YesNo)), NAME_ONLY),
);

export const SnapshotInput = v.object({
  purpose: v.optional(v.picklist(LINK_PURPOSES, `Write ${LINK_PURPOSES.join(", ")}.`), "publication"),
  title: LinkTitle,
  note: v.optional(LinkNote, ""),
  asOf: v.optional(RealDay),
  fields: v.optional(LinkFields, {}),
  expiresAt: v.optional(LinkExpiry),
  passphrase: v.optional(YesNo, false),
  viewCap: v.optional(LinkCap, null),
  since: v.optional(YesNo, true),
  feeds: v.optional(YesNo, false),
  clientId: ClientId,
});
export type SnapshotInput = v.InferOutput<typeof SnapshotInput>;
