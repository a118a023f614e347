import { horizonsSentence } from "../../worker/core/verdict-sentences";
import type { ScenarioView } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { explained } from "./terms";
import { typeset } from "./words";

/** How the forecast stood or stands at the end of each of its periods: a line each, and its sentences folded under it. */
export function periods(view: ScenarioView): HTMLElement | null {
  if (view.verdicts.length === 0) return null;
  return h(
    "div",
    { class: "periods" },
    h("h2", { class: "small-title" }, "Period by period"),
    h("p", { class: "small muted" }, "Rise in points a month, its 90 % range, and the variations that agree."),
    h(
      "ul",
      { class: "plain" },
      ...view.verdicts.map((verdict) => {
        const line = typeset(horizonsSentence([verdict], view.horizons));
        const colon = line.indexOf(":") + 1;
        return h(
          "li",
          {},
          h("strong", {}, line.slice(0, colon)),
          // Explained once: the lines are alike.
          ...explained(view, line.slice(colon), ...(verdict.key === view.headlineHorizon ? ["interim" as const] : [])),
          h("details", {}, h("summary", {}, "In full"), h("p", {}, typeset(verdict.statement))),
        );
      }),
    ),
  );
}
