/** JSON that can be read in one way only. `JSON.parse` is laxer: it takes the last of two members of one name. */

/** Deeper than any body of ours; what comes after us need not fear for its stack. */
const MOST_DEEP = 64;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

interface Container {
  /** Names seen in an object; null in a list. */
  names: Set<string> | null;
}

/**
 * What keeps a JSON text from being read in one way only: a name that stands twice in an object, a number beyond what can
 * be computed with, a member called `__proto__`, or lists within lists without end. Null for a sound one; whether it is
 * JSON at all is for `JSON.parse` to say.
 *
 * `{"a": 1, "\u0061": 2}` gives a sentence that names "a".
 */
export function jsonFlaw(text: string): string | null {
  const open: Container[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0x22) {
      const end = endOfString(text, i);
      const names = open.at(-1)?.names;
      if (names && isName(text, end)) {
        const name = unescaped(text.slice(i, end));
        const flaw = nameFlaw(name, names);
        if (flaw !== null) return flaw;
        names.add(name);
      }
      i = end - 1;
    } else if (code === 0x7b || code === 0x5b) {
      if (open.length === MOST_DEEP) return `Lists and objects stand more than ${MOST_DEEP} deep. Send them flatter.`;
      open.push({ names: code === 0x7b ? new Set() : null });
    } else if (code === 0x7d || code === 0x5d) {
      open.pop();
    } else if (code === 0x2d || (code >= 0x30 && code <= 0x39)) {
      NUMBER.lastIndex = i;
      const [number] = NUMBER.exec(text) ?? [""];
      if (!Number.isFinite(Number(number))) return "A number is too large to compute with. Send a smaller one.";
      i += Math.max(number.length, 1) - 1;
    }
  }
  return null;
}

/** Just after the closing quote of the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0x5c) i += 1;
    else if (code === 0x22) return i + 1;
  }
  return text.length;
}

/** Whether what stands before `end` is a member's name: a colon follows. */
function isName(text: string, end: number): boolean {
  let i = end;
  while (i < text.length && text.charCodeAt(i) <= 0x20) i += 1;
  return text.charCodeAt(i) === 0x3a;
}

function nameFlaw(name: string, names: ReadonlySet<string>): string | null {
  if (name === "__proto__")
    return "A member is called __proto__, which means something else to programs. Leave it out.";
  if (!names.has(name)) return null;
  return `The member "${name.slice(0, 40)}" stands twice in one object. Send it once.`;
}

/** A string literal's text; as it stands where it is broken. */
function unescaped(literal: string): string {
  if (!literal.includes("\\")) return literal.slice(1, -1);
  try {
    return String(JSON.parse(literal));
  } catch {
    return literal;
  }
}
