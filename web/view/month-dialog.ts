import { monthSentence } from "../../worker/core/sentences";
import type { ScenarioView } from "../../worker/core/view-types";
import { api, asProblem } from "../lib/api";
import { h } from "../lib/dom";
import { formatDate } from "../lib/format";
import { scenarioPath } from "../lib/header";
import { typeset } from "./words";

const NOTE_LIMIT = 500;

function sentenceOf(view: ScenarioView, month: string): string {
  const known = view.months.find((candidate) => candidate.month === month);
  return known ? typeset(monthSentence(known)) : `${formatDate(month)}: not looked at yet.`;
}

/** Asks what is known of a month nobody looked at: an event, or the statement that somebody looked and found nothing. */
export function openMonthDialog(view: ScenarioView, month: string, onAttested: () => void): void {
  const note = h("input", { id: "month-note", maxlength: NOTE_LIMIT, autocomplete: "off" });
  const error = h("p", { class: "notice danger", role: "alert", hidden: true });
  const attest = h("button", { class: "button primary" }, "We looked: nothing to log");
  const form = h(
    "form",
    { class: "stack" },
    h(
      "div",
      { class: "field" },
      h("label", { for: "month-note" }, "Where you looked ", h("span", { class: "optional" }, "(optional)")),
      note,
      h("p", { class: "hint" }, "The month then counts as 0. Say so only if you searched for this month."),
    ),
    error,
    h(
      "div",
      { class: "row" },
      attest,
      h("a", { class: "button", href: `${scenarioPath(view.slug, "/log")}?date=${month}` }, "Log an event"),
      h("button", { class: "button quiet", type: "button", onclick: () => dialog.close() }, "Cancel"),
    ),
  );
  const dialog = h(
    "dialog",
    { class: "dialog stack", "aria-labelledby": "month-title" },
    h("h2", { id: "month-title" }, formatDate(month)),
    h("p", {}, sentenceOf(view, month)),
    form,
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    attest.disabled = true;
    try {
      await api("POST", `${scenarioPath(view.slug)}/attestations`, { body: { month, note: note.value } });
      dialog.close();
      onAttested();
    } catch (thrown) {
      error.textContent = asProblem(thrown).detail;
      error.hidden = false;
      attest.disabled = false;
    }
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
