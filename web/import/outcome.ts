/** What is shown once an import is in the log: how many rows, the revision, and what it did to the index. */
import type { PageData } from "../../worker/contract/page";
import type { ScenarioView } from "../../worker/core/view-types";
import { changeInWords } from "../forms/change-words";
import type { ImportReport } from "../../worker/contract/import-report";
import { countsInWords } from "../forms/import-report";
import { api } from "../lib/api";
import { h } from "../lib/dom";
import { scenarioPath } from "../lib/header";

export function importedNotice(page: PageData, report: ImportReport, before: ScenarioView): HTMLElement {
  const heading = h("h2", { tabindex: -1 }, "Imported");
  const change = h("p", { role: "status" }, "Reading the new index.");
  api<ScenarioView>("GET", `/scenarios/${encodeURIComponent(page.slug)}/view`).then(
    (after) => {
      change.textContent = changeInWords(before, after, after.asOf);
    },
    () => {
      // The events are in the log; only their effect could not be read.
      change.textContent = "The new index could not be read. The dashboard shows it.";
    },
  );
  queueMicrotask(() => heading.focus());
  return h(
    "section",
    { class: "notice success" },
    heading,
    h("p", {}, `${countsInWords(report)}. Revision ${report.revision}.`),
    change,
    h(
      "p",
      { class: "row" },
      h("a", { class: "button primary", href: scenarioPath(page.slug) }, "Back to the dashboard"),
      h("a", { class: "button", href: scenarioPath(page.slug, "/events") }, "See the events"),
    ),
  );
}
