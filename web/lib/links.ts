/** Sources are typed by people: only an http or https address becomes a link, anything else stays text. */
import { h } from "./dom";

export function isWebAddress(text: string): boolean {
  try {
    return ["http:", "https:"].includes(new URL(text).protocol);
  } catch {
    return false;
  }
}

/** A link to a source, opened without telling the source where the reader came from; plain text without an address. */
export function sourceLink(title: string, url: string): Node {
  if (!isWebAddress(url)) return document.createTextNode(title);
  return h("a", { href: url, rel: "noopener noreferrer external" }, title);
}
