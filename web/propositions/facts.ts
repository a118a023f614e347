/** What a proposition says, where it comes from and how it stands: the part for reading. */
import { baseRateSentence, pathSentence } from "../../worker/core/proposition-sentences";
import { percentLabel, probabilityLabel } from "../../worker/core/proposition-labels";
import type { ScenarioView, ViewProposition } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { formatDate } from "../lib/format";
import { userText } from "../lib/user-text";
import { outcomeBadge } from "../view/outright";
import { BASES, deadlineInWords } from "../view/propositions";
import { thisPage } from "../view/saved-page";
import { figureSlot, type Slot } from "../view/slot";
import { probabilityFigure } from "./probability-chart";

/** The question, its outcome, and how likely it is or last was. */
export function heading(proposition: ViewProposition): HTMLElement {
  const { id, basis, addedOn, outcome, now } = proposition;
  const added = addedOn ? `, on ${formatDate(addedOn)}` : "";
  return h(
    "div",
    { class: "stack tight" },
    h("p", { class: "kicker" }, `${id} · ${BASES[basis].title}${added}`),
    h("h1", {}, userText(proposition.question)),
    h(
      "p",
      { class: "standing" },
      outcomeBadge(proposition),
      " ",
      now && h("strong", {}, probabilityLabel(now.probability)),
      now && h("span", { class: "muted" }, `${outcome ? ", last, on" : " on"} ${formatDate(now.day)}`),
    ),
  );
}

function line(term: string, ...answer: (Node | string)[]): Node[] {
  return [h("dt", {}, term), h("dd", {}, ...answer)];
}

function articleLine({ articleProbability, imputed, articleCue }: ViewProposition): Node[] {
  if (articleProbability === null) return [];
  const badge = imputed ? [" ", h("span", { class: "badge" }, "imputed"), " "] : [" "];
  return line("The article", percentLabel(articleProbability), ...badge, userText(articleCue));
}

function baseRateLine(proposition: ViewProposition): Node[] {
  const { noBaseRate, referenceClass } = proposition;
  const badge = noBaseRate ? [h("span", { class: "badge" }, "no base rate"), " "] : [];
  const description = referenceClass?.description ? [" Reference class: ", userText(referenceClass.description)] : [];
  return line("Base rate", ...badge, baseRateSentence(proposition), ...description);
}

export function facts(proposition: ViewProposition): HTMLElement {
  const { type, basis, locator } = proposition;
  return h(
    "dl",
    { class: "facts card" },
    ...line("Counts as true", userText(proposition.criteria)),
    ...line(
      type === "by" ? "Deadline" : "Day",
      `${deadlineInWords(proposition)}${type === "by" ? ", at any time until then" : ", whatever it is before or after"}`,
    ),
    ...line("Basis", BASES[basis].about),
    ...(locator === "" ? [] : line("Place in the article", userText(locator))),
    ...articleLine(proposition),
    ...baseRateLine(proposition),
  );
}

/** Fewer days than this make no line: a claim that was added yesterday. */
const FEWEST_DAYS = 3;

/** The probability over time; null where the proposition was settled before it could have one. */
export function probabilityPicture(
  view: ScenarioView,
  proposition: ViewProposition,
): { element: HTMLElement; slot: Slot | null } | null {
  const caption = pathSentence(proposition);
  if (caption === null) return null;
  if (proposition.series.length < FEWEST_DAYS) return { element: h("p", {}, caption), slot: null };
  return figureSlot({
    heading: h("h2", {}, "Probability over time"),
    caption,
    hint: "Point at or tap a day to read it.",
    mark: "day",
    page: thisPage(view),
    height: 260,
    key: [
      { swatch: "thick", text: "probability, in %; a ring where evidence came" },
      { swatch: "thin", text: proposition.type === "by" ? "base rate, run down by time" : "base rate" },
    ],
    build: () => probabilityFigure(proposition),
  });
}
