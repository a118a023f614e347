/** The last step before a link exists: what stays behind, what nobody has reviewed, and the page as its readers get it. */
import type { LinkPreview, UnreviewedEvent } from "../../worker/contract/link-types";
import { h } from "../lib/dom";
import { formatDate, formatSigned } from "../lib/format";
import { scenarioPath } from "../lib/header";
import { userText } from "../lib/user-text";
import type { LinkBody } from "./options";
import { stayingLines } from "./field-words";

function eventLine({ ref, title, date, value, review }: UnreviewedEvent, slug: string): HTMLElement {
  // A tab of its own: this form would have to be filled in again.
  const address = scenarioPath(slug, `/events/${encodeURIComponent(ref)}#review`);
  return h(
    "li",
    {},
    h("a", { href: address, target: "_blank", rel: "noopener" }, ref, " ", userText(title)),
    ` (${formatDate(date)}): ${formatSigned(value)} in the index`,
    review === "disputed" && h("strong", {}, ", disputed"),
    ".",
  );
}

const LACKING = "unreviewed-title";

/**
 * Names the events that the figures rest on and that only their authors have seen. What to do about it stands before the
 * names, so that nobody goes past ten of them to the button.
 */
function unreviewedNotice(events: readonly UnreviewedEvent[], slug: string, buttons: HTMLElement): HTMLElement {
  const all = scenarioPath(slug, "/events?review=unreviewed");
  return h(
    "section",
    { class: "notice warning", "aria-labelledby": LACKING },
    h(
      "h3",
      { id: LACKING },
      events.length === 1
        ? "1 event that moves the index much lacks a second person\u2019s agreement"
        : `${events.length} events that move the index most lack a second person\u2019s agreement`,
    ),
    h(
      "p",
      { class: "small" },
      "Readers see how many events are unreviewed. Share anyway, or ",
      h("a", { href: all, target: "_blank", rel: "noopener" }, "look first"),
      " (opens a new tab; what you typed stays here).",
    ),
    buttons,
    h("ul", { class: "small" }, ...events.map((event) => eventLine(event, slug))),
  );
}

function staying({ fields }: LinkBody): HTMLElement {
  const lines = stayingLines(fields);
  if (lines.length === 0) return h("p", {}, "Nothing is left out.");
  return h(
    "details",
    {},
    h("summary", {}, `What stays here (${lines.length})`),
    h("ul", { class: "small" }, ...lines.map((line) => h("li", {}, line))),
  );
}

export interface LookOptions {
  slug: string;
  preview: LinkPreview;
  body: LinkBody;
  /** Makes the link; the button is passed so that it shows that it is at work. */
  make: HTMLButtonElement;
  onBack: () => void;
}

/** The words and buttons stand above the page, so that nobody has to go past it to make the link. */
export function lookStep({ slug, preview, body, make, onBack }: LookOptions): HTMLElement[] {
  const buttons = h(
    "div",
    { class: "row" },
    make,
    h("button", { type: "button", class: "button", onclick: onBack }, "Change something"),
  );
  if (preview.unreviewed.length === 0) return [buttons, staying(body)];
  make.setAttribute("aria-describedby", LACKING);
  return [unreviewedNotice(preview.unreviewed, slug, buttons), staying(body)];
}
