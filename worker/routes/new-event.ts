import { checkReport } from "../contract/check-report";
import type { NewEventInput } from "../contract/discussion-requests";
import { checkEvent } from "../contract/event-input";
import type { FieldMessage } from "../contract/event-report";
import type { LikelyDates } from "../contract/likely-dates";
import type { RawEvent } from "../contract/read-field";
import { latestDay } from "../core/days";
import { DomainError } from "../core/errors";
import { isSameSource, type ReportContent } from "../core/sources";
import type { EventContent, Registration } from "../core/types";

interface FieldError {
  field: string;
  code: string;
  message: string;
}

/** The errors of one part of a body, their fields named from its root: `also[0].title`. */
function errorsOf(messages: FieldMessage[], within: string): FieldError[] {
  return messages
    .filter(({ level }) => level === "error")
    .map(({ field, kind, text }) => ({ field: `${within}${field}`, code: kind, message: text }));
}

function refuse(errors: FieldError[]): never {
  throw new DomainError("invalid", errors.map(({ message }) => message).join(" "), undefined, { errors });
}

export interface NewEvent {
  content: EventContent;
  also: EventContent[];
  reports: ReportContent[];
}

/** Makes a new event, its companions and its further sources of what was sent, or names every field at fault. */
export function newEventFrom(
  { reports, also, clientId: _clientId, reason: _reason, confirmDate = false, ...lead }: NewEventInput,
  registration: Registration,
  now: number,
  asked: LikelyDates,
): NewEvent {
  const latest = latestDay(now);
  /** Said of the whole body, or of one part of it. */
  const likelyOf = (raw: RawEvent) => (confirmDate || raw["confirmDate"] === true ? undefined : asked);
  const events = [lead, ...also].map((raw) => checkEvent(raw, registration, { latest, likely: likelyOf(raw) }));
  const sources = reports.map((raw) => checkReport(raw, latest, { likely: likelyOf(raw) }));
  const errors = [
    ...events.flatMap(({ messages }, at) => errorsOf(messages, at === 0 ? "" : `also[${at - 1}].`)),
    ...sources.flatMap(({ messages }, at) => errorsOf(messages, `reports[${at}].`)),
  ];
  const [content, ...companions] = events.flatMap((one) => one.content ?? []);
  if (errors.length > 0 || !content) refuse(errors);
  const contents = sources.flatMap((one) => one.content ?? []);
  const repeated = contents.flatMap((report, at) => repetition(report, [content, ...contents.slice(0, at)], at));
  if (repeated.length > 0) refuse(repeated);
  return { content, also: companions, reports: contents };
}

function repetition(report: ReportContent, given: Parameters<typeof isSameSource>[1][], at: number): FieldError[] {
  if (!given.some((source) => isSameSource(report, source))) return [];
  const [field, what] = report.sourceUrl === "" ? ["sourceTitle", "title"] : ["sourceUrl", "address"];
  const message = `Another source of this event has the same ${what}. Leave this one out.`;
  return [{ field: `reports[${at}].${field}`, code: "duplicate", message }];
}

/** Makes one further source of what was sent, or names every field at fault. */
export function reportFrom({ confirmDate, ...raw }: RawEvent, now: number, asked: LikelyDates): ReportContent {
  const likely = confirmDate === true ? undefined : asked;
  const { content, messages } = checkReport(raw, latestDay(now), { likely });
  return content ?? refuse(errorsOf(messages, ""));
}
