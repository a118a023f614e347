import type { PageData } from "../../worker/contract/page";
import { byId, embedded, h } from "../lib/dom";
import { fillHeader, scenarioPath } from "../lib/header";
import { userText } from "../lib/user-text";

const page = embedded<PageData>("page");

function list(): HTMLElement {
  return h(
    "ul",
    { class: "plain stack" },
    ...page.scenarios.map(({ slug, title }) =>
      h(
        "li",
        { class: "card row between" },
        h("a", { class: "lead", href: scenarioPath(slug) }, userText(title)),
        h("code", { class: "muted" }, slug),
      ),
    ),
  );
}

function empty(): HTMLElement {
  return h(
    "div",
    { class: "empty stack" },
    h("p", { class: "lead" }, "No scenario yet."),
    h(
      "p",
      { class: "muted" },
      "A scenario is a written forecast with its indicators and rules, registered from a file before tracking starts. An owner posts it to ",
      h("code", {}, "/api/v1/scenarios"),
      ".",
    ),
  );
}

fillHeader(page, "scenarios");
byId("main").replaceChildren(
  h("div", { class: "stack" }, h("h1", {}, "Scenarios"), page.scenarios.length > 0 ? list() : empty()),
);
