import type { ScenarioView } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { scenarioPath } from "../lib/header";

/** What to do first, for those who may write. */
export function firstSteps({ slug }: Pick<ScenarioView, "slug">): HTMLElement {
  const step = (href: string, action: string, why: string, primary = false) =>
    h(
      "li",
      {},
      h("a", { class: primary ? "button primary" : "button", href }, action),
      h("p", { class: "small" }, why),
    );
  return h(
    "section",
    { class: "card stack no-print", "aria-labelledby": "steps-title" },
    h("h2", { id: "steps-title" }, "Three first steps"),
    h(
      "ol",
      { class: "steps" },
      step(
        scenarioPath(slug, "/log"),
        "Log the first event",
        "What happened, on which day, by which source. The form asks for no more than the kind of event needs.",
        true,
      ),
      step(
        scenarioPath(slug, "/import"),
        "Import a file",
        "Have a list already? Every row is checked first, and you see what would happen to it.",
      ),
      step(
        "#coverage-title",
        "Say where you looked",
        "Silence counts only where somebody looked: press an empty month to say that you did and found nothing.",
      ),
    ),
  );
}
