import { siteOf } from "../core/sites";
import type { Credibility, EventContent, LoggedEvent } from "../core/types";
import { eventPoints } from "../core/warming-index";
import { replaceColumns } from "./bulk";
import { events } from "./schema";

export type EventRow = typeof events.$inferSelect;

/** After ON CONFLICT: the newer version replaces the row. */
export const REPLACE_EVENT = `("scenario", "ref") DO UPDATE SET ${replaceColumns(events, ["scenario", "ref"])}`;

/** A current event with what the ledger knows of its latest version. */
export interface StoredEvent extends LoggedEvent {
  status: "active" | "retracted";
  recordedAt: number;
  who: string;
  clientId: string | null;
}

export function toEventRow(scenario: string, event: StoredEvent, relevance: number): EventRow {
  const { actors, ...plain } = event;
  return {
    ...plain,
    scenario,
    month: event.date.slice(0, 7),
    size: event.state === null ? Math.abs(eventPoints(event, relevance)) : 0,
    site: siteOf(event.sourceUrl),
    actors: JSON.stringify(actors),
  };
}

export function fromEventRow(row: EventRow): StoredEvent {
  const { scenario: _scenario, month: _month, size: _size, site: _site, actors, infoCredibility, ...plain } = row;
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
    quote: event.quote,
  };
}
