/**
 * Bodies that hold events, as they are documented. What is checked is wider and in `event-input.ts`: a file's rows go
 * through it too, so that it takes numbers as text and blanks.
 */
import * as v from "valibot";
import { AMOUNT_SCOPES, CREDIBILITIES, RELIABILITIES } from "../../core/types";
import { EVENT_FIELDS, type EventField } from "../columns";
import { NewEventInput, ReportInput } from "../discussion-requests";
import { PartInput } from "../import-requests";
import { ConfirmDate, CorrectionInput, ImportInput } from "../requests";
import { DayOrMonth, text, wholeIn } from "../schema-parts";

function field(name: EventField) {
  const { limit, ...spec } = EVENT_FIELDS[name];
  return text({ limit, ...("lines" in spec && { lines: spec.lines }) });
}

function optionalField(name: EventField) {
  const { limit, ...spec } = EVENT_FIELDS[name];
  return v.optional(v.nullable(text({ limit, optional: true, ...("lines" in spec && { lines: spec.lines }) })));
}

const optionalDate = v.optional(v.nullable(DayOrMonth));

const SOURCE = {
  sourceTitle: field("sourceTitle"),
  sourceUrl: optionalField("sourceUrl"),
  sourcePublished: optionalDate,
  sourceReliability: v.picklist(RELIABILITIES),
  infoCredibility: v.picklist(CREDIBILITIES),
  quote: optionalField("quote"),
};

const EVENT = {
  date: DayOrMonth,
  indicator: field("indicator"),
  code: optionalField("code"),
  state: optionalField("state"),
  title: field("title"),
  score: v.optional(v.nullable(v.pipe(v.number(), v.minValue(-10), v.maxValue(10), v.multipleOf(0.1)))),
  scoreReason: optionalField("scoreReason"),
  amountUsd: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(90_000_000_000_000)))),
  amountScope: v.optional(v.nullable(v.picklist(AMOUNT_SCOPES))),
  project: optionalField("project"),
  plannedFor: optionalDate,
  actors: v.optional(v.nullable(v.array(text({ limit: 100 })))),
  location: optionalField("location"),
  notes: optionalField("notes"),
  follows: optionalField("follows"),
  ...SOURCE,
};

export const ReportBody = v.looseObject({ ...SOURCE, ...ReportInput.entries });
export const EventBody = v.looseObject({
  ...EVENT,
  ...NewEventInput.entries,
  reports: v.optional(v.pipe(v.array(ReportBody), v.maxLength(5))),
  also: v.optional(v.pipe(v.array(v.looseObject({ ...EVENT, confirmDate: ConfirmDate })), v.maxLength(3))),
});
export const CorrectionBody = v.looseObject({ ...v.partial(v.object(EVENT)).entries, ...CorrectionInput.entries });

const ImportedEvent = v.looseObject({ ref: optionalField("ref"), ...EVENT, confirmDate: ConfirmDate });
export const ImportBody = v.object({ ...ImportInput.entries, events: v.array(ImportedEvent) });
export const PartBody = v.object({
  ...PartInput.entries,
  rows: v.pipe(v.array(v.object({ line: wholeIn(1, 10_000_000), event: ImportedEvent })), v.minLength(1)),
});

export const EVENT_EXAMPLE = {
  date: "2025-11-20",
  indicator: "visit",
  code: "minister_visit_held",
  title: "A minister visits",
  sourceTitle: "A paper",
  sourceReliability: "B",
  infoCredibility: 2,
};
export const REPORT_EXAMPLE = { sourceTitle: "Another paper", sourceReliability: "C", infoCredibility: 3 };
