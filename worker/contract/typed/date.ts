/**
 * Reads a date as people type it, in English. Libraries that do so were tried: they guess which number is the day, skip
 * over what they cannot read, and say nothing of either. What has two readings is asked here, and what is wrong is said.
 */
import { readNumbers } from "./numbers";
import { readRelative } from "./relative";
import type { Frame, Typed } from "./settle";
import { readWords } from "./words";

export { centuryOf, type Frame, type Typed, type TypedDay } from "./settle";

/** What is said of a month of which no day is known; read back, it is the month. */
export const NO_DAY = "the day is not known";

/** Blanks, dashes and full width forms of every kind are alike. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .replace(/ ?([-/.]) ?/g, "$1")
    .replace(` (${NO_DAY})`, "")
    .trim();
}

/**
 * What a text means as a date.
 *
 * @example readTyped("17 nov", { today: "2026-11-30" }) // the day 2026-11-17, its year taken
 * @example readTyped("3/10/2012", { today: "2026-11-30" }) // a choice of 2012-10-03 and 2012-03-10
 */
export function readTyped(text: string, frame: Frame): Typed {
  const typed = plain(text);
  return readRelative(typed, frame) ?? readNumbers(typed, frame) ?? readWords(typed, frame) ?? { kind: "unreadable" };
}
