import { addMonths, monthOf } from "../../worker/core/months";
import { staleSentence } from "../../worker/core/sentences";
import type { ScenarioView } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { formatDate } from "../lib/format";
import { scenarioPath } from "../lib/header";

interface StaleActions {
  today: string;
  /** Null for those who may only read. */
  onMonth: ((month: string) => void) | null;
  onToday: () => void;
  /** Back from a day that was asked for. */
  onBack: () => void;
}

function askedNotice({ asOf, coverage: { lastCovered } }: ScenarioView, onBack: () => void): HTMLElement {
  const unlooked = lastCovered !== null && lastCovered < monthOf(asOf);
  const after = unlooked ? ` Nobody looked after ${formatDate(lastCovered)}: from there the line can only fade.` : "";
  return h(
    "div",
    { class: "notice warning no-print" },
    h("p", {}, `Figures to ${formatDate(asOf)}, as asked.${after}`),
    h(
      "div",
      { class: "row" },
      h("button", { class: "button small", type: "button", onclick: onBack }, "Back to the usual day"),
    ),
  );
}

/** Said when the figures stop before today, or at a day that was asked for, with the way on; null when they are fresh. */
export function staleNotice(view: ScenarioView, actions: StaleActions): HTMLElement | null {
  if (view.asOfReason === "asked") return askedNotice(view, actions.onBack);
  const sentence = staleSentence(view);
  if (sentence === null) return null;
  const { lastCovered } = view.coverage;
  const next = lastCovered === null ? monthOf(actions.today) : addMonths(lastCovered, 1);
  const { onMonth } = actions;
  return h(
    "div",
    { class: "notice warning no-print" },
    h("p", {}, sentence),
    h(
      "div",
      { class: "row" },
      onMonth && h("a", { class: "button small", href: scenarioPath(view.slug, "/log") }, "Log"),
      onMonth &&
        h("button", { class: "button small", type: "button", onclick: () => onMonth(next) }, "We looked: nothing"),
      h(
        "button",
        { class: "button small quiet", type: "button", onclick: actions.onToday },
        `Show figures to ${formatDate(actions.today)}`,
      ),
    ),
  );
}
