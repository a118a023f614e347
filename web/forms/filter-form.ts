/** The filter bar of the list of events. */
import { CREDIBILITIES, RELIABILITIES } from "../../worker/core/types";
import type { ViewIndicator } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { selectControl, textControl } from "./controls";
import type { Control } from "./controls";
import { FILTERS } from "./event-filters";
import type { Filter, Filters } from "./event-filters";
import { RELIABILITY_WORDS } from "./words";

export interface FilterForm {
  element: HTMLFormElement;
  values(): Filters;
  set(filters: Filters): void;
  problems(problems: Partial<Filters>): void;
}

/** A letter alone finds all its numbers. */
function gradeControl(): Control {
  const control = selectControl({ name: "grade", label: "Grade", optional: true, empty: "Any", options: [] });
  const groups = RELIABILITIES.map((letter) =>
    h(
      "optgroup",
      { label: `${letter} ${RELIABILITY_WORDS[letter]}` },
      h("option", { value: letter }, `${letter}, any number`),
      ...CREDIBILITIES.map((n) => h("option", { value: `${letter}${n}` }, `${letter}${n}`)),
    ),
  );
  control.element.querySelector("select")?.append(...groups);
  return control;
}

export function filterForm(
  indicators: readonly ViewIndicator[],
  onFilter: (values: Filters) => void,
  onClear: () => void,
): FilterForm {
  const date = { optional: true, placeholder: "oct 2012" };
  const controls: Record<Filter, Control> = {
    q: textControl({ name: "q", label: "Search", optional: true, placeholder: "Words in the title or source" }),
    indicator: selectControl({
      name: "indicator",
      label: "Indicator",
      optional: true,
      empty: "All",
      options: indicators.map(({ key, label }) => ({ value: key, label })),
    }),
    from: textControl({ name: "from", label: "From", ...date }),
    to: textControl({ name: "to", label: "To", ...date }),
    grade: gradeControl(),
  };
  // All of them are optional, so saying it five times would only be noise.
  for (const { element } of Object.values(controls)) element.querySelector(".optional")?.remove();
  const values = (): Filters => ({
    q: controls.q.value(),
    indicator: controls.indicator.value(),
    from: controls.from.value(),
    to: controls.to.value(),
    grade: controls.grade.value(),
  });
  const element = h(
    "form",
    {
      class: "filters card",
      role: "search",
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        onFilter(values());
      },
      onchange: (event) => {
        if (event.target instanceof HTMLSelectElement) onFilter(values());
      },
    },
    ...FILTERS.map((name) => controls[name].element),
    h(
      "div",
      { class: "row filter-actions" },
      h("button", { class: "button primary" }, "Show"),
      h("button", { class: "button", type: "button", onclick: onClear }, "Clear"),
    ),
  );
  return {
    element,
    values,
    set(filters) {
      for (const name of FILTERS) controls[name].set(filters[name]);
    },
    problems(problems) {
      for (const name of FILTERS) controls[name].problem(problems[name] ?? null);
    },
  };
}
