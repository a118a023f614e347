/** The form of an event: which questions stand where, what they hold, and what is wrong with them. */
import type { ScenarioView, ViewIndicator } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { eventFields } from "./event-fields";
import type { EventFields } from "./event-fields";
import { fieldRules } from "./field-rules";
import type { Place } from "./field-rules";
import { pointsPreview } from "./points";
import type { Weights } from "./points";
import { nowInWords, thenInWords } from "./state-words";
import { errorSummary } from "./summary";
import { emptyValues, FIELD_LABELS, FIELDS } from "./values";
import type { FieldName, FieldProblems, FormValues } from "./values";
import { parseWhen } from "./when";

export interface EventFormOptions {
  view: Pick<ScenarioView, "indicators">;
  today: string;
  /** A correction also asks for its reason. */
  purpose: "log" | "correct";
  saveLabel: string;
  onSave: () => void;
  onInput: (values: FormValues) => void;
  /** Further buttons beside Save. */
  actions?: Node[];
}

export interface EventForm {
  element: HTMLFormElement;
  values(): FormValues;
  set(values: Partial<FormValues>): void;
  indicator(): ViewIndicator | undefined;
  /** The registered weights; until they are known no points are shown. */
  weigh(weights: Weights): void;
  busy(busy: boolean): void;
  /** Problems by field, under their fields and in the summary; `general` is about none of them. */
  show(problems: FieldProblems, general?: string, ...more: Node[]): void;
}

function layout(fields: EventFields, purpose: EventFormOptions["purpose"]) {
  const elements = (...names: FieldName[]): HTMLElement[] => names.map((name) => fields[name].element);
  const main = h("div", { class: "form-part" });
  const folded = h("div", { class: "form-part" });
  const now = h("p", { class: "hint now" });
  const override = h(
    "details",
    { class: "stack tight" },
    h("summary", {}, "A score other than the codebook's"),
    h("p", { class: "hint" }, "At most 2 points away, with a reason. The event is then marked as an override."),
    ...elements("score", "scoreReason"),
  );
  const more = h(
    "details",
    { class: "more card" },
    h("summary", {}, "More: place, actors, day of publication, notes"),
    h(
      "div",
      { class: "stack" },
      folded,
      ...elements("location", "actors", "sourcePublished", "follows", "notes"),
      override,
    ),
  );
  fields.state.element.append(now);
  const body = h(
    "div",
    { class: "stack form-body" },
    ...elements("indicator", "title", "date", "code", "state"),
    main,
    ...elements("sourceUrl", "sourceTitle", "sourceReliability", "infoCredibility"),
    more,
    ...(purpose === "correct" ? elements("reason") : []),
  );
  return { body, main, folded, more, override, now };
}

export function eventForm(options: EventFormOptions): EventForm {
  const { view, today, purpose } = options;
  const fields = eventFields(view, today);
  const parts = layout(fields, purpose);
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
    for (const name of names) {
      fields[name].element.hidden = where === "none";
      (where === "main" ? parts.main : parts.folded).append(fields[name].element);
    }
  };

  let arranged = "";
  const arrange = (): void => {
    const chosen = indicator();
    arranged = chosen?.key ?? "";
    const rules = chosen && fieldRules(chosen);
    fields.code.element.hidden = rules?.asks !== "code";
    fields.state.element.hidden = rules?.asks !== "state";
    parts.override.hidden = rules?.asks !== "code";
    fields.code.replace((chosen?.codebook ?? []).map(({ key, label }) => ({ value: key, label })));
    fields.state.replace((chosen?.states ?? []).map(({ key, label }) => ({ value: key, label })));
    put(rules?.amount ?? "none", "amountUsd", "amountScope");
    put(rules?.project ?? "none", "project");
    put(rules?.plannedFor ?? "none", "plannedFor");
  };

  const refresh = (): void => {
    const chosen = indicator();
    const typed = values();
    const when = parseWhen(typed.date, today);
    points.textContent = chosen && weights ? pointsPreview(typed, chosen, weights, today) : "";
    parts.now.textContent =
      chosen?.kind === "state"
        ? `${nowInWords(chosen)} ${when.ok ? thenInWords(chosen, when.date) : ""} Not sure? Log it as an event: a state has no doubt in it.`
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
        if (fields.indicator.value() !== arranged) arrange();
        refresh();
        options.onInput(values());
      },
    },
    summary.element,
    parts.body,
    h("div", { class: "form-foot" }, points, h("div", { class: "row" }, ...(options.actions ?? []), save)),
  );
  arrange();

  return {
    element,
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
      const lines = FIELDS.flatMap((name) => {
        const problem = problems[name] ?? null;
        fields[name].problem(problem);
        if (problem === null) return [];
        open(name);
        const focus = (): void => {
          open(name);
          fields[name].focus();
        };
        return [{ text: `${FIELD_LABELS[name]}: ${problem}`, field: { id: fields[name].id, focus } }];
      });
      if (lines.length === 0 && general === undefined) return summary.clear();
      const title = lines.length === 0 ? "This was not saved" : "Not saved yet: please look at these";
      summary.show(title, [...(general === undefined ? [] : [{ text: general }]), ...lines], ...more);
    },
  };
}
