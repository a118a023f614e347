/** Looking at single texts: how long they are, what they hold that cannot be stored, and how to quote them safely. */

/** Length in characters as a person and SQLite's `length()` count them: a surrogate pair is one. */
export function charLength(text: string): number {
  let pairs = 0;
  for (let i = 0; i + 1 < text.length; i++) {
    if (isHigh(text.charCodeAt(i)) && isLow(text.charCodeAt(i + 1))) {
      pairs++;
      i++;
    }
  }
  return text.length - pairs;
}

/** Line ends of notes as `\n`: Windows, a form and a file must not make three different texts of one. */
export function normaliseLineEnds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

export interface TextFlaws {
  /** 1-based position of the first forbidden control character, 0 if none, and its code. */
  control: { at: number; code: number };
  /** The same for the first half of a surrogate pair that stands alone. */
  broken: { at: number; code: number };
  /** The same for the first mark that turns the direction of writing. */
  bidi: { at: number; code: number };
  /** The same for the first character of no width, which makes equal-looking texts differ. */
  hidden: { at: number; code: number };
}

/** Scans a text once. A tab is no flaw; a line break is one unless `lines` is set. */
export function findFlaws(text: string, lines: boolean): TextFlaws {
  const none = { at: 0, code: 0 };
  const flaws: TextFlaws = { control: none, broken: none, bidi: none, hidden: none };
  let position = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    position++;
    if (code >= 0x20 && code < 0x7f) continue;
    if (isHigh(code) && isLow(text.charCodeAt(i + 1))) {
      i++;
      continue;
    }
    const kind = flawOf(code, lines);
    if (kind !== null && flaws[kind].at === 0) flaws[kind] = { at: position, code };
  }
  return flaws;
}

/** A value in quotes for a message: at most 40 characters, everything invisible or dangerous written as <U+202E>. */
export function showValue(value: string): string {
  const characters = Array.from(value.slice(0, 82));
  const cut = characters.length > 40 || value.length > 82;
  const shown = characters.slice(0, 40).map((character) => {
    const code = character.codePointAt(0) ?? 0;
    return code === 0x09 || flawOf(code, false) !== null ? `<${codeName(code)}>` : character;
  });
  return `"${shown.join("")}${cut ? "..." : ""}"`;
}

export function codeName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** 1048576 -> "1,048,576". */
export function groupDigits(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
}

export function isLineBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029;
}

function flawOf(code: number, lines: boolean): keyof TextFlaws | null {
  if (isLineBreak(code)) return lines ? null : "control";
  if (code === 0x09) return null;
  // C1 controls (0x80-0x9f) are what Windows-1252 quotes and dashes turn into when read as Latin-1.
  if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return "control";
  if (code >= 0xd800 && code <= 0xdfff) return "broken";
  if (code === 0x200e || code === 0x200f || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) {
    return "bidi";
  }
  // Joiners (U+200C, U+200D) belong to Urdu and to emoji.
  if (code === 0x200b || code === 0x2060 || code === 0xfeff) return "hidden";
  return null;
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
