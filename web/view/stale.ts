import { addMonths, monthOf } from "../../worker/core/months";
import { staleSentence } from "../../worker/core/sentences";
import type { ScenarioView } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { formatDate } from "../lib/format";
import { scenarioPath } from "../lib/header";
import { askedQuery } from "./as-of";

interface StaleActions {
  today: string;
  /** Null for those who may only read. */
  onMonth: ((month: string) => void) | null;
}

/** Said when a page stops by itself before today, with what to do about it; null when its figures are fresh. */
export function staleNotice(view: ScenarioView, { today, onMonth }: StaleActions): HTMLElement | null {
  const sentence = staleSentence(view);
  if (sentence === null) return null;
  const { lastCovered } = view.coverage;
  const next = lastCovered === null ? monthOf(today) : addMonths(lastCovered, 1);
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
        "a",
        {
          class: "button small quiet",
          href: `${scenarioPath(view.slug)}${askedQuery({ asOf: today, revision: null })}`,
        },
        `Show figures to ${formatDate(today)}`,
      ),
    ),
  );
}
