/** The further sources of an event, with the form to add one. They move no points. */
import type { ApiReport } from "../../worker/contract/api-types";
import { momentInWords } from "../forms/event-view";
import { h } from "../lib/dom";
import { hasDraft } from "../lib/drafts";
import { countOf } from "../lib/format";
import { userText } from "../lib/user-text";
import { reasonForm } from "../propositions/reason-form";
import { workPlace } from "../propositions/work-place";
import type { Dossier } from "./dossier";
import { citation, gradeLine, quotation } from "./source-parts";
import { reportDraft, reportForm } from "./report-form";
import { button, quiet } from "./section";

function reportItem(report: ApiReport, blind: boolean, takeBack: (() => void) | null): HTMLElement {
  return h(
    "li",
    { class: "stack tight" },
    citation(report),
    !blind && gradeLine(report),
    quotation(report.quote),
    h(
      "p",
      { class: "row muted small" },
      h("span", {}, `Added ${momentInWords(report.recordedAt)} by `, userText(report.by)),
      takeBack &&
        h(
          "button",
          { class: "button small no-print", type: "button", onclick: takeBack },
          "Take back",
          h("span", { class: "visually-hidden" }, ` the report ${report.sourceTitle}`),
        ),
    ),
  );
}

export function reportsPart(dossier: Dossier): HTMLElement {
  const { page, event, life, path, blind, onDone } = dossier;
  const writes = dossier.writes && event.status === "active";
  const work = workPlace(button("Add a report", () => add()));
  const add = (): void =>
    work.open("Add a report", (onCancel) => [
      h(
        "p",
        { class: "muted" },
        "Another source of the same event. It moves no points: the grade stays the lead source's.",
      ),
      reportForm(dossier, onCancel).element,
    ]);
  const takeBack = ({ number, sourceTitle }: ApiReport): void =>
    work.open("Take back a report", (onCancel) => [
      h("p", {}, userText(sourceTitle), " will no longer stand beside the event. It stays in the ledger."),
      reasonForm({
        slug: page.slug,
        name: `event.${event.id}.report.${number}.back`,
        path: `${path}/reports/${number}`,
        saveLabel: "Take the report back",
        busyLabel: "Taking it back",
        onDone: () => onDone("The report is taken back.", "report"),
        onCancel,
      }).element,
    ]);
  if (writes && (location.hash === "#report" || hasDraft(page.slug, reportDraft(event)))) add();
  const { reports } = life;
  return h(
    "div",
    { class: "stack", id: "report" },
    reports.length === 0
      ? quiet("No other source is recorded.")
      : h("h3", {}, `${countOf(reports.length, "more report")} of the same event`),
    reports.length > 0 &&
      h(
        "ol",
        { class: "plain reports" },
        ...reports.map((report) => reportItem(report, blind, writes ? () => takeBack(report) : null)),
      ),
    writes && work.element,
  );
}
