import type { PageData } from "../../worker/contract/page";
import type { ScenarioView } from "../../worker/core/view-types";
import { textControl } from "../forms/controls";
import { importStep, UNDECIDED } from "../forms/import-step";
import { messagePlace, readersNote, whileBusy } from "../forms/page-parts";
import { previewOf, type Preview } from "../import/preview";
import { startRun, type Run } from "../import/run";
import { readSource, type Source } from "../import/source";
import { listenForTables } from "../import/take";
import { byId, embedded, h } from "../lib/dom";
import { keepTyped } from "../lib/drafts";
import { canWrite, fillHeader, scenarioPath } from "../lib/header";
import { visibleText } from "../lib/user-text";

const page = embedded<PageData>("page");
const view = embedded<ScenarioView>("view");
const message = messagePlace();
const previewPlace = h("div");
const place = h("div", { class: "stack" });

const file = h("input", {
  type: "file",
  id: "file",
  accept: ".csv,.tsv,.txt,text/csv",
  "aria-describedby": "file-hint",
});
const paste = textControl({ name: "paste", label: "Or paste cells or a table here, with the header line", rows: 5 });
const box = paste.element.querySelector("textarea");
const check = h("button", { class: "button primary" }, "Check it");

interface Chosen {
  source: Source;
  preview: Preview;
}
/** What was chosen last: null if nothing, or nothing that can be read. */
let chosen: Promise<Chosen | null> = Promise.resolve(null);
let run: Run | null = null;

/** Another file, or the same read otherwise: what was checked before no longer holds. */
function forget(): void {
  run?.discard();
  run = null;
  message.clear();
  place.replaceChildren();
}

async function read(table: Blob, name: string): Promise<Chosen | null> {
  const source = await readSource(table, name).catch(() => null);
  if (source === null) {
    message.show("danger", "The file could not be read. Choose it again.");
    return null;
  }
  if (!Array.isArray(source)) {
    const preview = previewOf(source, forget);
    previewPlace.replaceChildren(preview.element);
    return { source, preview };
  }
  const nothing = { accepted: 0, unchanged: 0, corrected: 0, rejected: 0, revision: 0 };
  const report = { fileRejected: true, ...nothing, messages: source };
  place.replaceChildren(importStep({ report, decisions: UNDECIDED, onDecide: () => {}, onImport: () => {} }));
  return null;
}

function choose(table: Blob | null, name: string): void {
  forget();
  previewPlace.replaceChildren();
  paste.problem(null);
  chosen = table === null ? Promise.resolve(null) : read(table, name);
}

function chooseText(text: string): void {
  file.value = "";
  choose(text.trim() === "" ? null : new Blob([text]), "");
}

file.addEventListener("change", () => {
  const [picked] = file.files ?? [];
  if (picked) {
    paste.set("");
    kept?.clear();
  }
  choose(picked ?? null, picked?.name ?? "");
});
box?.addEventListener("input", () => chooseText(paste.value()));

const start = whileBusy(check, "Checking", async () => {
  const found = await chosen;
  if (found === null) {
    if (place.childElementCount > 0) return;
    paste.problem("Choose a file, drop one on this page, or paste a table.");
    file.focus();
    return;
  }
  forget();
  const stage = { page, before: view, message, place, onDone: finish };
  run = startRun(stage, found.source, found.preview.fields());
  await run.check();
});

function finish(): void {
  run = null;
  chosen = Promise.resolve(null);
  previewPlace.replaceChildren();
  form.reset();
  kept?.clear();
}

window.addEventListener("beforeunload", (event) => {
  if (run?.underWay()) event.preventDefault();
});
window.addEventListener("pagehide", () => run?.discard());

const form = h(
  "form",
  {
    class: "card stack",
    oninput: () => kept?.save(),
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
      "Choose one, or drop it anywhere on this page. UTF-8; comma, semicolon or tab. Best with the columns of the download on the ",
      h("a", { href: scenarioPath(page.slug, "/events") }, "events page"),
      ".",
    ),
    file,
  ),
  paste.element,
  previewPlace,
  h("p", {}, check),
);

fillHeader(page, "import");
document.title = `Import events - ${visibleText(view.title)} - Signpost`;
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
/** Cells that were pasted; a browser hands a chosen file out once. */
const kept = canWrite(page)
  ? keepTyped({
      name: `${page.slug}.import`,
      fields: ["paste"],
      values: () => ({ paste: paste.value() }),
      set: ({ paste: text }) => {
        paste.set(text);
        chooseText(text);
      },
      message,
      element: form,
    })
  : null;
if (canWrite(page)) {
  listenForTables(
    (dropped) => {
      file.value = "";
      paste.set("");
      kept?.clear();
      choose(dropped, dropped.name);
    },
    (text) => {
      paste.set(text);
      chooseText(text);
      kept?.save();
    },
  );
}
