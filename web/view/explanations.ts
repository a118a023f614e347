import { lackingSentence } from "../../worker/core/statement";
import { agreementLabel } from "../../worker/core/verdict-labels";
import type { ScenarioView } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { formatNumber } from "../lib/format";
import { folded } from "./folded";
import type { ViewOptions } from "./render";

/** Names both lines of the index chart: either of them could else be taken for the other. */
function whyLabel({ index, directIndex, indicators }: ScenarioView): string {
  if (!indicators.some(({ role }) => role === "driver")) return `what adds up to the index, ${formatNumber(index)}`;
  return (
    `what adds up to ${formatNumber(directIndex)} from direct dealings, ` +
    `and to the index of ${formatNumber(index)} with reasons to expect warming`
  );
}

/** Behind the index and the verdict: what adds up to the one, what the other hangs on, and how it came about. */
export function explanations(
  view: ScenarioView,
  { eventHref, monthsOpen }: Pick<ViewOptions, "eventHref" | "monthsOpen">,
): HTMLElement {
  const headline = view.verdicts.find(({ key }) => key === view.headlineHorizon);
  const agree = lackingSentence(view)
    ? "there is nothing to test yet"
    : headline
      ? `${agreementLabel(headline)} variations of our assumptions agree; what would change the verdict`
      : "what the verdict hangs on";
  const months = folded(
    "months",
    [h("strong", {}, "Month by month: "), "what we would say now, and what we said then"],
    async () => (await import("./explain")).stripPanel(view),
  );
  if (monthsOpen) months.open = true;
  return h(
    "section",
    { class: "explanations", "aria-label": "Explanations" },
    folded("why", [h("strong", {}, "Why: "), whyLabel(view)], async () =>
      (await import("./explain")).whyPanel(view, eventHref),
    ),
    folded("checks", [h("strong", {}, "Checks: "), agree], async () => (await import("./explain")).checksPanel(view)),
    months,
  );
}
