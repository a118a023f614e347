/** Where each value of a JSON text stands, so that a problem can name its line. */

export interface JsonPlaces {
  /** Where the value at each path begins; paths as in `indicators[2].codebook[0].score`. */
  starts: Map<string, number>;
  /** Members that an object has twice: `JSON.parse` would silently take the last. */
  doubled: string[];
  /** Where the text stops being JSON; null if it is JSON. */
  brokenAt: number | null;
}

const LITERAL = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
// Any other character below U+0020 must be escaped.
// oxlint-disable-next-line no-control-regex
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const SPACE = /[ \t\r\n]*/y;
/** No scenario file is nested deeper; a hostile text must not exhaust the stack. */
const MAX_DEPTH = 50;

class Broken extends Error {}

/**
 * Reads a text as `JSON.parse` does, and remembers where everything stands.
 *
 * @example jsonPlaces('{"a": [1, 2]}').starts.get("a[1]") // 10
 */
export function jsonPlaces(text: string): JsonPlaces {
  const starts = new Map<string, number>();
  const doubled: string[] = [];
  let at = 0;

  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) return null;
    at += found.length;
    return found;
  };
  const expect = (found: boolean): void => {
    if (!found) throw new Broken();
  };
  const next = (character: string): boolean => {
    take(SPACE);
    if (text[at] !== character) return false;
    at += 1;
    return true;
  };
  /** The items between two brackets, with commas between them. */
  const items = (close: string, item: (index: number) => void): void => {
    if (next(close)) return;
    for (let index = 0; ; index += 1) {
      item(index);
      if (next(close)) return;
      expect(next(","));
    }
  };
  const member = (path: string, depth: number): void => {
    take(SPACE);
    const start = at;
    const name = take(STRING);
    if (name === null) throw new Broken();
    const place = `${path}${path === "" ? "" : "."}${String(JSON.parse(name))}`;
    if (starts.has(place)) doubled.push(place);
    expect(next(":"));
    value(place, depth + 1);
    // A member begins with its name: that is what a reader looks for.
    starts.set(place, start);
  };
  const value = (path: string, depth: number): void => {
    expect(depth <= MAX_DEPTH);
    take(SPACE);
    starts.set(path, at);
    if (next("{")) items("}", () => member(path, depth));
    else if (next("[")) items("]", (index) => value(`${path}[${index}]`, depth + 1));
    else expect(take(STRING) !== null || take(LITERAL) !== null);
  };

  try {
    value("", 0);
    take(SPACE);
    expect(at === text.length);
    return { starts, doubled, brokenAt: null };
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return { starts, doubled, brokenAt: at };
  }
}

/** The line that a place stands in, counted from 1. */
export function lineAt(text: string, at: number): number {
  return text.slice(0, at).split("\n").length;
}

/**
 * Where a path stands, or the nearest thing around it that is there: a missing member has no place of its own. Null for
 * what only the file as a whole is around.
 */
export function startOf(starts: ReadonlyMap<string, number>, path: string): number | null {
  for (let here = path; here !== ""; here = here.replace(/(?:\.?[^.[\]]+|\[\d+\])$/, "")) {
    const start = starts.get(here);
    if (start !== undefined) return start;
  }
  return null;
}
