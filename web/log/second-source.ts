/** A second source of the same event: kept with it as a report, and it moves no points. */
import { problemLine } from "../forms/control-parts";
import { selectControl, textControl } from "../forms/controls";
import type { Control } from "../forms/controls";
import { CREDIBILITY_OPTIONS, quoteLength, RELIABILITY_OPTIONS } from "../forms/event-fields";
import type { SummaryLine } from "../forms/summary";
import { h } from "../lib/dom";
import type { SecondProblems } from "./log-body";
import { SECOND_FIELDS, SECOND_LABELS } from "./log-values";
import type { SecondName } from "./log-values";

export interface SecondSource {
  element: HTMLElement;
  values(): Record<SecondName, string>;
  set(values: Partial<Record<SecondName, string>>): void;
  /** Shows the problems under their fields and gives the lines for the summary. */
  show(problems: SecondProblems): SummaryLine[];
}

const named = <N extends SecondName>(name: N) => ({ name, label: SECOND_LABELS[name], optional: true });

export function secondSource(): SecondSource {
  const controls: Record<SecondName, Control> = {
    secondTitle: textControl(named("secondTitle")),
    secondUrl: textControl({ ...named("secondUrl"), type: "url", placeholder: "https://" }),
    secondReliability: selectControl({
      ...named("secondReliability"),
      empty: "Choose a letter",
      options: RELIABILITY_OPTIONS,
    }),
    secondCredibility: selectControl({
      ...named("secondCredibility"),
      empty: "Choose how sure",
      options: CREDIBILITY_OPTIONS,
    }),
    secondQuote: textControl({ ...named("secondQuote"), echo: quoteLength }),
  };
  const fold = h(
    "details",
    { class: "stack" },
    h("summary", {}, "A second source"),
    h("p", { class: "hint" }, "Kept with the event. The points follow the grade of the first source alone."),
    ...SECOND_FIELDS.map((name) => controls[name].element),
  );
  const values = (): Record<SecondName, string> => ({
    secondTitle: controls.secondTitle.value(),
    secondUrl: controls.secondUrl.value(),
    secondReliability: controls.secondReliability.value(),
    secondCredibility: controls.secondCredibility.value(),
    secondQuote: controls.secondQuote.value(),
  });
  return {
    element: fold,
    values,
    set(next) {
      for (const name of SECOND_FIELDS) controls[name].set(next[name] ?? "");
      fold.open = Object.values(values()).some((text) => text !== "");
    },
    show: (problems) =>
      SECOND_FIELDS.flatMap((name) => {
        const problem = problems[name] ?? null;
        controls[name].problem(problem);
        if (problem === null) return [];
        const focus = (): void => {
          for (let at: HTMLElement | null = fold; at; at = at.parentElement) {
            if (at instanceof HTMLDetailsElement) at.open = true;
          }
          controls[name].focus();
        };
        return [{ text: problemLine(SECOND_LABELS[name], problem), field: { id: controls[name].id, focus } }];
      }),
  };
}
