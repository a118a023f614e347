import { deltasOf, entryOf, type EventChange } from "../core/event-changes";
import { effectiveScore10, weight100 } from "../core/grading";
import { standingAfter } from "../core/reviews";
import type { EntryDraft } from "../core/ledger";
import { countRef, type RefCounter } from "../core/refs";
import type { EventContent } from "../core/types";
import { insertRows } from "../store/bulk";
import { writeCommit } from "../store/commit";
import { REPLACE_EVENT, toEventRow, type StoredEvent } from "../store/event-rows";
import { guardCounter } from "../store/reserved-refs";
import { standingStatements } from "../store/reviews";
import { rollupStatements } from "../store/rollup";
import type { ScenarioRecord } from "../store/scenarios";
import { events } from "../store/schema";
import { timeAfter } from "../store/seal";
import { requireIndicator, type ActionContext } from "./context";

export type ChangeRequest = Pick<EventChange, "op" | "ref" | "content" | "clientId"> & {
  /** The current version, also a retracted one; null for a new event. */
  current: StoredEvent | null;
};

/** What goes into the same commit beside the events, such as their reports: after them, in the order given. */
export interface Beside {
  drafts: EntryDraft[];
  statements: D1PreparedStatement[];
}

/** One commit of one or many event changes: ledger, current versions and rollup, in one atomic batch. */
export async function commitEvents(
  context: ActionContext,
  scenario: ScenarioRecord,
  reason: string,
  requests: ChangeRequest[],
  { counter = scenario, beside }: { counter?: RefCounter; beside?: Beside } = {},
): Promise<{ revision: number; events: StoredEvent[] }> {
  const { db, who } = context;
  const at = timeAfter(scenario.head, context.now);
  const { slug } = scenario.registration;
  const changes = requests.map((request) => toChange(scenario, request));
  const revision = scenario.head.revision + 1;
  const stored = changes.map((change, ordinal) => {
    const review = standingAfter(requests[ordinal]?.current?.review ?? "unreviewed");
    return toStored(change, { revision, ordinal, recordedAt: at, who, review });
  });
  const rows = stored.map((event) => toEventRow(slug, event, requireIndicator(scenario, event.indicator).relevance));
  const deltas = deltasOf(changes);
  const projections = [
    // New events may have taken references from the counter: it must be as it was read.
    ...(requests.some(({ op }) => op === "record") ? [guardCounter(db.d1, slug, scenario)] : []),
    ...insertRows(db.d1, events, rows, REPLACE_EVENT),
    ...rollupStatements(db.d1, slug, deltas.cells, deltas.codes),
    // A changed event waits for a new look; a retracted one is counted nowhere.
    ...standingStatements(
      db.d1,
      slug,
      stored.map(({ status, review }, order) => ({
        before: changes[order]?.before?.review ?? "unreviewed",
        after: status === "active" ? review : "unreviewed",
      })),
    ),
    ...(beside?.statements ?? []),
  ];
  const drafts = [...changes.map(entryOf), ...(beside?.drafts ?? [])];
  const nextCounter = changes.reduce((state, change) => countRef(state, change.ref), counter);
  await writeCommit(db, slug, scenario.head, { who, at, reason }, drafts, projections, nextCounter);
  return { revision, events: stored };
}

export function toChange(scenario: ScenarioRecord, request: ChangeRequest): EventChange {
  const { op, ref, content, clientId, current } = request;
  return {
    op,
    ref,
    content,
    clientId,
    version: (current?.version ?? 0) + 1,
    ...gradeOf(scenario, content),
    before: current?.status === "active" ? current : null,
  };
}

/** Effective score and weight of a content by the scenario's codebook and weight table. */
function gradeOf(scenario: ScenarioRecord, content: EventContent): { effective10: number; weight100: number } {
  const indicator = requireIndicator(scenario, content.indicator);
  return {
    effective10: effectiveScore10(indicator, content.code, content.score10),
    weight100: weight100(scenario.registration, content.sourceReliability, content.infoCredibility),
  };
}

type Meta = Pick<StoredEvent, "revision" | "ordinal" | "recordedAt" | "who" | "review">;

export function toStored(change: EventChange, meta: Meta): StoredEvent {
  const { op, ref, version, content, effective10, weight100: weight, clientId } = change;
  const status = op === "retract" ? "retracted" : "active";
  return { ...content, ref, version, status, effective10, weight100: weight, clientId, ...meta };
}
