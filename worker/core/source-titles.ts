import { upperFirst } from "./labels";
import { siteOf } from "./sites";

/** "Quadrilateral summit put off (Dawn)" -> "Dawn": by custom the paper stands last, in brackets. */
const OUTLET = /\(([^()]{2,60})\)\s*$/u;
/** Parts of an address that are no words of a headline. */
const FILE_END = /\.(?:s?html?|aspx?|php|amp|pdf)$/i;

/**
 * A source's title to propose, read from its address: its longest part with words in it, then the paper, as the last title
 * of that site named it, or else the site. "" where the address has no words.
 *
 * @example titleFromAddress("https://www.dawn.com/news/752485/quadrilateral-summit-put-off", "Putin defers visit (Dawn)")
 * // "Quadrilateral summit put off (Dawn)"
 */
export function titleFromAddress(url: string, lastTitle: string): string {
  const path = url.replace(/^https?:\/\/[^/?#]*/i, "").replace(/[?#].*$/, "");
  const parts = path.split("/").map((part) => wordsOf(part));
  const longest = parts.toSorted((a, b) => b.length - a.length)[0] ?? [];
  if (longest.length < 3) return "";
  const sentence = longest.join(" ");
  const outlet = OUTLET.exec(lastTitle)?.[1] ?? siteOf(url);
  return `${upperFirst(sentence)} (${outlet})`;
}

/** The words of one part of a path, numbers at either end left out: they are the paper's own. */
function wordsOf(part: string): string[] {
  const words = decoded(part)
    .replace(FILE_END, "")
    .split(/[-_+\s]+/u)
    .filter(Boolean);
  const isNumber = (word: string | undefined): boolean => word !== undefined && /^\d+$/.test(word);
  while (isNumber(words[0])) words.shift();
  while (isNumber(words.at(-1))) words.pop();
  return words;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
