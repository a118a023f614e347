/** The filter bar of the list of events. */
import { CREDIBILITIES, EVENT_REVIEWS, RELIABILITIES } from "../../worker/core/types";
import type { ViewIndicator } from "../../worker/core/view-types";
import { daysNow } from "../lib/clock";
import { h } from "../lib/dom";
import { selectControl, textControl } from "./controls";
import type { Control } from "./controls";
import { dateControl } from "./date-control";
import { FILTERS, whenFrom } from "./event-filters";
import type { Filter, Filters } from "./event-filters";
import { RELIABILITY_WORDS } from "./words";

export interface FilterForm {
  element: HTMLFormElement;
  set(filters: Filters): void;
  problems(problems: Partial<Filters>): void;
  /** Names to pick from; others may be typed. */
  names(names: readonly string[]): void;
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

/** The steps of the codebook of the indicator chosen; without one there is nothing to choose from. */
function stepControl(indicators: readonly ViewIndicator[]): Control & { fill(indicator: string): void } {
  const control = selectControl({ name: "code", label: "Step", optional: true, empty: "Any", options: [] });
  const select = control.element.querySelector("select");
  return {
    ...control,
    fill(indicator) {
      const codebook = indicators.find(({ key }) => key === indicator)?.codebook ?? [];
      const empty = indicator === "" ? "Indicator first" : codebook.length === 0 ? "It has no steps" : "Any";
      const options = codebook.map(({ key, label }) => h("option", { value: key }, label));
      select?.replaceChildren(h("option", { value: "" }, empty), ...options);
      select?.toggleAttribute("disabled", codebook.length === 0);
    },
  };
}

function controlsOf(indicators: readonly ViewIndicator[]) {
  const end = (name: "from" | "to", label: string) =>
    dateControl({
      name,
      label,
      optional: true,
      placeholder: "oct 2012",
      read: (typed) => whenFrom(typed, name, daysNow()),
    });
  const labels = indicators.map(({ key, label }) => ({ value: key, label }));
  const states = EVENT_REVIEWS.map((state) => ({ value: state, label: state }));
  return {
    q: textControl({ name: "q", label: "Search", optional: true, placeholder: "Words in the title or source" }),
    indicator: selectControl({ name: "indicator", label: "Indicator", optional: true, empty: "All", options: labels }),
    code: stepControl(indicators),
    from: end("from", "From"),
    to: end("to", "To"),
    grade: gradeControl(),
    by: textControl({ name: "by", label: "Analyst", optional: true, placeholder: "Whole name" }),
    review: selectControl({ name: "review", label: "Review", optional: true, empty: "Any", options: states }),
  };
}

export function filterForm(
  indicators: readonly ViewIndicator[],
  onFilter: (values: Filters) => void,
  onClear: () => void,
): FilterForm {
  const fields = controlsOf(indicators);
  const controls: Record<Filter, Control> = fields;
  // All of them are optional, so saying it eight times would only be noise.
  for (const { element } of Object.values(controls)) element.querySelector(".optional")?.remove();
  const values = (): Filters =>
    // `fromEntries` cannot know that every filter is there; FILTERS lists them.
    Object.fromEntries(FILTERS.map((name) => [name, controls[name].value()])) as Filters;
  const summary = h("summary", {}, "Filters");
  const more = h(
    "details",
    { class: "filter-more" },
    summary,
    h(
      "div",
      { class: "filter-fields" },
      ...FILTERS.filter((name) => name !== "q").map((name) => controls[name].element),
    ),
  );
  more.open = matchMedia("(min-width: 48rem)").matches;
  const element = h(
    "form",
    {
      class: "filters-form card stack",
      role: "search",
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        onFilter(values());
      },
      onchange: (event) => {
        if (!(event.target instanceof HTMLSelectElement)) return;
        if (event.target.name === "indicator") fields.code.fill(event.target.value);
        onFilter(values());
      },
    },
    h(
      "div",
      { class: "filter-search" },
      controls.q.element,
      h(
        "div",
        { class: "row" },
        h("button", { class: "button primary" }, "Show"),
        h("button", { class: "button", type: "button", onclick: onClear }, "Clear"),
      ),
    ),
    more,
  );
  return {
    element,
    set(filters) {
      fields.code.fill(filters.indicator);
      for (const name of FILTERS) controls[name].set(filters[name]);
      const set = FILTERS.filter((name) => name !== "q" && filters[name] !== "").length;
      summary.textContent = set === 0 ? "Filters" : `Filters (${set} set)`;
      if (set > 0) more.open = true;
    },
    problems(problems) {
      for (const name of FILTERS) controls[name].problem(problems[name] ?? null);
      if (Object.keys(problems).length > 0) more.open = true;
    },
    names: fields.by.suggest,
  };
}
