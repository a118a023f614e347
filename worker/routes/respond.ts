import type { ApiEvent, Snapshot } from "../contract/api-types";
import type { StoredEvent } from "../store/event-rows";
import type { SnapshotRow } from "../store/snapshots";
import type { Indicator } from "../core/types";

export type Names = ReadonlyMap<string, string>;

/** An event as the API gives it: the columns of a file in camelCase, with its points and who said it. */
export function apiEvent(event: StoredEvent, indicators: readonly Indicator[], names: Names): ApiEvent {
  const relevance = indicators.find(({ key }) => key === event.indicator)?.relevance ?? 0;
  return {
    id: event.ref,
    ref: event.ref,
    version: event.version,
    status: event.status,
    date: event.date,
    indicator: event.indicator,
    code: event.code,
    state: event.state,
    title: event.title,
    score: event.effective10 / 10,
    scoreReason: event.scoreReason,
    amountUsd: event.amountCents === null ? null : event.amountCents / 100,
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
    weight: event.weight100 / 100,
    points: (relevance * event.weight100 * event.effective10) / 1000,
    recordedAt: event.recordedAt,
    by: names.get(event.who) ?? event.who,
    revision: event.revision,
  };
}

export function apiSnapshot(row: SnapshotRow, names: Names): Snapshot {
  return {
    id: row.id,
    title: row.title,
    note: row.note,
    createdAt: row.createdAt,
    by: names.get(row.createdBy) ?? row.createdBy,
    revision: row.revision,
    asOf: row.asOf,
    viewHash: row.viewHash,
    status: row.withdrawnAt === null ? "open" : "withdrawn",
    withdrawnAt: row.withdrawnAt,
    withdrawnReason: row.withdrawnReason,
  };
}
