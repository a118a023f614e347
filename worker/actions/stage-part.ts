import { DomainError } from "../core/errors";
import { deltasOf, entryOf, type EventChange } from "../core/event-changes";
import { highestRefs } from "../core/highest-refs";
import { PART_ROWS, type PartRow } from "../core/part-rows";
import { rowWriter } from "../store/bulk";
import { toEventRow, type StoredEvent } from "../store/event-rows";
import { findEvents } from "../store/events";
import type { ScenarioRecord } from "../store/scenarios";
import { events } from "../store/schema";
import { sealEntry } from "../store/seal";
import { findPart, findStagedRefs, type StagedFollower, type StagedRef } from "../store/staged-reads";
import { forgetParts, writePart, type StagedImport, type StagedPart, type StagedRow } from "../store/staging";
import { toChange, toStored } from "./commit-events";
import { requireIndicator, requireScenario, type ActionContext } from "./context";
import { reserve } from "./reserve-refs";
import { oneAtATime, requireImport } from "./staged-import";

/** How the rows of a part fare, each for itself, against the rows before it and against the log. */
export interface PartDecision {
  rows: PartRow[];
  refs: (Omit<StagedRef, "position"> & { index: number })[];
  followers: (Omit<StagedFollower, "position"> & { index: number })[];
  unchanged: number;
  rejected: number;
  messages: unknown[];
}

interface StageRequest {
  part: number;
  /** Digest of what was sent. */
  digest: string;
  /** The references that its rows name. */
  refs: string[];
  decide: (
    existing: Map<string, StoredEvent>,
    earlier: StagedRef[],
    scenario: ScenarioRecord,
    naming: StagedImport["naming"],
  ) => Promise<PartDecision>;
}

/**
 * Checks a part, hashes its entries ahead and keeps both until the import is committed. The same part again is answered
 * as before; another one of its number takes its place, and the parts after it, which were compared with it, go.
 */
export function stagePart(
  context: ActionContext,
  slug: string,
  id: string,
  { part, digest, refs, decide }: StageRequest,
): Promise<StagedPart> {
  return oneAtATime(async () => {
    const { db } = context;
    const { last, ...found } = await requireImport(context, slug, id);
    const next = (last ?? -1) + 1;
    if (part > next) {
      throw new DomainError("conflict", `Parts come in order. Send part ${next} next.`, "part", { next });
    }
    const scenario = await requireScenario(db, slug);
    const { revision } = scenario.head;
    const before = part < next ? await findPart(db, id, part) : null;
    if (before?.digest === digest && before.revision === revision) return before;
    const staged = part < next ? await forgetParts(db, found.staged, part) : found.staged;

    const existing = await findEvents(db, slug, refs);
    const earlier = part === 0 ? [] : await findStagedRefs(db, id, refs, part);
    const decision = await decide(existing, earlier, scenario, staged.naming);
    const written = await prepare(context, scenario, staged, part, decision, existing);
    const row: StagedPart = { import: id, part, digest, revision, ...written.part };
    await writePart(db, staged, row, written.rows);
    return row;
  });
}

type Prepared = { part: Omit<StagedPart, "import" | "part" | "digest" | "revision">; rows: StagedRow[] };

async function prepare(
  context: ActionContext,
  scenario: ScenarioRecord,
  staged: StagedImport,
  part: number,
  { rows, refs, followers, unchanged, rejected, messages }: PartDecision,
  existing: Map<string, StoredEvent>,
): Promise<Prepared> {
  const { slug } = scenario.registration;
  const given = rows.flatMap(({ ref }) => (ref === null ? [] : [ref]));
  const announced: string[] = JSON.parse(staged.refs);
  const unnamed = rows.length - given.length;
  const reserved = await reserve(context, slug, unnamed, [...announced, ...highestRefs(given)]);
  const place = (index: number): number => part * PART_ROWS + index;
  const free = reserved.refs.values();
  const named = rows.map((row) => ({ ...row, ref: row.ref ?? taken(free) }));
  const changes = named.map(({ op, ref, content }) => {
    const current = existing.get(ref) ?? null;
    return toChange(scenario, { op, ref, content, clientId: current?.clientId ?? null, current });
  });
  const own = named.flatMap(({ index, line, ref, key }, i) => {
    return rows[i]?.ref === null ? [{ position: place(index), line, ref, key, row: "create", version: 0 }] : [];
  });
  const deltas = (["record", "correct"] as const).map((op) => {
    return { op, ...deltasOf(changes.filter((change) => change.op === op)) };
  });
  const list = (items: { index: number }[]): object[] =>
    items.map(({ index, ...item }) => ({ position: place(index), ...item }));
  return {
    part: {
      created: rows.filter(({ op }) => op === "record").length,
      corrected: rows.filter(({ op }) => op === "correct").length,
      unchanged,
      rejected,
      messages: JSON.stringify(messages),
      refs: JSON.stringify([...list(refs), ...own]),
      followers: JSON.stringify(list(followers)),
      cells: JSON.stringify(deltas.flatMap(({ op, cells }) => cells.map((cell) => ({ op, ...cell })))),
      codes: JSON.stringify(deltas.flatMap(({ op, codes }) => codes.map((code) => ({ op, ...code })))),
      highest: JSON.stringify(highestRefs(changes.filter(({ op }) => op === "record").map(({ ref }) => ref))),
      refBefore: reserved.before,
      refAfter: reserved.after,
    },
    rows: await Promise.all(
      named.map(async ({ index, line, op, changed }, i) => {
        const change = changes[i];
        if (!change || op !== change.op) throw new Error("A row has no change");
        const { payload, texts, hash } = await sealEntry(entryOf(change));
        const { ref, version } = change;
        const event = eventJson(scenario, change);
        return {
          import: staged.id,
          position: place(index),
          line,
          op,
          ref,
          version,
          changed,
          payload,
          texts,
          hash,
          event,
        };
      }),
    ),
  };
}

function taken(refs: Iterator<string>): string {
  const { value, done } = refs.next();
  if (done) throw new Error("Fewer references were reserved than rows need");
  return value;
}

/** The event's row; revision, place, time and person are filled in by the commit. */
function eventJson(scenario: ScenarioRecord, change: EventChange): string {
  const stored = toStored(change, { revision: 0, ordinal: 0, recordedAt: 0, who: "", review: "unreviewed" });
  const { relevance } = requireIndicator(scenario, stored.indicator);
  return rowWriter(events)(toEventRow(scenario.registration.slug, stored, relevance));
}
