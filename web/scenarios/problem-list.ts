import { h } from "../lib/dom";
import { countOf } from "../lib/format";
import { visibleText } from "../lib/user-text";
import type { FileProblem } from "./check-file";

function item({ field, message, at, line, found }: FileProblem, onShow: (at: number) => void): HTMLElement {
  return h(
    "li",
    {},
    at !== null &&
      h("button", { class: "line-link", type: "button", onclick: () => onShow(at) }, line === null ? "" : `Line ${line}`),
    h(
      "div",
      {},
      field !== "" &&
        h(
          "p",
          {},
          h("code", {}, visibleText(field)),
          found !== null && h("span", { class: "muted" }, ", now ", h("code", {}, visibleText(found))),
        ),
      h("p", {}, message),
    ),
  );
}

/** What must be put right before a file can be registered: where each problem is, what stands there and what to do. */
export function problemList(problems: FileProblem[], onShow: (at: number) => void): HTMLElement {
  return h(
    "section",
    { class: "notice danger", "aria-labelledby": "problems" },
    h("h2", { id: "problems", tabindex: -1 }, `Not yet: ${countOf(problems.length, "problem")} in the file`),
    h("p", {}, "Nothing was registered. Put it right above or in your own copy, then check it again."),
    h("ol", { class: "plain problems" }, ...problems.map((problem) => item(problem, onShow))),
  );
}
