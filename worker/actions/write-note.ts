import { DomainError } from "../core/errors";
import { splitNote } from "../core/ledger-statements";
import type { Month, Note } from "../core/types";
import type { Database } from "../store/database";
import { noteRow, type NoteRow } from "../store/discussion-rows";
import { findNote, noteStatements } from "../store/notes";
import { commitRemark, type Remark } from "./commit-remark";
import type { ActionContext } from "./context";

/** Writes the note of a month; another text is a new version, and a closed month stays closed. */
export function writeNote(
  context: ActionContext,
  slug: string,
  month: Month,
  text: string,
): Promise<{ row: NoteRow; written: boolean }> {
  return commitRemark(context, slug, "", async () => {
    const current = await findNote(context.db, slug, month);
    const stands = current?.status === "active";
    if (stands && current.text === text) return { standing: current };
    const note = { month, text, closes: stands && current.closes };
    return noteRemark(context.db, note, current, current ? "correct" : "record");
  });
}

/** Takes the note of a month back: a month that it closed is open again. */
export async function withdrawNote(
  context: ActionContext,
  slug: string,
  month: Month,
  reason: string,
): Promise<NoteRow> {
  const { row } = await commitRemark(context, slug, reason, async () => {
    const current = await findNote(context.db, slug, month);
    if (current?.status !== "active") {
      throw new DomainError("not-found", "This month has no note, so there is nothing to take back.");
    }
    return noteRemark(context.db, { month, text: current.text, closes: current.closes }, current, "retract");
  });
  return row;
}

/** The next version of a month's note. */
export function noteRemark(
  db: Database,
  note: Note,
  current: NoteRow | null,
  op: "record" | "correct" | "retract",
): Remark<NoteRow> {
  return {
    draft: { kind: "note", subject: note.month, op, ...splitNote(note) },
    versions: current?.version ?? 0,
    rowOf: (written) => noteRow(note, written),
    project: (row) => noteStatements(db.d1, row),
  };
}
