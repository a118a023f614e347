import type { Credibility, EventContent, LoggedEvent } from "../core/types";
import type { events } from "./schema";

export type EventRow = typeof events.$inferSelect;

/** A current event with what the ledger knows of its latest version. */
export interface StoredEvent extends LoggedEvent {
  status: "active" | "retracted";
  recordedAt: number;
  who: string;
  clientId: string | null;
}

/** |relevance x weight x score| of an event, in points. */
function sizeOf(event: LoggedEvent, relevance: number): number {
  return Math.abs(relevance * event.weight100 * event.effective10) / 1000;
}

export function toEventRow(scenario: string, event: StoredEvent, relevance: number): EventRow {
  const { actors, ...plain } = event;
  return {
    ...plain,
    scenario,
    month: event.date.slice(0, 7),
    size: event.state === null ? sizeOf(event, relevance) : 0,
    actors: JSON.stringify(actors),
  };
}

export function fromEventRow(row: EventRow): StoredEvent {
  const { scenario: _scenario, month: _month, size: _size, actors, infoCredibility, ...plain } = row;
  return { ...plain, actors: JSON.parse(actors), infoCredibility: infoCredibility as Credibility };
}

/** The part of an event that an analyst states. */
export function contentOf(event: LoggedEvent): EventContent {
  return {
    date: event.date,
    indicator: event.indicator,
    code: event.code,
    state: event.state,
    title: event.title,
    score10: event.score10,
    scoreReason: event.scoreReason,
    amountCents: event.amountCents,
    amountScope: event.amountScope,
    project: event.project,
    plannedFor: event.plannedFor,
    actors: event.actors,
    location: event.location,
    sourceTitle: event.sourceTitle,
    sourceUrl: event.sourceUrl,
    sourcePublished: event.sourcePublished,
    sourceReliability: event.sourceReliability,
    infoCredibility: event.infoCredibility,
    notes: event.notes,
    follows: event.follows,
  };
}
