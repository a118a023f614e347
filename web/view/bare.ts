/** A scenario without anything logged: what it claims, what it waits for and how to begin, and no row of noughts. */
import { lackingSentence } from "../../worker/core/statement";
import type { ScenarioView, ViewIndicator } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { countOf, formatDate, formatNumber, formatSigned } from "../lib/format";
import { userText } from "../lib/user-text";
import { coverage } from "./coverage";
import { firstSteps } from "./first-steps";
import { leading } from "./leading";
import { progress } from "./progress";
import { propositions } from "./propositions";
import type { ViewOptions } from "./render";
import { splitStatement } from "./words";

/** So many codes show what an indicator is about. */
const LISTED = 5;

const ROLES: Record<ViewIndicator["role"], string> = {
  direct: "direct dealings",
  driver: "reason to expect warming",
  context: "context, no points",
};

function awaited({ label, description, role, codebook, states, fullScale }: ViewIndicator): HTMLElement {
  const entries =
    fullScale === null
      ? codebook.map((entry) => [entry.label, formatSigned(entry.score)] as const)
      : states.map((state) => [state.label, `${formatNumber(state.value * fullScale)} a month`] as const);
  const left = entries.length - LISTED;
  return h(
    "li",
    { class: "figure" },
    h("h3", {}, userText(label), " ", h("span", { class: "badge" }, ROLES[role])),
    description !== "" && h("p", { class: "small" }, userText(description)),
    h(
      "ul",
      { class: "plain awaited" },
      ...entries.slice(0, LISTED).map(([name, worth]) => h("li", {}, userText(name), h("span", {}, worth))),
      left > 0 && h("li", { class: "muted" }, `and ${left} more`),
    ),
  );
}

function lede(view: ScenarioView, underHeadline: Node | null): HTMLElement {
  // With nothing to judge, what is lacking says more than a verdict of "cannot tell".
  const lacking = view.asOf < view.registeredOn ? null : lackingSentence(view);
  const statement = splitStatement(lacking ?? view.statement);
  const { rest } = statement;
  return h(
    "section",
    { class: "lede", "aria-labelledby": "headline" },
    ...leading(view, statement, "none"),
    rest !== "" && h("p", {}, rest),
    progress(view),
    view.scheduled > 0 &&
      h("p", { class: "small" }, `${countOf(view.scheduled, "event")} dated after ${formatDate(view.asOf)}.`),
    underHeadline,
  );
}

/** The page of such a scenario. */
export function bareView(view: ScenarioView, options: ViewOptions): HTMLElement {
  const writes = options.claimLinks?.add != null;
  return h(
    "div",
    { class: "view" },
    h(
      "div",
      { class: "first-screen" },
      lede(view, options.underHeadline),
      h(
        "div",
        { class: "beside" },
        writes
          ? firstSteps(view)
          : h("p", { class: "empty muted" }, "Charts, sources and the verdict appear here as events are logged."),
      ),
    ),
    h(
      "section",
      { class: "stack", "aria-labelledby": "awaited-title" },
      h("h2", { id: "awaited-title" }, "What will be logged"),
      h(
        "p",
        { class: "prose" },
        "Fixed when the scenario was registered: nobody can change it afterwards. The points are those of a report believed in full; reasons to expect warming then count for less.",
      ),
      h("ul", { class: "plain pictures" }, ...view.indicators.map(awaited)),
    ),
    propositions(view, options.claimLinks),
    coverage(view, options.onMonth),
  );
}
