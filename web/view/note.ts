/** The analysts' note: what the figures cannot say, signed where the page may name people. */
import type { NoteBy } from "../../worker/contract/page";
import type { Month } from "../../worker/core/types";
import type { ViewNote } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { formatDate } from "../lib/format";
import { userText } from "../lib/user-text";

export interface NoteOptions {
  /** Null on a shared page, whose view itself names the author or nobody, and where the author is not known. */
  by: NoteBy | null;
  /** Where a note is written; null for those who may only read. */
  write: ((month: Month | null) => string) | null;
}

const SHOWN = 320;

/** A long note cut after a sentence, or else between words, so that the figures beside it stay in sight. */
export function splitNote(text: string, limit = SHOWN): { first: string; rest: string } {
  if (text.length <= limit * 1.2) return { first: text, rest: "" };
  const ends = [...text.matchAll(/(?<=[.!?\u06d4\u061f]["\u201d')]?)\s+|\n/g)].map(({ index }) => index);
  const spaces = [...text.matchAll(/\s/g)].map(({ index }) => index);
  const fitting = (places: number[]) => places.findLast((at) => at > limit / 4 && at <= limit);
  const at = fitting(ends) ?? fitting(spaces) ?? text.length;
  return { first: text.slice(0, at), rest: text.slice(at).trim() };
}

function signature({ month, version, writtenOn, by: shared }: ViewNote, by: NoteBy | null): HTMLElement {
  const name = shared ?? (by?.month === month && by.version === version ? by.name : null);
  return h(
    "p",
    { class: "small muted" },
    name === null ? "Written " : userText(name),
    name === null ? formatDate(writtenOn) : `, ${formatDate(writtenOn)}`,
    version > 1 && `, version ${version}`,
  );
}

/** Null where there is no note and nobody to write one. */
export function analystNote(note: ViewNote | null | undefined, { by, write }: NoteOptions): HTMLElement | null {
  if (!note && !write) return null;
  if (!note) {
    return h(
      "p",
      { class: "small muted no-print" },
      "No analyst\u2019s note yet. ",
      write && h("a", { href: write(null) }, "Write one"),
    );
  }
  const { first, rest } = splitNote(note.text);
  return h(
    "section",
    { class: "note stack tight", "aria-labelledby": "note-title" },
    h("h3", { id: "note-title", class: "small-title" }, `Analyst\u2019s note, ${formatDate(note.month)}`),
    h("p", { class: "pre-line" }, userText(first)),
    rest !== "" &&
      h(
        "details",
        {},
        h("summary", { class: "small" }, "The rest of the note"),
        h("p", { class: "pre-line" }, userText(rest)),
      ),
    h(
      "div",
      { class: "row" },
      signature(note, by),
      write && h("a", { class: "small no-print", href: write(note.month) }, "Rewrite it"),
    ),
  );
}
