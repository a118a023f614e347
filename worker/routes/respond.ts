import type { ApiEvent, Snapshot } from "../contract/api-types";
import { eventPoints } from "../core/warming-index";
import { contentOf, type StoredEvent } from "../store/event-rows";
import type { SnapshotRow } from "../store/snapshots";
import type { Indicator } from "../core/types";

export type Names = ReadonlyMap<string, string>;

/** An event as the API gives it: the columns of a file in camelCase, with its points and who said it. */
export function apiEvent(event: StoredEvent, indicators: readonly Indicator[], names: Names): ApiEvent {
  const relevance = indicators.find(({ key }) => key === event.indicator)?.relevance ?? 0;
  const { score10: _score10, amountCents, ...said } = contentOf(event);
  return {
    ...said,
    id: event.ref,
    ref: event.ref,
    version: event.version,
    status: event.status,
    score: event.effective10 / 10,
    amountUsd: amountCents === null ? null : amountCents / 100,
    weight: event.weight100 / 100,
    points: eventPoints(event, relevance),
    review: event.review,
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
