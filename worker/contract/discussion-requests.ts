/** Bodies of what people say about events and months. A schema's name is also its type. */
import * as v from "valibot";
import { CREDIBILITIES, RELIABILITIES } from "../core/types";
import { NOTES_LIMIT, TITLE_LIMIT } from "./columns";
import { ConfirmDate, EventExtras } from "./requests";
import { RealMonth, text } from "./schema-parts";

/** A few sentences, signed. */
const NOTE_LIMIT = 2000;
const MOST_REPORTS = 5;
const MOST_COMPANIONS = 3;

const members = v.looseObject({}, "Write an object with the members of one.");

/** A new event with its further sources, and with the others that were recorded along with it. */
export const NewEventInput = v.looseObject({
  ...EventExtras.entries,
  reports: v.optional(
    v.pipe(
      v.array(members, "Write a list of further sources."),
      v.maxLength(MOST_REPORTS, `At most ${MOST_REPORTS} further sources at once. Add the others afterwards.`),
    ),
    [],
  ),
  also: v.optional(
    v.pipe(
      v.array(members, "Write a list of further events."),
      v.maxLength(MOST_COMPANIONS, `At most ${MOST_COMPANIONS} further events at once. Log the others by themselves.`),
    ),
    [],
  ),
});
export type NewEventInput = v.InferOutput<typeof NewEventInput>;

/** One further source; its members are checked as an event's own source is. */
export const ReportInput = v.looseObject({ confirmDate: ConfirmDate });
export type ReportInput = v.InferOutput<typeof ReportInput>;

const OptionalLines = v.optional(text({ limit: NOTES_LIMIT, optional: true, lines: true }), "");

/** A second look at somebody else's event, with a grade of the reviewer's own. */
export const ReviewInput = v.object({
  sourceReliability: v.picklist(
    RELIABILITIES,
    "Grade the source: one letter from A (reliable) to E (unreliable), or F (cannot be judged).",
  ),
  infoCredibility: v.picklist(
    CREDIBILITIES,
    "Grade the information: one number from 1 (confirmed) to 5 (improbable), or 6 (cannot be judged).",
  ),
  agrees: v.boolean("Write true if the event is coded right, false if not."),
  comment: OptionalLines,
  /** Whether the reviewer says to have seen the first grade: the review then is a second opinion, not a blind one. */
  seen: v.optional(v.boolean("Write true if you saw the first grade before you gave yours."), false),
});
export type ReviewInput = v.InferOutput<typeof ReviewInput>;

export const CommentInput = v.object({ text: text({ limit: NOTES_LIMIT, lines: true }) });
export type CommentInput = v.InferOutput<typeof CommentInput>;

const NoteText = text({ limit: NOTE_LIMIT, lines: true });

/** The analysts' note of a month. */
export const NoteInput = v.object({ month: RealMonth, text: NoteText });
export type NoteInput = v.InferOutput<typeof NoteInput>;

/** Closing a month: where one looked, the note, and whether a link is frozen. */
export const CloseMonthInput = v.object({
  month: RealMonth,
  looked: OptionalLines,
  text: NoteText,
  freeze: v.optional(v.boolean("Write true or false."), true),
  title: v.optional(text({ limit: TITLE_LIMIT, optional: true }), ""),
});
export type CloseMonthInput = v.InferOutput<typeof CloseMonthInput>;
