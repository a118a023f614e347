import { and, desc, eq, lte } from "drizzle-orm";
import { dayOfInstant } from "../core/days";
import type { Month } from "../core/types";
import type { ViewNote } from "../core/view-types";
import { insertRows, replaceColumns } from "./bulk";
import type { Database } from "./database";
import type { NoteRow } from "./discussion-rows";
import { notes } from "./schema";

const UPSERT = `("scenario", "month") DO UPDATE SET ${replaceColumns(notes, ["scenario", "month"])}`;

export function noteStatements(d1: D1Database, row: NoteRow): D1PreparedStatement[] {
  return insertRows(d1, notes, [row], UPSERT);
}

/** A note as a view shows it: without its author. */
export function viewNote({ month, text, version, recordedAt }: NoteRow): ViewNote {
  return { month, text, version, writtenOn: dayOfInstant(recordedAt) };
}

/** The newest note of a month up to this one that stands, or null. */
export async function newestNote(db: Database, scenario: string, until: Month): Promise<NoteRow | null> {
  const [[row]] = await db.query.batch([
    db.query
      .select()
      .from(notes)
      .where(and(eq(notes.scenario, scenario), eq(notes.status, "active"), lte(notes.month, until)))
      .orderBy(desc(notes.month))
      .limit(1),
  ]);
  return row ?? null;
}

/** All notes that stand, newest month first: one a month at most. */
export async function listNotes(db: Database, scenario: string): Promise<NoteRow[]> {
  const [rows] = await db.query.batch([
    db.query
      .select()
      .from(notes)
      .where(and(eq(notes.scenario, scenario), eq(notes.status, "active")))
      .orderBy(desc(notes.month)),
  ]);
  return rows;
}

/** The note of a month whatever its status; one that was taken back keeps its version. */
export async function findNote(db: Database, scenario: string, month: Month): Promise<NoteRow | null> {
  const [[row]] = await db.query.batch([
    db.query
      .select()
      .from(notes)
      .where(and(eq(notes.scenario, scenario), eq(notes.month, month))),
  ]);
  return row ?? null;
}
