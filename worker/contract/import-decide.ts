import type { EventContent } from "../core/types";
import { EVENT_FIELDS } from "./columns";
import { changedMembers } from "./event-content";
import { type CheckedRow, type Naming, nameOf } from "./import-check";
import type { ImportMessage, Level, MessageKind } from "./messages";

/** The current version of an event in the log, as far as an import needs it. */
export interface ExistingEvent {
  version: number;
  status: "active" | "retracted";
  content: EventContent;
}

/** The first row of a reference: its line, and its content's key if that could be read. */
export interface FirstRow {
  line: number;
  key: string | null;
}

/** `version` is that of the event in the log, 0 where there is none. */
export type Decision =
  | { row: "create"; line: number; ref: string | null; content: EventContent }
  | { row: "correct"; line: number; ref: string; content: EventContent; version: number; changed: string }
  | { row: "unchanged"; line: number; ref: string; content: EventContent; version: number }
  | { row: "reject"; line: number; ref: string | null };

export interface DecideOptions {
  /** The log's events by reference; at least those of `refsNeeded(rows)`. */
  existing: ReadonlyMap<string, ExistingEvent>;
  /** The first rows of references in earlier parts of the same file. */
  earlier?: ReadonlyMap<string, FirstRow>;
  naming?: Naming | undefined;
}

/**
 * Decides each row by rulings 30 and 31: against the rows before it and against the log. Whether corrections are
 * wanted and whether what a row follows is there comes after it (`settleCorrections`, `rejectDangling`).
 */
export function decideRows(
  rows: readonly CheckedRow[],
  { existing, earlier, naming }: DecideOptions,
): { decisions: Decision[]; messages: ImportMessage[] } {
  const messages: ImportMessage[] = [];
  const say = (line: number, level: Level, kind: MessageKind, text: string): void => {
    messages.push({ line, level, kind, column: nameOf("ref", naming), text });
  };
  const seen = new Map(earlier);
  const decisions = rows.map(({ line, ref, content, key, messages: found }): Decision => {
    messages.push(...found);
    const first = ref === null ? undefined : seen.get(ref);
    if (ref !== null && first === undefined) seen.set(ref, { line, key });
    if (content === null) return { row: "reject", line, ref };
    if (ref === null) return { row: "create", line, ref, content };
    if (first === undefined) return compareWithLog({ line, ref, content }, existing.get(ref), say);
    if (first.key === key) {
      say(line, "notice", "duplicate", `${ref} is the same as line ${first.line}, skipped.`);
      return { row: "unchanged", line, ref, content, version: existing.get(ref)?.version ?? 0 };
    }
    const text = `${ref} stands on line ${first.line} with other content. Give one of the two rows another reference.`;
    say(line, "error", "conflict", text);
    return { row: "reject", line, ref };
  });
  return { decisions, messages };
}

/** Same reference, same content: unchanged. Other content: a correction, which somebody must want (ruling 31). */
function compareWithLog(
  row: { line: number; ref: string; content: EventContent },
  current: ExistingEvent | undefined,
  say: (line: number, level: Level, kind: MessageKind, text: string) => void,
): Decision {
  const { line, ref, content } = row;
  if (current === undefined) return { row: "create", ...row };
  if (current.status === "retracted") {
    say(line, "error", "retracted", `${ref} was retracted and cannot be used again. Give the row a new reference.`);
    return { row: "reject", line, ref };
  }
  const { version } = current;
  const changed = changedMembers(current.content, content);
  if (changed.length === 0) return { row: "unchanged", ...row, version };
  return { row: "correct", ...row, version, changed: changed.map(fieldName).join(", ") };
}

function fieldName(member: keyof EventContent): string {
  if (member === "score10") return EVENT_FIELDS.score.name;
  if (member === "amountCents") return EVENT_FIELDS.amountUsd.name;
  return EVENT_FIELDS[member].name;
}

/** What is said of a correction: news if corrections are wanted, else the error that keeps it out. */
export function correctionMessage(
  { line, ref, changed }: { line: number; ref: string; changed: string },
  wanted: boolean,
  naming: Naming | undefined,
): ImportMessage {
  const text = wanted
    ? `${ref} is corrected: ${changed}.`
    : `${ref} is in the log with other content; this row would change: ${changed}. Accept corrections to take it.`;
  return { line, level: wanted ? "notice" : "error", kind: "correction", column: nameOf("ref", naming), text };
}
