import type { PageData } from "../../worker/contract/page";
import type { ScenarioView } from "../../worker/core/view-types";
import { textControl } from "../forms/controls";
import { countsInWords } from "../forms/import-report";
import type { ImportReport } from "../forms/import-report";
import { importStep } from "../forms/import-step";
import type { Decisions } from "../forms/import-step";
import { messagePlace, readersNote, whileBusy } from "../forms/page-parts";
import { api, asProblem } from "../lib/api";
import { byId, embedded, h } from "../lib/dom";
import { canWrite, fillHeader, scenarioPath } from "../lib/header";

const page = embedded<PageData>("page");
const view = embedded<ScenarioView>("view");
const path = `/scenarios/${encodeURIComponent(page.slug)}/import`;
const message = messagePlace();
const place = h("div", { class: "stack" });

const file = h("input", {
  type: "file",
  id: "file",
  accept: ".csv,.tsv,.txt,text/csv",
  "aria-describedby": "file-hint",
});
const paste = textControl({ name: "paste", label: "Or paste the table here, with its header line", rows: 5 });
const check = h("button", { class: "button primary" }, "Check it");

/** The bytes as they are: which encoding they have is for the server to tell. */
async function chosen(): Promise<Blob | null> {
  const [picked] = file.files ?? [];
  if (picked) return new Blob([await picked.arrayBuffer()]);
  return paste.value().trim() === "" ? null : new Blob([paste.value()]);
}

function send(table: Blob, decisions: Decisions, dryRun: boolean): Promise<ImportReport> {
  const query = new URLSearchParams();
  if (dryRun) query.set("dryRun", "1");
  if (decisions.acceptCorrections) query.set("acceptCorrections", "1");
  if (decisions.onlyValid) query.set("onlyValid", "1");
  return api<ImportReport>("POST", `${path}?${query.toString()}`, { body: table, type: "text/csv" });
}

function fail(error: unknown): void {
  message.show("danger", asProblem(error).detail);
}

async function dryRun(table: Blob, decisions: Decisions, focus: "heading" | keyof Decisions): Promise<void> {
  message.clear();
  try {
    const report = await send(table, decisions, true);
    const step = importStep({
      report,
      decisions,
      onDecide: (next) =>
        void dryRun(table, next, next.onlyValid === decisions.onlyValid ? "acceptCorrections" : "onlyValid"),
      onImport: (button) => void whileBusy(button, "Importing", () => commit(table, decisions))(),
    });
    place.replaceChildren(step);
    const target = focus === "heading" ? "h2" : `input[name="${focus}"]`;
    step.querySelector<HTMLElement>(target)?.focus();
  } catch (error) {
    fail(error);
  }
}

async function commit(table: Blob, decisions: Decisions): Promise<void> {
  try {
    const report = await send(table, decisions, false);
    const heading = h("h2", { tabindex: -1 }, "Imported");
    place.replaceChildren(
      h(
        "section",
        { class: "notice success" },
        heading,
        h("p", {}, `${countsInWords(report)}. Revision ${report.revision}.`),
        h(
          "p",
          { class: "row" },
          h("a", { class: "button primary", href: scenarioPath(page.slug) }, "Back to the dashboard"),
          h("a", { class: "button", href: scenarioPath(page.slug, "/events") }, "See the events"),
        ),
      ),
    );
    form.reset();
    heading.focus();
  } catch (error) {
    fail(error);
  }
}

const start = whileBusy(check, "Checking", async () => {
  place.replaceChildren();
  try {
    const table = await chosen();
    paste.problem(table === null ? "Choose a file, or paste a table." : null);
    if (table === null) file.focus();
    else await dryRun(table, { acceptCorrections: false, onlyValid: false }, "heading");
  } catch {
    message.show("danger", "The file could not be read. Choose it again.");
  }
});

const form = h(
  "form",
  {
    class: "card stack",
    onsubmit: (event) => {
      event.preventDefault();
      void start();
    },
  },
  h(
    "div",
    { class: "field" },
    h("label", { for: "file" }, "CSV file"),
    h(
      "p",
      { class: "hint", id: "file-hint" },
      "UTF-8, with the columns of the download on the ",
      h("a", { href: scenarioPath(page.slug, "/events") }, "events page"),
      ". Comma, semicolon or tab.",
    ),
    file,
  ),
  paste.element,
  h("p", {}, check),
);

fillHeader(page, "import");
document.title = `Import events - ${view.title} - Signpost`;
byId("main").append(
  h(
    "div",
    { class: "stack" },
    h("h1", {}, "Import events"),
    ...(canWrite(page)
      ? [
          h(
            "p",
            { class: "prose" },
            "The file is checked first and nothing is changed. You see what would happen to each row, then decide.",
          ),
          form,
          message.element,
          place,
        ]
      : [readersNote(page, "import events")]),
  ),
);
