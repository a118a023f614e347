/** What happened after the page was frozen: asked for once everything is drawn, and below it, so that nothing moves. */
import type { Since } from "../../worker/contract/link-types";
import type { SnapshotPageData } from "../../worker/contract/page";
import { sinceSentence } from "../../worker/core/since-sentence";
import type { ViewChange } from "../../worker/core/view-diff";
import { h } from "../lib/dom";
import { formatDate } from "../lib/format";
import { userText } from "../lib/user-text";
import { typeset } from "../view/words";
import { fileHref } from "./address";

function changeRow({ what, before, now }: ViewChange): HTMLElement {
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, userText(what)),
    h("td", {}, userText(typeset(before))),
    h("td", {}, userText(typeset(now))),
  );
}

function reading({ before, now, changes }: Since): HTMLElement | null {
  if (changes.length === 0) return null;
  const heads = ["What", `Here, revision ${before.revision}`, `Now, revision ${now.revision}`];
  return h(
    "details",
    { class: "no-print" },
    h("summary", {}, "What reads differently"),
    h(
      "div",
      { class: "table-scroll", tabindex: 0, role: "region", "aria-label": "What reads differently" },
      h(
        "table",
        { class: "reads-differently" },
        h("thead", {}, h("tr", {}, ...heads.map((text) => h("th", { scope: "col" }, text)))),
        h("tbody", {}, ...changes.map(changeRow)),
      ),
    ),
    h("p", { class: "small muted" }, `Now: events to ${formatDate(now.asOf)}. This page keeps its own figures.`),
  );
}

export interface SinceThen {
  element: HTMLElement;
  load: () => void;
}

/** `onTold` hears of the sentence, which the head of the page says as well. */
export function sinceThen(
  page: Pick<SnapshotPageData, "path" | "ticket">,
  onTold: (sentence: string) => void,
): SinceThen {
  const sentence = h("p", { role: "status" }, "Looking at what happened since ...");
  const element = h(
    "section",
    { class: "stack tight since", id: "since", "aria-labelledby": "since-title" },
    h("h2", { id: "since-title" }, "What happened since"),
    sentence,
  );
  const load = async (): Promise<void> => {
    const answer = await fetch(fileHref(page, "since.json"), { credentials: "omit" });
    if (!answer.ok) throw new Error(`since.json: ${answer.status}`);
    const since = (await answer.json()) as Since;
    sentence.textContent = typeset(sinceSentence(since));
    onTold(sentence.textContent);
    element.append(...[reading(since)].filter((part) => part !== null));
  };
  const failed = (): void => {
    sentence.textContent = "What happened since could not be fetched. Reload the page to try again.";
  };
  return { element, load: () => void load().catch(failed) };
}
