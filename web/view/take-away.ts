/** What a reader takes away: the figures and events as files, and how to cite the page. */
import { citationBibtex, citationText, type CitedPage } from "../../worker/core/citation";
import type { ScenarioView } from "../../worker/core/view-types";
import { type Child, h } from "../lib/dom";

/** Copies a text by a press, or has it selected where the clipboard is closed to pages; says which. */
export function copyButton(text: string, select: () => void): HTMLElement {
  const told = h("span", { class: "small muted", role: "status" });
  const copy = h("button", { class: "button small", type: "button" }, "Copy");
  copy.addEventListener("click", () => {
    select();
    // Over plain http there is no clipboard at all.
    const copying = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error("No clipboard"));
    copying.then(
      () => (told.textContent = "Copied."),
      () => (told.textContent = "Copying is not allowed here: the text is selected, copy it with the keyboard."),
    );
  });
  return h("span", { class: "row" }, told, copy);
}

/** A text to copy, with its name. */
export function copied(label: string, id: string, text: string, rows: number): HTMLElement {
  const field = h("textarea", { id, readonly: true, rows, spellcheck: "false", dir: "auto" });
  field.value = text;
  return h(
    "div",
    { class: "field" },
    h(
      "div",
      { class: "row between" },
      h("label", { for: id }, label),
      copyButton(text, () => field.select()),
    ),
    field,
  );
}

export interface TakeAway {
  /** Each a list item: links to files. */
  files: Child[][];
  cited: CitedPage;
  /** Stands under the files, such as a hash. */
  more?: Child[];
}

export function takeAway(view: ScenarioView, { files, cited, more = [] }: TakeAway): HTMLElement {
  return h(
    "section",
    { class: "stack take-away", "aria-labelledby": "files-title" },
    h("h2", { id: "files-title" }, "Take it away"),
    h("ul", { class: "limits" }, ...files.map((parts) => h("li", {}, ...parts))),
    ...more,
    h(
      "details",
      { class: "no-print stack tight" },
      h("summary", {}, "Cite this page"),
      copied("Citation", "citation", citationText(view, cited), 3),
      copied("BibTeX", "citation-bibtex", citationBibtex(view, cited), 9),
    ),
    h("p", { class: "print-only small" }, citationText(view, cited)),
  );
}
