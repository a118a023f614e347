/** One paragraph to quote: the verdict with its numbers, who published it, by which records, and where it stands. */
import type { SnapshotPageData } from "../../worker/contract/page";
import { dayOfInstant } from "../../worker/core/days";
import { dateLabel } from "../../worker/core/labels";
import type { ScenarioView } from "../../worker/core/view-types";
import { copyButton } from "../lib/copy";
import { h } from "../lib/dom";
import { visibleText } from "../lib/user-text";
import { typeset } from "../view/words";
import { pageUrl } from "./address";

type Quoted = Pick<ScenarioView, "statement" | "mode" | "asOf" | "revision">;
type Published = Pick<SnapshotPageData, "publisher" | "title" | "purpose" | "createdAt">;

/**
 * The whole statement, so that its verdict never stands without its numbers; that it is a back-test is part of it.
 *
 * @example quoteText({ statement: "Stalled: no lasting rise. ...", mode: "registered", asOf: "2025-11-30", revision: 12 }, page, url)
 * // "\u201cStalled: no lasting rise. ...\u201d A desk, \u201cPakistan-Russia\u201d (events to 30 November 2025, revision 12, frozen on ...): https://..."
 */
export function quoteText({ statement, mode, asOf, revision }: Quoted, page: Published, url: string): string {
  const kind = mode === "back-test" ? "a back-test, made with the outcomes known; " : "";
  const standing = page.purpose === "live" ? "a live page" : `frozen on ${dateLabel(dayOfInstant(page.createdAt))}`;
  const from = `${visibleText(page.publisher)}, \u201c${visibleText(page.title)}\u201d`;
  const when = `events to ${dateLabel(asOf)}, revision ${revision}, ${standing}`;
  return `\u201c${typeset(statement)}\u201d ${from} (${kind}${when}): ${url}`;
}

/** Read as a paragraph of the page, and copied as plain text. */
export function quote(view: ScenarioView, page: SnapshotPageData): HTMLElement {
  const text = quoteText(view, page, pageUrl(page));
  const paragraph = h("p", { dir: "auto", class: "quotation" }, text);
  const { button, told } = copyButton(text, "the text to quote", "button small", () =>
    getSelection()?.selectAllChildren(paragraph),
  );
  return h(
    "section",
    { class: "quote stack tight no-print", "aria-labelledby": "quote-title" },
    h(
      "div",
      { class: "row between" },
      h("h2", { class: "small-title", id: "quote-title" }, "To quote this page"),
      h("span", { class: "row" }, told, button),
    ),
    paragraph,
  );
}
