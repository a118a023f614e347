/** Further events of one save: what was signed at a meeting, or how another party voted. */
import type { ViewIndicator } from "../../worker/core/view-types";
import { shapeOf } from "../forms/facets";
import type { SummaryLine } from "../forms/summary";
import { h } from "../lib/dom";
import { signedIndicators, voteOptions } from "./further-options";
import type { RowProblems } from "./log-body";
import { FURTHER_LIMIT, readRows } from "./log-values";
import type { FurtherRow } from "./log-values";
import { signedRow } from "./signed-row";
import type { SignedRow } from "./signed-row";
import { voteRow } from "./vote-row";
import type { VoteRow } from "./vote-row";

export interface FurtherRows {
  element: HTMLElement;
  /** The rows as JSON, "" where there is none. */
  value(): string;
  set(stored: string): void;
  /** What the chosen indicator and code offer. */
  arrange(lead: ViewIndicator | undefined, code: string): void;
  /** Problems in the order of the rows. */
  show(problems: readonly RowProblems[]): SummaryLine[];
}

export function furtherRows(indicators: readonly ViewIndicator[], onInput: () => void): FurtherRows {
  const list = h("div", { class: "stack" });
  const votePlace = h("div", {});
  const add = h("button", { class: "button small", type: "button", hidden: true }, "Add what was signed (same source)");
  const element = h("div", { class: "stack" }, votePlace, list, add);
  let signed: SignedRow[] = [];
  let vote: VoteRow | null = null;
  let lead = "";
  let voteAsked = false;
  let numbered = 0;

  const values = (): FurtherRow[] => {
    const own = voteAsked ? (vote?.value() ?? null) : null;
    return [...(own ? [own] : []), ...signed.map((row) => row.value())];
  };
  const refresh = (): void => {
    add.setAttribute("aria-disabled", String(values().length >= FURTHER_LIMIT));
  };

  function addRow(start: FurtherRow): SignedRow {
    numbered += 1;
    const row = signedRow(numbered, signedIndicators(indicators, lead), start, () => {
      signed = signed.filter((one) => one !== row);
      row.element.remove();
      refresh();
      add.focus();
      onInput();
    });
    signed = [...signed, row];
    list.append(row.element);
    refresh();
    return row;
  }

  add.addEventListener("click", () => {
    if (values().length >= FURTHER_LIMIT) return;
    const [first] = signedIndicators(indicators, lead);
    addRow({ kind: "signed", indicator: first?.key ?? "", code: "", title: "" }).focus();
    onInput();
  });

  return {
    element,
    value() {
      const rows = values();
      return rows.length === 0 ? "" : JSON.stringify(rows);
    },
    set(stored) {
      signed = [];
      list.replaceChildren();
      const rows = readRows(stored);
      for (const row of rows.filter(({ kind }) => kind === "signed")) addRow(row);
      vote?.set(rows.find(({ kind }) => kind === "vote") ?? null);
    },
    arrange(indicator, code) {
      if ((indicator?.key ?? "") !== lead) {
        lead = indicator?.key ?? "";
        const options = voteOptions(indicators, lead);
        vote = shapeOf(indicator?.codebook ?? []) === "votes" && options.length > 0 ? voteRow(options) : null;
        votePlace.replaceChildren(...(vote ? [vote.element] : []));
      }
      // A threat, or a vote that did not come, has no other votes beside it.
      const cast = indicator?.codebook.find(({ key }) => key === code)?.facets?.["with"] ?? "";
      voteAsked = vote !== null && cast !== "";
      votePlace.hidden = !voteAsked;
      add.hidden = shapeOf(indicator?.codebook ?? []) !== "meetings" || code === "";
      refresh();
    },
    show(problems) {
      const own = voteAsked && vote?.value() ? vote : null;
      const rest = own ? problems.slice(1) : problems;
      return [...(own?.show(problems[0] ?? {}) ?? []), ...signed.flatMap((row, at) => row.show(rest[at] ?? {}))];
    },
  };
}
