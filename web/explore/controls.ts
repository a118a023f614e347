/** The controls of the assumptions, and what they say. */
import type { Assumptions } from "../../worker/core/assumption-base";
import { siteOf, type AssumedEvent } from "../../worker/core/assumptions";
import { addMonths } from "../../worker/core/months";
import type { ScenarioView } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { countOf, formatDate } from "../lib/format";
import { HALF_LIFE, MATERIAL_RISE, START_SHIFT } from "./address";

type Value = keyof Assumptions;
interface Option {
  value: string;
  label: string;
}

const idOf = (name: Value) => `assume-${name}`;

function select(name: Value, label: string, options: Option[], hint: string | null = null): HTMLElement {
  const choices = options.map(({ value, label: text }) => h("option", { value }, text));
  const control = h("select", { id: idOf(name), name, "aria-describedby": hint && `${idOf(name)}-hint` }, ...choices);
  return h(
    "div",
    { class: "field" },
    h("label", { for: idOf(name) }, label),
    control,
    hint && h("p", { class: "hint", id: `${idOf(name)}-hint` }, hint),
  );
}

function pills(name: Value, label: string, options: Option[]): HTMLElement {
  const pill = ({ value, label: text }: Option) =>
    h("label", { class: "pill" }, h("input", { type: "radio", name, value }), h("span", {}, text));
  return h("fieldset", { class: "field" }, h("legend", {}, label), h("div", { class: "pills" }, ...options.map(pill)));
}

function choice(name: Value, label: string): HTMLElement {
  return h(
    "div",
    { class: "choice" },
    h("input", { type: "checkbox", id: idOf(name), name }),
    h("label", { for: idOf(name) }, label),
  );
}

function halfLife({ halfLifeMonths }: ScenarioView): HTMLElement {
  const id = idOf("halfLifeMonths");
  return h(
    "div",
    { class: "field" },
    h("label", { for: id }, "Half-life of an event in the index, months"),
    h("input", {
      type: "number",
      id,
      name: "halfLifeMonths",
      ...HALF_LIFE,
      step: 1,
      list: `${id}-usual`,
      "aria-describedby": `${id}-hint`,
    }),
    h("datalist", { id: `${id}-usual` }, ...[3, 6, 12].map((value) => h("option", { value }))),
    h(
      "p",
      { class: "hint", id: `${id}-hint` },
      `Registered: ${halfLifeMonths}; from 1 to 24. Fading only tells "holding" from "weakening".`,
    ),
  );
}

function materialRise({ materialRise: registered }: ScenarioView): HTMLElement {
  const { min, max } = MATERIAL_RISE;
  const values = Array.from({ length: max - min + 1 }, (_, at) => min + at);
  const all = values.includes(registered) ? values : [...values, registered].toSorted((a, b) => a - b);
  const options = all.map((value) => ({
    value: String(value),
    label: value === registered ? `${value} (registered)` : String(value),
  }));
  return pills("materialRise", "A rise of this many points a month is material", options);
}

function driverShare(view: ScenarioView): string {
  const shares = new Set(view.indicators.filter(({ role }) => role === "driver").map(({ relevance }) => relevance));
  const [share] = shares;
  const word = shares.size !== 1 ? "each its share" : share === 0.25 ? "a quarter" : String(share);
  return `${word} (registered)`;
}

function drivers(view: ScenarioView): HTMLElement | null {
  if (!view.indicators.some(({ role }) => role === "driver")) return null;
  return pills("drivers", "Reasons to expect warming count", [
    { value: "off", label: "not at all" },
    { value: "registered", label: driverShare(view) },
    { value: "full", label: "in full" },
  ]);
}

function start({ coverage }: ScenarioView): HTMLElement {
  const shifts = Array.from({ length: 2 * START_SHIFT + 1 }, (_, at) => at - START_SHIFT);
  const label = (shift: number) =>
    `${formatDate(addMonths(coverage.from, shift))}${shift === 0 ? " (registered)" : ""}`;
  const options = shifts.map((shift) => ({ value: String(shift), label: label(shift) }));
  return select("startShift", "The months compared start in", options, "The baseline starts with them.");
}

function indicators(view: ScenarioView): HTMLElement {
  const counted = view.indicators.filter(({ role }) => role !== "context");
  const options = counted.map(({ key, label }) => ({ value: key, label }));
  return select("withoutIndicator", "Leave out one indicator", [{ value: "", label: "none" }, ...options]);
}

function sources(events: readonly AssumedEvent[], named: string | null): HTMLElement {
  const bySite = Map.groupBy(events, ({ sourceUrl }) => siteOf(sourceUrl));
  // A site that the address names stays to be seen, and undone, though no event has it.
  if (named !== null && !bySite.has(named)) bySite.set(named, []);
  const sites = [...bySite]
    .filter(([site]) => site !== "")
    .toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const options = sites.map(([site, of]) => ({ value: site, label: `${site} (${countOf(of.length, "event")})` }));
  return select(
    "withoutSource",
    "Leave out one source",
    [{ value: "", label: "none" }, ...options],
    "States stay as logged.",
  );
}

/** The form of all assumptions, empty; `fill` sets it. */
export function assumptionForm(
  view: ScenarioView,
  events: readonly AssumedEvent[],
  named: string | null,
): HTMLFormElement {
  return h(
    "form",
    { class: "assumptions", "aria-label": "Assumptions" },
    halfLife(view),
    drivers(view),
    materialRise(view),
    start(view),
    indicators(view),
    sources(events, named),
    h(
      "fieldset",
      { class: "field" },
      h("legend", {}, "What counts"),
      choice("weightsOff", "Believe all reports alike"),
      choice("bestGradesOnly", "Only sources graded A or B with reports graded 1 or 2"),
      choice("inferredOff", "Leave out quiet months that are inferred"),
      choice("unlookedAsZero", "Count months nobody looked at as quiet"),
    ),
  );
}

/** Sets every control; a control that the scenario has no use for is not there. */
export function fill(form: HTMLFormElement, assumptions: Assumptions): void {
  for (const element of form.elements) {
    if (element instanceof HTMLSelectElement) element.value = String(assumptions[element.name as Value] ?? "");
    if (!(element instanceof HTMLInputElement)) continue;
    const value = assumptions[element.name as Value];
    if (element.type === "checkbox") element.checked = value === true;
    else if (element.type === "radio") element.checked = element.value === String(value);
    else element.value = String(value);
  }
}

/** What the controls say, in the words of the address, to be read by the same rules. */
export function chosen(form: HTMLFormElement, before: Assumptions): Assumptions {
  const data = new FormData(form);
  const text = (name: Value) => String(data.get(name) ?? "");
  const number = (name: Value) => (text(name) === "" ? Number.NaN : Number(text(name)));
  const driversNow = text("drivers");
  const half = number("halfLifeMonths");
  const rightHalf = Number.isInteger(half) && half >= HALF_LIFE.min && half <= HALF_LIFE.max;
  return {
    halfLifeMonths: rightHalf ? half : before.halfLifeMonths,
    drivers: driversNow === "off" || driversNow === "full" ? driversNow : "registered",
    materialRise: number("materialRise"),
    startShift: number("startShift"),
    withoutIndicator: text("withoutIndicator") || null,
    withoutSource: text("withoutSource") || null,
    weightsOff: data.has("weightsOff"),
    bestGradesOnly: data.has("bestGradesOnly"),
    inferredOff: data.has("inferredOff"),
    unlookedAsZero: data.has("unlookedAsZero"),
  };
}
