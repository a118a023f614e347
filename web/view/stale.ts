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
}

/** Said when the figures stop before today, with what to do about it; null when they are fresh. */
export function staleNotice(view: ScenarioView, actions: StaleActions): HTMLElement | null {
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
