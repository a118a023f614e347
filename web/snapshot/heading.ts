/** What a reader must know before the first figure: who publishes it, how it stands in time, and what was wrong with it. */
import type { SnapshotPageData } from "../../worker/contract/page";
import type { ScenarioView } from "../../worker/core/view-types";
import { type Child, h } from "../lib/dom";
import { formatDate, formatUtcDay } from "../lib/format";
import { userText } from "../lib/user-text";
import { readableUntil } from "../lib/zone";
import { splitNote } from "../view/note";
import { removedNotice } from "../view/redactions";

/** "Frozen on 1 December 2025 (UTC) at revision 12", or that it follows the log. */
export function standing(page: Pick<SnapshotPageData, "purpose" | "createdAt">, view: ScenarioView): string {
  if (page.purpose !== "live") return `Frozen on ${formatUtcDay(page.createdAt)} at revision ${view.revision}`;
  return `Live: follows the log; as of ${formatDate(view.asOf)}, revision ${view.revision}`;
}

function published(view: ScenarioView, page: SnapshotPageData): HTMLElement {
  const until = readableUntil(page.expiresAt);
  const frozen: Child[] =
    page.purpose === "live"
      ? [`: what is logged or corrected from now on changes it. ${until}`]
      : [
          `: what is logged, corrected or retracted since does not change this page. ${until} `,
          // A line of its own, kept free: it says in numbers what changed once that is known, and nothing moves.
          page.since &&
            page.path !== "" &&
            h("a", { class: "since-head no-print", href: "#since" }, "What changed since"),
        ];
  return h(
    "p",
    { class: "small muted" },
    "Published by ",
    userText(page.publisher),
    `. ${standing(page, view)}`,
    ...frozen,
  );
}

/** Corrections that the publisher wrote above the page, which itself stays as it was; null where there is none. */
export function correctionNotices({
  notices,
  purpose,
}: Pick<SnapshotPageData, "notices" | "purpose">): HTMLElement | null {
  if (notices.length === 0) return null;
  return h(
    "aside",
    { class: "notice warning stack tight", "aria-label": "Corrections by the publisher" },
    ...notices.map(({ at, text }) =>
      h("p", { class: "pre-line" }, h("strong", {}, `Correction, ${formatUtcDay(at)}: `), userText(text)),
    ),
    purpose !== "live" && h("p", { class: "small" }, "The page below is as it was frozen."),
  );
}

function readersNote(note: string): HTMLElement | null {
  if (note === "") return null;
  const { first, rest } = splitNote(note);
  return h(
    "aside",
    { class: "readers-note prose stack tight", "aria-label": "Publisher's note" },
    h("p", { class: "pre-line" }, userText(first)),
    rest !== "" &&
      h(
        "details",
        {},
        h("summary", { class: "small" }, "The rest of the note"),
        h("p", { class: "pre-line" }, userText(rest)),
      ),
  );
}

export function heading(view: ScenarioView, page: SnapshotPageData): HTMLElement {
  return h(
    "div",
    { class: "page-title stack tight" },
    published(view, page),
    correctionNotices(page),
    removedNotice(view.redactions ?? []),
    // A page of an analyst that previews it has a first heading of its own.
    h(page.path === "" ? "h2" : "h1", { class: "shared-title" }, userText(page.title)),
    readersNote(page.note),
  );
}
