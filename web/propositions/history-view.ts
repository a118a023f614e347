/** Everything that was ever said about a proposition, newest first. */
import { likelihoodLabel } from "../../worker/core/proposition-labels";
import { momentInWords } from "../forms/event-view";
import { h } from "../lib/dom";
import { userText } from "../lib/user-text";
import type { HistoryEntry } from "./answers";

const DONE: Record<HistoryEntry["kind"], Record<HistoryEntry["op"], string>> = {
  proposition: { record: "Claim recorded", correct: "Claim corrected", retract: "Claim retracted" },
  evidence: { record: "Evidence rated", correct: "Rating changed", retract: "Rating removed" },
  resolution: { record: "Outcome recorded", correct: "Outcome corrected", retract: "Re-opened" },
};

const UNFOLDED = 5;

/** What was said: of which event and how much, or which outcome. */
function said({ kind, subject, detail }: HistoryEntry): string {
  if (kind === "evidence") return `: ${subject}, ${likelihoodLabel(detail)}`;
  return detail === "" ? "" : `: ${detail}`;
}

function entry(change: HistoryEntry): HTMLElement {
  const { kind, op, at, by, reason } = change;
  return h(
    "li",
    {},
    h("p", {}, h("strong", {}, DONE[kind][op]), userText(said(change))),
    h("p", { class: "small muted" }, `${momentInWords(at)} by `, userText(by)),
    reason !== "" && h("p", { class: "small" }, "Reason: ", userText(reason)),
  );
}

export function historyView(history: readonly HistoryEntry[]): HTMLElement {
  const newest = history.toSorted((a, b) => b.at - a.at);
  const [first, rest] = [newest.slice(0, UNFOLDED), newest.slice(UNFOLDED)];
  const list = (entries: HistoryEntry[]) => h("ol", { class: "plain history" }, ...entries.map(entry));
  return h(
    "section",
    { class: "stack", "aria-labelledby": "history" },
    h("h2", { id: "history" }, "History"),
    h("p", { class: "muted" }, "Nothing is overwritten: each change is kept with who made it, when and why."),
    first.length === 0 ? h("p", {}, "Nothing recorded yet.") : list(first),
    rest.length > 0 && h("details", {}, h("summary", {}, `${rest.length} earlier`), list(rest)),
  );
}
