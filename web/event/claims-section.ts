/** The claims that an event is evidence for or against. */
import { likelihoodLabel } from "../../worker/core/proposition-labels";
import { h } from "../lib/dom";
import { scenarioPath } from "../lib/header";
import { userText } from "../lib/user-text";
import type { Dossier } from "./dossier";
import { quiet, section } from "./section";

export function claimsSection({ page, life }: Dossier): HTMLElement {
  const items = life.evidenceFor.map(({ proposition, question, likelihoodRatio, rivalExplanation }) =>
    h(
      "li",
      { class: "stack tight" },
      h(
        "p",
        {},
        h(
          "a",
          { href: scenarioPath(page.slug, `/propositions/${encodeURIComponent(proposition)}`) },
          userText(question),
        ),
      ),
      h("p", { class: "small" }, `Likelihood ratio ${likelihoodRatio}: ${likelihoodLabel(likelihoodRatio)}.`),
      rivalExplanation !== "" && h("p", { class: "small muted" }, "Another explanation: ", userText(rivalExplanation)),
    ),
  );
  return section(
    "claims",
    "Claims it bears on",
    items.length === 0 ? quiet("It is evidence for no claim.") : h("ul", { class: "plain entries" }, ...items),
  );
}
