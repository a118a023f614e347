/** What is shown once a month is closed: the link's address this one time, the note as it stands, and ways on. */
import { madeNotice } from "../links/made";
import { h } from "../lib/dom";
import { countOf, formatDate } from "../lib/format";
import { scenarioPath } from "../lib/header";
import { userText } from "../lib/user-text";
import type { Closed } from "./close-form";

export function closeResult(slug: string, { note, revision, snapshot, problem, unreviewed }: Closed): HTMLElement {
  const name = formatDate(note.month);
  const open = unreviewed === 0 ? "" : ` ${countOf(unreviewed, "event")} of it not yet reviewed by a second person.`;
  const heading = h("h2", { tabindex: -1 }, `${name} is closed`);
  const element = h(
    "div",
    { class: "stack" },
    h(
      "section",
      { class: "notice success" },
      heading,
      h("p", {}, `Recorded as revision ${revision}, version ${note.version} of the note.${open}`),
    ),
    snapshot && madeNotice(snapshot),
    problem !== undefined &&
      h(
        "div",
        { class: "notice warning" },
        h("p", {}, "The note stands, but no link was made. ", problem),
        h("p", {}, h("a", { href: scenarioPath(slug, "/links") }, "Make one under Share")),
      ),
    h(
      "section",
      { class: "note stack tight" },
      h("h3", { class: "small-title" }, `Analyst\u2019s note, ${name}`),
      h("p", { class: "lines" }, userText(note.text)),
      h("p", { class: "small muted" }, userText(note.by)),
    ),
    h(
      "p",
      { class: "row" },
      h("a", { class: "button", href: scenarioPath(slug) }, "To the dashboard"),
      h("a", { class: "button", href: scenarioPath(slug, "/week") }, "What else waits this week"),
    ),
  );
  // Once it stands in the page: whoever pressed the button is told by the focus where the answer is.
  queueMicrotask(() => heading.focus());
  return element;
}
