/** A date as it is typed: read at once and said in full, asked about where two days can be meant. */
import type { ValidDate } from "../../worker/core/types";
import { formatDate } from "../lib/format";
import { type TextControl, textControl, type TextOptions } from "./controls";
import type { Note } from "./field-note";
import { inFull, type When } from "./when";

export interface DateOptions extends Pick<TextOptions, "name" | "label" | "hint" | "optional" | "placeholder"> {
  /** How this field takes a text that is not empty. */
  read: (typed: string) => When;
}

function noteOf(when: When, choose: (date: ValidDate) => void): Note {
  if (when.ok) return { kind: "said", text: `= ${when.echo}` };
  if (when.choices.length === 0) return { kind: "wrong", text: when.problem };
  const answers = when.choices.map((date) => ({ label: inFull(date), choose: () => choose(date) }));
  return { kind: "asked", text: "Which one is meant?", answers };
}

/**
 * Its value is the text, or the day itself where the same text means another day tomorrow: what was typed as "yesterday" is
 * saved as the day that was shown, however long the form stays open or its draft is kept.
 */
export function dateControl({ read, ...options }: DateOptions): TextControl {
  let kept: { typed: string; when: When; date: ValidDate } | null = null;
  const readAnew = (typed: string): When => {
    const when = read(typed);
    kept = when.ok && when.passing ? { typed, when, date: when.date } : null;
    return when;
  };
  const choose = (date: ValidDate): void => {
    set(formatDate(date));
    control.focus();
    control.element.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const control = textControl({
    ...options,
    note: (typed) => {
      if (typed.trim() === "") return null;
      return noteOf(kept?.typed === typed ? kept.when : readAnew(typed), choose);
    },
  });
  const set = (value: string): void => {
    kept = null;
    control.set(value);
  };
  // Before the control reads it: whoever types the same words again means today's.
  control.element.addEventListener("input", () => (kept = null), { capture: true });
  return {
    ...control,
    set,
    value() {
      const typed = control.value();
      return kept?.typed === typed ? formatDate(kept.date) : typed;
    },
  };
}
