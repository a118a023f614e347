import type { ViewEvent } from "../../worker/core/view-types";
import { type Child, h } from "../lib/dom";
import { formatDateShort, formatSigned } from "../lib/format";
import { sourceLink } from "../lib/links";
import { userText } from "../lib/user-text";
import type { EventHref } from "./events";

type Listed = Pick<ViewEvent, "ref" | "date" | "title" | "points" | "sourceTitle" | "sourceUrl" | "grade" | "state">;

/** An event in a list: its date, what happened, what it is (`about`) and by whom it was reported, what it earned when it was new. */
export function eventItem(event: Listed, about: Child[], href: EventHref): HTMLElement {
  const title = userText(event.title);
  return h(
    "li",
    { class: "event" },
    h("span", { class: "event-date" }, formatDateShort(event.date)),
    h(
      "div",
      {},
      h("p", {}, href ? h("a", { href: href(event.ref) }, title) : title),
      h(
        "p",
        { class: "small muted" },
        ...about,
        event.sourceTitle === "" ? "Source not shown" : sourceLink(event.sourceTitle, event.sourceUrl),
        ` (graded\u00a0${event.grade})`,
      ),
    ),
    h(
      "span",
      { class: "event-points" },
      event.state === null ? formatSigned(event.points) : "state",
      h("span", { class: "visually-hidden" }, " points"),
    ),
  );
}
