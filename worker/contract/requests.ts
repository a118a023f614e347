/** Bodies and queries of the API other than events, scenario files and imports. A schema's name is also its type. */
import * as v from "valibot";
import { ROWS_AT_ONCE } from "../core/part-rows";
import { EVENT_REVIEWS } from "../core/types";
import { NOTES_LIMIT, TEXT_LIMIT, TITLE_LIMIT } from "./columns";
import { isWebAddress } from "./check-source";
import { LIKELIHOOD_RATIOS } from "./likelihood";
import { ClientId, DayOrMonth, numberIn, RealDay, RealMonth, text, wholeIn } from "./schema-parts";
import { groupDigits } from "./text";

const Reason = text({ limit: TEXT_LIMIT });
const OptionalReason = v.optional(text({ limit: TEXT_LIMIT, optional: true }), "");
const flag = v.pipe(
  v.optional(v.string("Write 1 or 0."), "0"),
  v.metadata({ enum: ["", "0", "1", "false", "true"] }),
  v.check((value) => ["", "0", "1", "false", "true"].includes(value), "Write 1 or 0."),
  v.transform((value) => value === "1" || value === "true"),
);

/** A text of a query that may be left out; an empty one, as a form sends it, is left out too. */
function filter<const T extends v.GenericSchema<string, string>>(schema: T) {
  return v.optional(
    v.pipe(
      v.string("Give this once."),
      v.metadata({ meaning: schema }),
      v.transform((value) => (value === "" ? undefined : value)),
      v.optional(schema),
    ),
  );
}

/** "We looked at this month and found nothing." Whether the month has come is for the route to check. */
export const AttestationInput = v.object({
  month: RealMonth,
  note: text({ limit: NOTES_LIMIT, lines: true }),
});
export type AttestationInput = v.InferOutput<typeof AttestationInput>;

/** Taking back an attestation or retracting an event: a reason is needed, for it stays in the ledger. */
export const ReasonInput = v.object({ reason: Reason });
export type ReasonInput = v.InferOutput<typeof ReasonInput>;

/** "The dates are right": else one whose year looks mistyped is asked about. */
export const ConfirmDate = v.optional(v.boolean("Write true if the dates are right."));

/** What a correction carries beside the members of the event that it changes. */
export const CorrectionInput = v.looseObject({ reason: Reason, confirmDate: ConfirmDate });
export type CorrectionInput = v.InferOutput<typeof CorrectionInput>;

/** What a new event carries beside its content: an id of the sender's own, so that sending twice records once. */
export const EventExtras = v.looseObject({
  clientId: ClientId,
  reason: OptionalReason,
  confirmDate: ConfirmDate,
});
export type EventExtras = v.InferOutput<typeof EventExtras>;

/** Withdrawing a link; the reason is shown to those who open it afterwards, and may be left out. */
export const WithdrawalInput = v.object({ reason: OptionalReason });
export type WithdrawalInput = v.InferOutput<typeof WithdrawalInput>;

const count = (say: string) =>
  v.pipe(
    v.string(say),
    v.regex(/^[1-9]\d{0,9}$/, say),
    v.transform((value) => Number(value)),
  );

export const ViewQuery = v.object({
  asOf: filter(RealDay),
  revision: v.optional(count("Write a revision number such as 12.")),
});
export type ViewQuery = v.InferOutput<typeof ViewQuery>;

/** The day whose month-ends are to be counted; without it, the day at which the page opens. */
export const SettleQuery = v.object({ asOf: filter(RealDay) });
export type SettleQuery = v.InferOutput<typeof SettleQuery>;

const Words = text({ limit: TEXT_LIMIT });

/** Filters of the list of events; `limit` counts for pages only. */
export const EventsQuery = v.object({
  indicator: filter(Words),
  from: filter(DayOrMonth),
  to: filter(DayOrMonth),
  grade: filter(v.pipe(Words, v.regex(/^[A-F][1-6]?$/, "Write a grade such as B2, or a letter from A to F."))),
  code: filter(Words),
  by: filter(Words),
  review: filter(v.picklist(EVENT_REVIEWS, "Write unreviewed, agreed or disputed.")),
  q: filter(Words),
  /** Whether to count all that fit, not this page only. */
  count: flag,
  cursor: filter(Words),
  limit: v.optional(
    v.pipe(count("Write a number from 1 to 200."), v.maxValue(200, "Write a number from 1 to 200.")),
    "100",
  ),
});
export type EventsQuery = v.InferOutput<typeof EventsQuery>;

export const ImportQuery = v.object({
  dryRun: flag,
  onlyValid: flag,
  acceptCorrections: flag,
  confirmDate: flag,
  clientId: ClientId,
});
export type ImportQuery = v.InferOutput<typeof ImportQuery>;

/** What only confirms dates: a part of an import, or a registration. */
export const ConfirmQuery = v.object({ confirmDate: flag });
export type ConfirmQuery = v.InferOutput<typeof ConfirmQuery>;

/** Whether a redaction only says what it would reach. */
export const RedactionQuery = v.object({ dryRun: flag });

/** The JSON form of an import. Its items are judged one by one, as the rows of a file are. */
export const ImportInput = v.object({
  events: v.pipe(
    v.array(v.unknown(), "Write a list of events."),
    v.maxLength(
      ROWS_AT_ONCE,
      `At most ${groupDigits(ROWS_AT_ONCE)} events at a time. Send more as an import in parts.`,
    ),
  ),
});
export type ImportInput = v.InferOutput<typeof ImportInput>;

export const LedgerQuery = v.object({
  after: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,9}$/, "Write a revision number, 0 for the whole ledger."), v.transform(Number)),
    "0",
  ),
});
export type LedgerQuery = v.InferOutput<typeof LedgerQuery>;

const ReferenceClass = v.object({
  description: v.optional(text({ limit: TEXT_LIMIT, optional: true }), ""),
  k: wholeIn(0, 1_000_000),
  n: wholeIn(0, 1_000_000),
});

/** A claim that an analyst adds. */
export const PropositionInput = v.object({
  question: text({ limit: TITLE_LIMIT }),
  criteria: text({ limit: TEXT_LIMIT }),
  type: v.picklist(["by", "at"], "Write by (true at some time up to the deadline) or at (true on that day)."),
  deadline: RealDay,
  referenceClass: v.optional(
    v.nullable(
      v.pipe(
        ReferenceClass,
        v.check(({ k, n }) => k <= n, "No more cases can have come true than there are: k must not exceed n."),
      ),
    ),
    null,
  ),
  reason: OptionalReason,
});
export type PropositionInput = v.InferOutput<typeof PropositionInput>;

/** How much likelier an event's report is if the claim comes true than if not, with the rival explanation. */
export const EvidenceInput = v.object({
  event: text({ limit: TEXT_LIMIT }),
  likelihoodRatio: v.picklist(LIKELIHOOD_RATIOS, `Write one of ${LIKELIHOOD_RATIOS.join(", ")}.`),
  cluster: v.optional(v.nullable(text({ limit: TEXT_LIMIT })), null),
  rivalExplanation: text({ limit: TEXT_LIMIT }),
  reason: OptionalReason,
});
export type EvidenceInput = v.InferOutput<typeof EvidenceInput>;

/** A probability strictly between nothing and certainty: the log score punishes certainty without end. */
export const ForecastInput = v.object({ probability: numberIn(0.01, 0.99) });
export type ForecastInput = v.InferOutput<typeof ForecastInput>;

export const ResolutionInput = v.object({
  result: v.picklist(["yes", "no", "partly", "void"], "Write yes, no, partly or void."),
  on: DayOrMonth,
  sourceTitle: text({ limit: TEXT_LIMIT }),
  sourceUrl: v.optional(
    v.pipe(
      text({ limit: TEXT_LIMIT, optional: true }),
      v.check((value) => value === "" || isWebAddress(value), "Write an address that starts with http:// or https://."),
    ),
    "",
  ),
  note: v.optional(text({ limit: NOTES_LIMIT, optional: true, lines: true }), ""),
  reason: OptionalReason,
});
export type ResolutionInput = v.InferOutput<typeof ResolutionInput>;
