/** Errors: RFC 9457, with what a caller needs to recover beside it. */
import * as v from "valibot";
import { ERROR_CODES } from "../../core/errors";
import { Event } from "./events";
import { ImportReport, Messages } from "./imports";
import { Text, Whole } from "./parts";
import { Progress } from "./view-verdicts";

const FieldError = v.object({
  field: v.pipe(
    Text,
    v.description("The member, parameter or header at fault, such as also[0].title; empty for the whole"),
  ),
  code: Text,
  message: Text,
});

export const Problem = v.object({
  type: Text,
  title: Text,
  status: Whole,
  code: v.picklist([...ERROR_CODES, "bad-request", "database", "internal"]),
  detail: v.pipe(Text, v.description("What happened and what to do")),
  requestId: v.optional(
    v.pipe(Text, v.description("Under which the log has this request; X-Request-Id says it too, for links alone")),
  ),
  errors: v.optional(v.array(FieldError)),
});

/** A change on top of a version that is gone: the current event, and it as the caller would have made it. */
export const StaleProblem = v.object({
  ...Problem.entries,
  current: v.optional(Event),
  yours: v.optional(v.looseObject({})),
});
/** An event whose `clientId` logged another: that one's reference. */
export const EventConflict = v.object({ ...Problem.entries, saved: v.optional(Text) });
/** An import that was refused; of a request that could not be read at all the report is missing. */
export const ImportProblem = v.object({ ...Problem.entries, ...v.partial(ImportReport).entries });
/** An import in parts that does not fit what is there: the part that is next, the commit that holds it, what changed. */
export const ImportConflict = v.object({
  ...Problem.entries,
  next: v.optional(Whole),
  revision: v.optional(Whole),
  changed: v.optional(v.array(Text)),
});
/** A link whose `clientId` made one before: that one's id. */
export const LinkConflict = v.object({ ...Problem.entries, made: v.optional(Text) });
/** A link that waits for verdicts which are being recalculated: how far they are. */
export const LinkWaits = v.object({ ...Problem.entries, settling: v.optional(Progress) });
export const FileProblem = v.object({ ...Problem.entries, messages: v.optional(Messages) });
