import type { ApiEvent, SavedEvent } from "../contract/api-types";
import type { Snapshot } from "../contract/link-types";
import { countsFrom } from "../core/days";
import { statusOf } from "../core/link-state";
import { eventPoints } from "../core/warming-index";
import { contentOf, type StoredEvent } from "../store/event-rows";
import type { Analyst } from "../store/people";
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

/** The same to whoever has saved it at this instant. */
export function savedEvent(
  event: StoredEvent,
  indicators: readonly Indicator[],
  names: Names,
  now: number,
): SavedEvent {
  return { ...apiEvent(event, indicators, names), countsFrom: countsFrom(event.date, now) };
}

/** A link as its people see it; `asker` decides what they may do with it. */
export function apiSnapshot(row: SnapshotRow, names: Names, asker: Analyst, now: number): Snapshot {
  return {
    id: row.id,
    purpose: row.purpose,
    title: row.title,
    note: row.note,
    fields: JSON.parse(row.fields),
    createdAt: row.createdAt,
    by: names.get(row.createdBy) ?? row.createdBy,
    revision: row.revision,
    asOf: row.asOf,
    viewHash: row.viewHash === "" ? null : row.viewHash,
    status: statusOf(row, now),
    expiresAt: row.expiresAt,
    pausedAt: row.pausedAt,
    hasPassphrase: row.passphraseMac !== null,
    viewCap: row.viewCap,
    opens: row.opens,
    lastOpenedAt: row.lastOpenedAt,
    since: row.since,
    feeds: row.feeds,
    notices: JSON.parse(row.notices),
    withdrawnAt: row.withdrawnAt,
    withdrawnReason: row.withdrawnReason,
    mayChange: asker.role === "owner" || (asker.role === "analyst" && row.createdBy === asker.id),
  };
}
