import { NEEDED } from "../../worker/core/coverage";
import type { ScenarioView } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { formatDate } from "../lib/format";

interface Need {
  have: number;
  of: number;
  text: string;
}

/** Counted as the verdict counts: in the tested window, up to the last complete month. */
export function needs({ coverage }: Pick<ScenarioView, "coverage">): Need[] {
  const need = (have: number, of: number, what: string) => ({
    have,
    of,
    text: `${Math.min(have, of)} of ${of} ${what}`,
  });
  return [
    need(coverage.covered, NEEDED.months, "months looked at"),
    need(coverage.countedEvents, NEEDED.events, "events"),
    need(coverage.countedIndicators, NEEDED.indicators, "indicators"),
  ];
}

/** A box for each that is needed; those that are there are filled. */
function boxes({ have, of }: Need): HTMLElement {
  const all = Array.from({ length: of }, (_, at) => h("span", { class: at < have ? "box filled" : "box" }));
  return h("span", { class: "boxes", "aria-hidden": "true" }, ...all);
}

/** The three counts of a verdict, each with its boxes. */
export function progress(view: ScenarioView): HTMLElement {
  return h(
    "section",
    { class: "progress", "aria-labelledby": "progress-title" },
    h("h2", { class: "small-title", id: "progress-title" }, "Before there is a verdict"),
    h("ul", { class: "plain" }, ...needs(view).map((need) => h("li", {}, h("span", {}, need.text), boxes(need)))),
    h(
      "p",
      { class: "small muted" },
      `Counted to the end of ${formatDate(view.coverage.to)}: a month counts once it is over.`,
    ),
  );
}
