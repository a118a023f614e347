/** The form of an event: which questions stand where, what they hold, and what is wrong with them. */
import type { ScenarioView, ViewIndicator } from "../../worker/core/view-types";
import { daysNow } from "../lib/clock";
import { h } from "../lib/dom";
import { problemLine } from "./control-parts";
import { dateQuestions } from "./date-questions";
import type { DateQuestions } from "./date-questions";
import { eventFields } from "./event-fields";
import type { EventFields } from "./event-fields";
import { layoutOf } from "./event-layout";
import type { Places, Purpose } from "./event-layout";
import { fieldRules } from "./field-rules";
import type { Place } from "./field-rules";
import { pointsPreview } from "./points";
import type { Weights } from "./points";
import { nowInWords, thenInWords } from "./state-words";
import { errorSummary } from "./summary";
import type { SummaryLine } from "./summary";
import { emptyValues, FIELD_LABELS, FIELDS } from "./values";
import type { FieldName, FieldProblems, FormValues } from "./values";
import { parsePast } from "./when";

export interface EventFormOptions {
  view: ScenarioView;
  /** A correction also asks for its reason. */
  purpose: Purpose;
  saveLabel: string;
  onSave: () => void;
  onInput: (values: FormValues) => void;
  /** Further buttons beside Save. */
  actions?: Node[];
  /** What is wrong with parts that the page has put into the form's places. */
  moreLines?: () => SummaryLine[];
}

export interface EventForm {
  element: HTMLFormElement;
  fields: EventFields;
  places: Places;
  values(): FormValues;
  set(values: Partial<FormValues>): void;
  indicator(): ViewIndicator | undefined;
  /** Questions about dates that look mistyped. */
  dates: DateQuestions;
  /** The registered weights; until they are known no points are shown. */
  weigh(weights: Weights): void;
  busy(busy: boolean): void;
  /** Problems by field, under their fields and in the summary; `general` is about none of them. */
  show(problems: FieldProblems, general?: string, ...more: Node[]): void;
}

export function eventForm(options: EventFormOptions): EventForm {
  const { view, purpose } = options;
  const fields = eventFields(view);
  const dates = dateQuestions(fields, view);
  const parts = layoutOf(fields, purpose);
  const summary = errorSummary();
  const points = h("output", { class: "points" });
  const save = h("button", { class: "button primary" }, options.saveLabel);
  let weights: Weights | null = null;

  const values = (): FormValues => {
    const typed = emptyValues();
    for (const name of FIELDS) typed[name] = fields[name].value();
    return typed;
  };
  const indicator = (): ViewIndicator | undefined =>
    view.indicators.find(({ key }) => key === fields.indicator.value());

  /** A field that was filled in is never hidden: a correction must not drop what an import brought. */
  const put = (place: Place, ...names: FieldName[]): void => {
    const filled = names.some((name) => fields[name].value() !== "");
    const where = place === "none" && filled ? "more" : place;
    const part = where === "main" ? parts.main : parts.folded;
    for (const name of names) {
      const { element: field } = fields[name];
      field.hidden = where === "none";
      // Moving it for nothing would take the focus from it.
      if (field.parentElement !== part) part.append(field);
    }
  };

  /** What the arrangement of the questions hangs on. */
  const arrangement = (): string => `${fields.indicator.value()} ${fields.code.step()}`;
  let arranged = "";
  const arrange = (): void => {
    const chosen = indicator();
    fields.code.ask(chosen);
    const rules = chosen && fieldRules(chosen, fields.code.step());
    arranged = arrangement();
    fields.code.element.hidden = rules?.asks !== "code";
    fields.state.element.hidden = rules?.asks !== "state";
    parts.override.hidden = rules?.asks !== "code";
    fields.state.replace((chosen?.states ?? []).map(({ key, label }) => ({ value: key, label })));
    put(rules?.project ?? "none", "project");
    put(rules?.amount ?? "none", "amountUsd", "amountScope");
    put(rules?.plannedFor ?? "none", "plannedFor");
    put(rules?.location ?? "more", "location");
  };

  const refresh = (): void => {
    const chosen = indicator();
    const typed = values();
    dates.refresh();
    // Whose money it is makes sense with an amount only.
    fields.amountScope.element.hidden = typed.amountUsd.trim() === "" && typed.amountScope === "";
    const days = daysNow();
    const when = parsePast(typed.date, days);
    points.textContent = chosen && weights ? pointsPreview(typed, chosen, weights, days) : "";
    parts.now.textContent =
      chosen?.kind === "state"
        ? `${nowInWords(chosen)} ${when.ok ? thenInWords(chosen, when.date) : ""} Not sure? Log it under another indicator: a state counts in full, whatever its grade.`
        : "";
  };

  const open = (name: FieldName): void => {
    for (const fold of [parts.more, parts.override]) if (fold.contains(fields[name].element)) fold.open = true;
  };

  const element = h(
    "form",
    {
      class: "event-form stack",
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        if (save.getAttribute("aria-disabled") !== "true") options.onSave();
      },
      oninput: () => {
        if (arrangement() !== arranged) arrange();
        refresh();
        options.onInput(values());
      },
    },
    summary.element,
    parts.body,
    h(
      "div",
      { class: "form-foot" },
      parts.places.aboveSave,
      points,
      h("div", { class: "row" }, ...(options.actions ?? []), save),
    ),
  );
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    element.requestSubmit();
  });
  arrange();
  refresh();

  return {
    element,
    fields,
    dates,
    places: parts.places,
    values,
    indicator,
    set(next) {
      fields.indicator.set(next.indicator ?? "");
      // The codes to choose from are there only once the indicator is arranged.
      arrange();
      for (const name of FIELDS) fields[name].set(next[name] ?? "");
      arrange();
      refresh();
    },
    weigh(registered) {
      weights = registered;
      refresh();
    },
    busy(busy) {
      save.textContent = busy ? "Saving" : options.saveLabel;
      if (busy) save.setAttribute("aria-disabled", "true");
      else save.removeAttribute("aria-disabled");
    },
    show(problems, general, ...more) {
      const lines: SummaryLine[] = FIELDS.flatMap((name) => {
        const problem = problems[name] ?? null;
        fields[name].problem(problem);
        if (problem === null) return [];
        open(name);
        const focus = (): void => {
          open(name);
          fields[name].focus();
        };
        return [{ text: problemLine(FIELD_LABELS[name], problem), field: { id: fields[name].id, focus } }];
      });
      lines.push(...(options.moreLines?.() ?? []));
      if (lines.length === 0 && general === undefined) return summary.clear();
      const title = lines.length === 0 ? "This was not saved" : "Not saved yet: please look at these";
      summary.show(title, [...(general === undefined ? [] : [{ text: general }]), ...lines], ...more);
    },
  };
}
