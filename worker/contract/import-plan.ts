import type { EventContent, Registration } from "../core/types";
import { EVENT_FIELDS, type EventField, TEXT_LIMIT } from "./columns";
import type { ImportRow } from "./csv-read";
import { changedMembers, contentKey } from "./event-content";
import { checkEvent } from "./event-input";
import { rejectDangling } from "./import-follows";
import { checkRef } from "./import-ref";
import type { ImportMessage, Level, MessageKind } from "./messages";

/** The current version of an event in the log, as far as an import needs it. */
export interface ExistingEvent {
  version: number;
  status: "active" | "retracted";
  content: EventContent;
}

export interface PlanOptions {
  /** `YYYY-MM-DD`. */
  today: string;
  /** The log's events by reference; at least those of `refsNeeded(rows)`. */
  existing: ReadonlyMap<string, ExistingEvent>;
  /** Whether a row that differs from the log's event is a wanted correction (ruling 31). */
  acceptCorrections?: boolean;
  /** Whether messages name fields by their column in a file or by their member in JSON. */
  naming?: "column" | "member";
}

export interface PlannedEvent {
  line: number;
  /** Null where the row has none; the server then gives one. */
  ref: string | null;
  content: EventContent;
}

export interface PlannedCorrection extends PlannedEvent {
  ref: string;
  /** The version that the correction replaces. */
  version: number;
}

/** What an import would do. `accepted + unchanged + rejected` are the data rows; `corrected` is part of `accepted`. */
export interface ImportPlan {
  accepted: number;
  corrected: number;
  unchanged: number;
  rejected: number;
  messages: ImportMessage[];
  creations: PlannedEvent[];
  corrections: PlannedCorrection[];
}

export type Decision =
  | { row: "create"; line: number; ref: string | null; content: EventContent }
  | { row: "correct"; line: number; ref: string; content: EventContent; version: number }
  | { row: "unchanged"; line: number; ref: string; content: EventContent }
  | { row: "reject"; line: number; ref: string | null };

type Say = (line: number, level: Level, kind: MessageKind, field: EventField, text: string) => void;

/** The references whose current events `planImport` must be given. */
export function refsNeeded(rows: readonly ImportRow[]): string[] {
  const refs = new Set<string>();
  for (const { raw } of rows) {
    for (const ref of [raw.ref, raw.follows]) {
      if (typeof ref === "string" && ref !== "" && ref.length <= TEXT_LIMIT) refs.add(ref);
    }
  }
  return [...refs];
}

/** Decides each row of a file or list by rulings 30 and 31, without touching anything. */
export function planImport(rows: readonly ImportRow[], registration: Registration, options: PlanOptions): ImportPlan {
  const messages: ImportMessage[] = [];
  const name = (field: EventField) => (options.naming === "member" ? field : EVENT_FIELDS[field].column);
  const say: Say = (line, level, kind, field, text) => messages.push({ line, level, kind, column: name(field), text });
  /** Reference to the line that had it first and its content, null if that row was not valid. */
  const seen = new Map<string, { line: number; key: string | null }>();

  const decisions = rows.map((row): Decision => {
    const { line, raw } = row;
    if (row.problem !== null) {
      messages.push(row.problem);
      return { row: "reject", line, ref: null };
    }
    const checkedRef = checkRef(raw);
    const checked = checkEvent(raw, registration, { today: options.today });
    for (const found of [...checkedRef.messages, ...checked.messages]) {
      say(line, found.level, found.kind, found.field, found.text);
    }
    const { ref } = checkedRef;
    const valid = checkedRef.valid && checked.content !== null;
    const key = checked.content !== null ? contentKey(checked.content) : null;
    const first = ref === null ? undefined : seen.get(ref);
    if (ref !== null && first === undefined) seen.set(ref, { line, key });
    if (!valid || checked.content === null) return { row: "reject", line, ref };
    if (ref === null) return { row: "create", line, ref, content: checked.content };
    if (first !== undefined) {
      if (first.key === key) {
        say(line, "notice", "duplicate", "ref", `${ref} is the same as line ${first.line}, skipped.`);
        return { row: "unchanged", line, ref, content: checked.content };
      }
      const text = `${ref} stands on line ${first.line} with other content. Give one of the two rows another reference.`;
      say(line, "error", "conflict", "ref", text);
      return { row: "reject", line, ref };
    }
    return compareWithLog({ line, ref, content: checked.content }, options, say);
  });

  const settled = rejectDangling(decisions, options.existing, (line, text) =>
    say(line, "error", "unknown-follows", "follows", text),
  );
  return summarise(settled, messages);
}

/** Same reference, same content: unchanged. Other content: a correction, which somebody must want (ruling 31). */
function compareWithLog(planned: PlannedEvent & { ref: string }, options: PlanOptions, say: Say): Decision {
  const { line, ref, content } = planned;
  const current = options.existing.get(ref);
  if (current === undefined) return { row: "create", ...planned };
  if (current.status === "retracted") {
    say(
      line,
      "error",
      "retracted",
      "ref",
      `${ref} was retracted and cannot be used again. Give the row a new reference.`,
    );
    return { row: "reject", line, ref };
  }
  const changed = changedMembers(current.content, content);
  if (changed.length === 0) return { row: "unchanged", ...planned };
  const what = changed.map((member) => fieldName(member)).join(", ");
  if (options.acceptCorrections) {
    say(line, "notice", "correction", "ref", `${ref} is corrected: ${what}.`);
    return { row: "correct", ...planned, version: current.version };
  }
  const text = `${ref} is in the log with other content; this row would change: ${what}. Accept corrections to take it.`;
  say(line, "error", "correction", "ref", text);
  return { row: "reject", line, ref };
}

function fieldName(member: keyof EventContent): string {
  if (member === "score10") return EVENT_FIELDS.score.name;
  if (member === "amountCents") return EVENT_FIELDS.amountUsd.name;
  return EVENT_FIELDS[member].name;
}

function summarise(decisions: readonly Decision[], messages: ImportMessage[]): ImportPlan {
  const creations = decisions.filter((one) => one.row === "create");
  const corrections = decisions.filter((one) => one.row === "correct");
  return {
    accepted: creations.length + corrections.length,
    corrected: corrections.length,
    unchanged: decisions.filter((one) => one.row === "unchanged").length,
    rejected: decisions.filter((one) => one.row === "reject").length,
    messages: messages.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    creations: creations.map(({ line, ref, content }) => ({ line, ref, content })),
    corrections: corrections.map(({ line, ref, content, version }) => ({ line, ref, content, version })),
  };
}
