/** One thing that was signed at a meeting: an event of its own with the meeting's day, source and grade. */
import type { ViewIndicator } from "../../worker/core/view-types";
import { selectControl, textControl } from "../forms/controls";
import type { Control } from "../forms/controls";
import type { SummaryLine } from "../forms/summary";
import { h } from "../lib/dom";
import type { RowProblems } from "./log-body";
import type { FurtherRow } from "./log-values";

export interface SignedRow {
  element: HTMLElement;
  value(): FurtherRow;
  show(problems: RowProblems): SummaryLine[];
  focus(): void;
}

const LABELS = { indicator: "Indicator", title: "What was signed", code: "Which step" } as const;
const NAMES = ["indicator", "title", "code"] as const;

/** `number` tells the rows of one form apart. */
export function signedRow(
  number: number,
  indicators: readonly ViewIndicator[],
  start: FurtherRow,
  onRemove: () => void,
): SignedRow {
  const name = (field: string): string => `further-${number}-${field}`;
  const codeControl = (indicator: string): Control =>
    selectControl({
      name: name("code"),
      label: LABELS.code,
      empty: "Choose",
      options: (indicators.find(({ key }) => key === indicator)?.codebook ?? []).map(({ key, label }) => ({
        value: key,
        label,
      })),
    });
  const controls: Record<(typeof NAMES)[number], Control> = {
    indicator: selectControl({
      name: name("indicator"),
      label: LABELS.indicator,
      empty: "Choose",
      options: indicators.map(({ key, label }) => ({ value: key, label })),
    }),
    title: textControl({ name: name("title"), label: LABELS.title, hint: "One line." }),
    code: codeControl(start.indicator),
  };
  controls.indicator.set(start.indicator);
  controls.title.set(start.title);
  controls.code.set(start.code);
  const element = h(
    "fieldset",
    { class: "card stack further" },
    h("legend", { class: "visually-hidden" }, `What was signed, ${number}`),
    ...NAMES.map((field) => controls[field].element),
    h("button", { class: "button quiet small", type: "button", onclick: onRemove }, "Remove this row"),
  );
  controls.indicator.element.addEventListener("input", () => {
    const next = codeControl(controls.indicator.value());
    controls.code.element.replaceWith(next.element);
    controls.code = next;
  });
  return {
    element,
    value: () => ({
      kind: "signed",
      indicator: controls.indicator.value(),
      code: controls.code.value(),
      title: controls.title.value(),
    }),
    show: (problems) =>
      NAMES.flatMap((field) => {
        const control = controls[field];
        const problem = problems[field] ?? null;
        control.problem(problem);
        if (problem === null) return [];
        return [
          { text: `What was signed, ${number}: ${problem}`, field: { id: control.id, focus: () => control.focus() } },
        ];
      }),
    focus: () => controls.title.focus(),
  };
}
