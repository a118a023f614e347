/** How a source is shown: who says it, how good it is, and its own words. */
import type { ApiEvent } from "../../worker/contract/api-types";
import { h } from "../lib/dom";
import { formatDate, formatNumber } from "../lib/format";
import { isWebAddress } from "../lib/links";
import { userText } from "../lib/user-text";
import { userLines } from "./section";
import { gradeInWords, gradeLetters } from "./review-words";
import type { Grade } from "./review-words";

/** What a source says, word for word; nothing where nothing is quoted. */
export function quotation(text: string): HTMLElement | false {
  return text !== "" && h("blockquote", { class: "quotation" }, userLines(text));
}

export function gradeLine(grade: Grade, weight?: number): HTMLElement {
  return h(
    "p",
    { class: "grade-line" },
    h("span", { class: "grade" }, gradeLetters(grade)),
    ` ${gradeInWords(grade)}`,
    weight !== undefined && `; weight ${formatNumber(weight, 2)}`,
  );
}

/** The source as a citation: title as a link, the day it came out. */
export function citation(source: Pick<ApiEvent, "sourceTitle" | "sourceUrl" | "sourcePublished">): HTMLElement {
  const { sourceTitle, sourceUrl, sourcePublished } = source;
  // Opened without telling the source where the reader came from.
  const title = isWebAddress(sourceUrl)
    ? h("a", { href: sourceUrl, rel: "noopener noreferrer external" }, userText(sourceTitle))
    : userText(sourceTitle);
  return h(
    "p",
    { class: "break" },
    h("cite", {}, title),
    sourcePublished !== null && h("span", { class: "muted" }, `, ${formatDate(sourcePublished)}`),
  );
}
