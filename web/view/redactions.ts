/** What a shared page says of texts that an owner removed from it. */
import type { ViewRedaction } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { formatDate } from "../lib/format";
import { userText } from "../lib/user-text";

/** Stands above everything else, so that nobody takes the page for what was first frozen; null where nothing was removed. */
export function removedNotice(redactions: readonly ViewRedaction[]): HTMLElement | null {
  if (redactions.length === 0) return null;
  return h(
    "aside",
    { class: "notice warning stack tight removed-notice", "aria-label": "Removed from this page" },
    ...redactions.map(({ on, reason }) =>
      h(
        "p",
        {},
        h("strong", {}, `Something was removed from this page on ${formatDate(on)} (UTC).`),
        " Reason: ",
        userText(reason),
      ),
    ),
    h(
      "p",
      { class: "small" },
      "A removed title reads [removed], other removed words are left out. Dates, grades, scores and figures are as frozen.",
    ),
  );
}

/** Readers who noted a hash when the page was shared can see that it was this page's; null where there is none. */
export function earlierHashes(hashes: readonly string[]): HTMLElement | null {
  if (hashes.length === 0) return null;
  return h(
    "div",
    { class: "small muted" },
    h("p", {}, "SHA-256 of the JSON file before that was removed:"),
    h("ul", { class: "plain" }, ...hashes.map((hash) => h("li", {}, h("code", {}, hash)))),
  );
}
