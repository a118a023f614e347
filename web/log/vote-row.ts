/** How another party voted on the same text: a row of its own, or none where it had no vote or nobody knows. */
import { radioControl, textControl } from "../forms/controls";
import type { SummaryLine } from "../forms/summary";
import { h } from "../lib/dom";
import type { CodeOption } from "./further-options";
import type { RowProblems } from "./log-body";
import type { FurtherRow } from "./log-values";

export interface VoteRow {
  element: HTMLElement;
  /** Null for no row. */
  value(): FurtherRow | null;
  set(row: FurtherRow | null): void;
  show(problems: RowProblems): SummaryLine[];
}

const NO_ROW = "none";
const TITLE = "That vote in one line";
const keyOf = ({ indicator, code }: { indicator: string; code: string }): string => `${indicator} ${code}`;

export function voteRow(options: readonly CodeOption[]): VoteRow {
  const choice = radioControl({
    name: "further-vote",
    label: "How the other party voted",
    optional: true,
    hint: "Saved as a row of its own with the same day, source and grade.",
    as: "list",
    options: [
      { value: NO_ROW, label: "Not on the Council, or not known: no row" },
      ...options.map((option) => ({ value: keyOf(option), label: option.label })),
    ],
  });
  const title = textControl({ name: "further-vote-title", label: TITLE });
  const refresh = (): void => {
    title.element.hidden = choice.value() === NO_ROW;
  };
  choice.set(NO_ROW);
  refresh();
  choice.element.addEventListener("input", refresh);
  return {
    element: h("div", { class: "stack" }, choice.element, title.element),
    value() {
      const chosen = options.find((option) => keyOf(option) === choice.value());
      return chosen ? { kind: "vote", indicator: chosen.indicator, code: chosen.code, title: title.value() } : null;
    },
    set(row) {
      choice.set(row === null ? NO_ROW : keyOf(row));
      if (choice.value() === "") choice.set(NO_ROW);
      title.set(row?.title ?? "");
      refresh();
    },
    show(problems) {
      const problem = problems.title ?? problems.code ?? problems.indicator ?? null;
      title.problem(problem);
      return problem === null
        ? []
        : [{ text: `${TITLE}: ${problem}`, field: { id: title.id, focus: () => title.focus() } }];
    },
  };
}
