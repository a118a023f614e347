/** The second step of an import: the report of the dry run, what may be decided, and the button that imports. */
import { h } from "../lib/dom";
import { messageTable } from "../import/message-table";
import { countInWords, rowsInWords } from "../import/words";
import { userText } from "../lib/user-text";
import { askedDates, reportCounts, waitingCorrections } from "./import-report";
import type { ImportReport } from "../../worker/contract/import-report";

export interface Decisions {
  acceptCorrections: boolean;
  onlyValid: boolean;
  /** The dates that look mistyped are right. */
  confirmDate: boolean;
}

export const UNDECIDED: Decisions = { acceptCorrections: false, onlyValid: false, confirmDate: false };

/** So many dates that look mistyped are listed above the decision; all of them are among the messages. */
const LISTED_DATES = 5;

export interface ImportStepOptions {
  report: ImportReport;
  decisions: Decisions;
  /** Another decision changes what the import would do, so the file is checked again. */
  onDecide: (decisions: Decisions) => void;
  onImport: (button: HTMLButtonElement) => void;
}

export function readyToImport({ fileRejected, accepted, rejected }: ImportReport, { onlyValid }: Decisions): boolean {
  return !fileRejected && accepted > 0 && (rejected === 0 || onlyValid);
}

/** One sentence: whether it can go in, and if not, why. */
export function verdictInWords(report: ImportReport, decisions: Decisions): string {
  const { fileRejected, accepted, unchanged, rejected } = report;
  if (fileRejected) return "The file cannot be imported. Nothing was changed.";
  if (rejected > 0 && !decisions.onlyValid) {
    return `${rowsInWords(rejected)} cannot be imported, so nothing is: all rows go in together, or none does. Put the file right and check it again, or decide below.`;
  }
  if (accepted === 0) {
    return unchanged > 0
      ? "All rows are in the log already. There is nothing to import."
      : "There are no rows to import.";
  }
  const left = rejected > 0 ? ` ${countInWords(rejected, "rejected row")} will be left out.` : "";
  return `${rowsInWords(accepted)} will be imported together, as one revision.${left}`;
}

function checkbox(name: string, label: string, checked: boolean, onchange: (checked: boolean) => void): HTMLElement {
  const input = h("input", { type: "checkbox", name, checked, onchange: () => onchange(input.checked) });
  return h("label", { class: "choice" }, input, h("span", {}, label));
}

/** The dates that look mistyped with their lines, and the one answer to all of them. */
function datesQuestion(report: ImportReport, decisions: Decisions, onDecide: (decisions: Decisions) => void) {
  const asked = askedDates(report);
  if (asked.length === 0 && !decisions.confirmDate) return null;
  const more = asked.length - LISTED_DATES;
  const choice = checkbox(
    "confirmDate",
    "The dates are right: take them as they are",
    decisions.confirmDate,
    (confirmDate) => onDecide({ ...decisions, confirmDate }),
  );
  if (asked.length === 0) return choice;
  return h(
    "div",
    { class: "notice warning stack tight" },
    h("p", {}, `${countInWords(asked.length, "date")} ${asked.length === 1 ? "looks" : "look"} mistyped:`),
    h(
      "ul",
      {},
      ...asked.slice(0, LISTED_DATES).map(({ line, text }) => h("li", {}, `Line ${line ?? ""}: `, userText(text))),
      more > 0 && h("li", {}, `and ${more.toLocaleString("en-GB")} more, in the messages below`),
    ),
    choice,
  );
}

export function importStep({ report, decisions, onDecide, onImport }: ImportStepOptions): HTMLElement {
  const waiting = waitingCorrections(report);
  const invalid = report.rejected - waiting;
  const ready = readyToImport(report, decisions);
  const button = h("button", { class: "button primary", type: "button" }, `Import ${rowsInWords(report.accepted)}`);
  button.addEventListener("click", () => onImport(button));
  return h(
    "section",
    { class: "stack", "aria-labelledby": "report" },
    h("h2", { id: "report", tabindex: -1 }, "What the import would do"),
    h("p", { class: report.fileRejected ? "notice danger" : null }, verdictInWords(report, decisions)),
    !report.fileRejected && reportCounts(report),
    (waiting > 0 || decisions.acceptCorrections) &&
      checkbox(
        "acceptCorrections",
        waiting > 0
          ? `Take ${countInWords(waiting, "correction")}: rows whose reference is in the log with other content become new versions`
          : "Take the corrections: rows whose reference is in the log with other content become new versions",
        decisions.acceptCorrections,
        (acceptCorrections) => onDecide({ ...decisions, acceptCorrections }),
      ),
    datesQuestion(report, decisions, onDecide),
    (invalid > 0 || decisions.onlyValid) &&
      checkbox(
        "onlyValid",
        "Import the valid rows only and leave the rejected ones out",
        decisions.onlyValid,
        (onlyValid) => onDecide({ ...decisions, onlyValid }),
      ),
    ready && h("p", {}, button),
    messageTable(report.messages),
  );
}
