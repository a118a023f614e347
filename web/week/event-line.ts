/** One event in a list of what waits: without its grade and points, for whoever reviews it gives theirs first. */
import type { ApiEvent } from "../../worker/contract/api-types";
import type { ViewIndicator } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { formatDateShort } from "../lib/format";
import { scenarioPath } from "../lib/header";
import { userText } from "../lib/user-text";

export interface EventLineOptions {
  slug: string;
  indicators: readonly ViewIndicator[];
  /** The reader's own name: nobody reviews what they wrote. */
  reader: string;
}

type Listed = Pick<ApiEvent, "ref" | "date" | "title" | "indicator" | "by" | "review">;

export function eventLine(event: Listed, { slug, indicators, reader }: EventLineOptions): HTMLLIElement {
  const indicator = indicators.find(({ key }) => key === event.indicator)?.label ?? event.indicator;
  const open = event.review !== "agreed";
  const href = scenarioPath(slug, `/events/${encodeURIComponent(event.ref)}${open ? "#review" : ""}`);
  return h(
    "li",
    { class: "waiting-event" },
    h("span", { class: "date" }, formatDateShort(event.date)),
    h(
      "div",
      {},
      h("p", {}, h("a", { href }, userText(event.title))),
      h(
        "p",
        { class: "small muted" },
        `${indicator}, logged by `,
        event.by === reader ? "you: somebody else reviews it" : userText(event.by),
        event.review === "disputed" && " ",
        event.review === "disputed" && h("span", { class: "badge disputed" }, "disputed"),
      ),
    ),
  );
}
