/** Bodies of the routes that back up and restore. A schema's name is also its type. */
import * as v from "valibot";
import { BACKUP_TABLES, type BackupCursor, type BackupTable } from "../core/backup";
import { namedBy, wholeIn } from "./schema-parts";

/** A line holds at most one stored file's part, and a batch about 400,000 letters more. */
export const RESTORE_BYTES = 8_000_000;

export const BackupInput = v.object({
  after: v.optional(v.nullable(v.string("Write a text here.")), null),
  compare: v.optional(v.boolean("Write true or false."), false),
});
export type BackupInput = v.InferOutput<typeof BackupInput>;

const sum = v.pipe(
  v.string("Write a SHA-256 here."),
  v.metadata({ pattern: "^[0-9a-f]{64}$", minLength: 64, maxLength: 64 }),
  v.regex(/^[0-9a-f]{64}$/, "Write a SHA-256 as 64 hex digits."),
);
const line = v.pipe(v.string("Write a line of a backup here."), v.minLength(1, "A line of a backup is not empty."));

export const MacInput = v.object({ previous: sum, line });
export type MacInput = v.InferOutput<typeof MacInput>;

export const RestoreInput = v.object({ id: sum, header: line });
export type RestoreInput = v.InferOutput<typeof RestoreInput>;

export const RestoreLinesInput = v.object({
  from: wholeIn(2, 1_000_000_000),
  lines: v.pipe(v.array(line, "Write a list of lines."), v.minLength(1, "Send at least one line.")),
});
export type RestoreLinesInput = v.InferOutput<typeof RestoreLinesInput>;

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const names = Object.fromEntries(BACKUP_TABLES.map((name) => [name, whole]));
const Cursor = v.object({
  at: whole,
  until: whole,
  heads: namedBy(v.string(), v.tuple([whole, v.string()])),
  counts: v.object(names as Record<BackupTable, typeof whole>),
  table: v.pipe(whole, v.maxValue(BACKUP_TABLES.length)),
  after: v.nullable(v.pipe(v.array(v.union([v.string(), v.pipe(v.number(), v.finite())])), v.maxLength(3))),
  line: v.pipe(whole, v.minValue(1)),
  sum: v.string(),
  bytes: whole,
  mac: v.optional(v.string()),
});

/** Where the next page begins, as a text that whoever pages hands back. */
export function cursorText(cursor: BackupCursor | null): string | null {
  return cursor && JSON.stringify(cursor);
}

/** The place that such a text names; undefined where it is none. */
export function readCursor(value: string | null): BackupCursor | null | undefined {
  if (value === null) return null;
  try {
    return v.parse(Cursor, JSON.parse(value));
  } catch {
    return undefined;
  }
}
