import type { AskOptions } from "../contract/check-date";
import { checkEvent } from "../contract/event-input";
import { latestDay } from "../core/days";
import type { RawEvent } from "../contract/read-field";
import { DomainError } from "../core/errors";
import type { EventContent, Registration } from "../core/types";
import type { StoredEvent } from "../store/event-rows";

/** Makes an event's content of what was sent, or names every field at fault. */
export function contentFrom(raw: RawEvent, registration: Registration, now: number, ask: AskOptions): EventContent {
  const { content, messages } = checkEvent(raw, registration, { latest: latestDay(now), ...ask });
  if (content) return content;
  const errors = messages
    .filter(({ level }) => level === "error")
    .map(({ field, kind, text }) => ({ field, code: kind, message: text }));
  throw new DomainError("invalid", errors.map(({ message }) => message).join(" "), undefined, { errors });
}

/** An event as it would be sent to say it again: an override goes along, a codebook score does not. */
export function bodyOf(event: StoredEvent): RawEvent {
  return {
    date: event.date,
    indicator: event.indicator,
    code: event.code ?? "",
    state: event.state ?? "",
    title: event.title,
    score: event.score10 === null ? "" : event.score10 / 10,
    scoreReason: event.scoreReason,
    amountUsd: event.amountCents === null ? "" : event.amountCents / 100,
    amountScope: event.amountScope ?? "",
    project: event.project,
    plannedFor: event.plannedFor ?? "",
    actors: event.actors,
    location: event.location,
    sourceTitle: event.sourceTitle,
    sourceUrl: event.sourceUrl,
    sourcePublished: event.sourcePublished ?? "",
    sourceReliability: event.sourceReliability,
    infoCredibility: event.infoCredibility,
    notes: event.notes,
    follows: event.follows ?? "",
    quote: event.quote,
  };
}

/** The version that a change is made on top of, from `If-Match: "3"`. */
export function requireIfMatch(header: string | undefined): number {
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header ?? "");
  if (match) return Number(match[1]);
  throw new DomainError(
    "version-required",
    'Send the version that you changed as `If-Match: "1"`, so that nobody overwrites another unseen.',
    "If-Match",
  );
}
