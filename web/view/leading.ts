import { kicker } from "../../worker/core/sentences";
import type { ScenarioView } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { claim } from "./claim";
import { explained } from "./terms";
import type { splitStatement } from "./words";

type Statement = Pick<ReturnType<typeof splitStatement>, "word" | "headline">;

/** How the first screen begins: what kind of thing this is, what was claimed, and the headline with its verdict first. */
export function leading(view: ScenarioView, { word, headline }: Statement, verdict: string): HTMLElement[] {
  return [
    h("p", { class: "kicker" }, ...explained(view, kicker(view), "back-test")),
    claim(view),
    h(
      "h2",
      { id: "headline", class: "headline", "data-verdict": verdict },
      word !== "" && h("span", { class: "verdict-word" }, word),
      headline,
    ),
  ];
}
