/** What a reader takes away: the figures and events as files, and how to cite the page. */
import { citationBibtex, citationText, type CitedPage } from "../../worker/core/citation";
import type { ScenarioView } from "../../worker/core/view-types";
import { copyBox } from "../lib/copy";
import { type Child, h } from "../lib/dom";

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
      copyBox({ id: "citation", label: "Citation", text: citationText(view, cited) }, 3),
      copyBox({ id: "citation-bibtex", label: "BibTeX", text: citationBibtex(view, cited) }, 9),
    ),
    h("p", { class: "print-only small" }, citationText(view, cited)),
  );
}
