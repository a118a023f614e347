import type { SnapshotPageData } from "../../worker/contract/page";
import { dayOfInstant } from "../../worker/core/days";
import type { ScenarioView } from "../../worker/core/view-types";
import { byId, embedded, h } from "../lib/dom";
import { formatDate, formatInstant } from "../lib/format";
import { userText } from "../lib/user-text";
import { earlierHashes, removedNotice } from "../view/redactions";
import { renderView } from "../view/render";
import { drawSlots } from "../view/slot";
import { takeAway } from "../view/take-away";

const page = embedded<SnapshotPageData>("page");
const view = embedded<ScenarioView>("view");

function heading(): HTMLElement {
  return h(
    "div",
    { class: "page-title stack tight" },
    h("h1", {}, userText(page.title)),
    h(
      "p",
      { class: "small muted" },
      "Published by ",
      userText(page.publisher),
      `. Frozen on ${formatInstant(page.createdAt)} at revision ${view.revision}: what is logged, corrected or taken back since does not change this page.`,
    ),
  );
}

function note(): HTMLElement | null {
  if (page.note === "") return null;
  const paragraphs = page.note.split(/\n{2,}/).map((text) => h("p", { class: "pre-line" }, userText(text)));
  return h("aside", { class: "notice stack tight", "aria-label": "Publisher's note" }, ...paragraphs);
}

function readThisAs(): HTMLElement {
  return takeAway(view, {
    files: [
      [
        h("a", { href: `${page.path}/view.json`, download: true }, "These figures as JSON"),
        view.redactions ? ", without what was removed" : ", byte for byte as frozen",
      ],
      [h("a", { href: `${page.path}/events.csv`, download: true }, "The events behind them as CSV")],
    ],
    cited: {
      publisher: page.publisher,
      title: page.title,
      url: `${location.origin}${page.path}`,
      frozenOn: dayOfInstant(page.createdAt),
      readOn: dayOfInstant(Date.now()),
    },
    more: [
      h(
        "p",
        { class: "small muted" },
        "SHA-256 of the JSON file: ",
        h("code", {}, page.viewHash),
        `. Events up to ${formatDate(view.asOf)}; made with ${view.generator}.`,
      ),
      earlierHashes(page.earlierHashes),
    ],
  });
}

const { element, slots, rest } = renderView(view, {
  eventHref: null,
  onMonth: null,
  monthsOpen: false,
  claimLinks: null,
  moreEvents: h("a", { href: `${page.path}/events.csv`, download: true }, "All as CSV"),
  underHeadline: note(),
});
const removed = removedNotice(view.redactions ?? []);
byId("main").replaceChildren(heading(), ...(removed ? [removed] : []), element);
drawSlots(slots, () => {
  const more = rest();
  element.append(readThisAs());
  return more;
});
