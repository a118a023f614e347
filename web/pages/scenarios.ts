import type { ScenariosPageData } from "../../worker/contract/page";
import { byId, embedded, h } from "../lib/dom";
import { fillHeader } from "../lib/header";
import { scenarioList } from "../scenarios/list";

const page = embedded<ScenariosPageData>("page");
const owner = page.principal?.role === "owner";

function registerLink(): HTMLElement | false {
  return owner && h("a", { class: "button", href: "/scenarios/new" }, "Register a scenario");
}

function empty(): HTMLElement {
  return h(
    "div",
    { class: "empty stack" },
    h("p", { class: "lead" }, "No scenario yet."),
    h(
      "p",
      { class: "muted" },
      "A scenario is a written forecast with its indicators and rules, registered from a file before tracking starts.",
    ),
    owner ? h("p", {}, registerLink()) : h("p", { class: "muted" }, "An owner of this Signpost can register one."),
  );
}

fillHeader(page, "scenarios");
byId("main").replaceChildren(
  h(
    "div",
    { class: "stack" },
    h("div", { class: "row between" }, h("h1", {}, "Scenarios"), page.cards.length > 0 && registerLink()),
    page.cards.length > 0 ? scenarioList(page.cards) : empty(),
  ),
);
