import type { ScenarioView } from "../../worker/core/view-types";
import { type Child, h } from "../lib/dom";
import { formatDate } from "../lib/format";
import { userText } from "../lib/user-text";

/** Who said it and where; a file may leave out author and outlet. */
function origin({ author, title, outlet, published }: ScenarioView["source"]): Child[] {
  return [
    "After ",
    ...(author === "" ? [] : [userText(author), ", "]),
    "\u201c",
    userText(title),
    "\u201d, ",
    ...(outlet === "" ? [] : [userText(outlet), ", "]),
    `${formatDate(published)}. `,
  ];
}

/** The sentence that is tracked, and the text it was taken from. */
export function claim(view: ScenarioView): HTMLElement {
  return h(
    "div",
    { class: "claim" },
    h("p", { class: "claim-text" }, userText(view.claim)),
    h(
      "p",
      { class: "small muted" },
      ...origin(view.source),
      h("span", { class: "badge" }, "wording: our reading"),
      view.propositions.length > 0 && " ",
      view.propositions.length > 0 && h("a", { href: "#propositions" }, "What it said outright"),
    ),
  );
}
