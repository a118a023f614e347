import { cameTrueSentence } from "../../worker/core/claim-sentences";
import { percentLabel, probabilityLabel } from "../../worker/core/proposition-labels";
import { articleMeanSentence, brierSentence, notScoredLabel } from "../../worker/core/score-sentences";
import type { ScenarioView, ViewForecast, ViewProposition } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { countOf, formatDate } from "../lib/format";
import { sourceLink } from "../lib/links";
import { userText } from "../lib/user-text";
import { outcomeBadge } from "./outright";
import { hasRoom } from "./room";

/** The way to a claim's own page and to a new one; null where there is no page to go to, as on a snapshot. */
export interface ClaimLinks {
  href: (id: string) => string;
  /** Null for those who may only read. */
  add: string | null;
}

type Basis = ViewProposition["basis"];

export const BASES: Record<Basis, { title: string; about: string }> = {
  outright: { title: "Said outright", about: "Said in as many words." },
  inferred: { title: "Read between the lines", about: "Our inference from what the text argues." },
  factual: { title: "Statements of fact", about: "What the text takes as given." },
  added: { title: "Added later", about: "Not in the text; asked since." },
};
const ORDER: readonly Basis[] = ["outright", "inferred", "factual", "added"];

/** "by 31 December 2012", or "on" that day for what is to be so on it. */
export function deadlineInWords({ type, deadline }: Pick<ViewProposition, "type" | "deadline">): string {
  return `${type === "by" ? "by" : "on"} ${formatDate(deadline)}`;
}

/**
 * Probability on the last day it had one, the base rate it started from, and what the text's words were read as. Without
 * past cases the start is still a number, and scores are compared with it (method, section 8).
 */
export function likelihoodInWords({
  now,
  outcome,
  baseRate,
  noBaseRate,
  articleProbability,
  imputed,
}: Pick<ViewProposition, "now" | "outcome" | "baseRate" | "noBaseRate" | "articleProbability" | "imputed">): string {
  const day = outcome === null ? "By the events now" : `By the events, last on ${formatDate(now?.day ?? "")}`;
  return [
    now && `${day}: ${probabilityLabel(now.probability)}.`,
    // What was settled before the start never had a probability of ours.
    now && `Base rate ${percentLabel(baseRate)}${noBaseRate ? ", assumed: no past cases" : ""}.`,
    articleProbability !== null &&
      `The text: ${percentLabel(articleProbability)}${imputed ? ", as we read its words" : ""}.`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** The article's score of a claim beside the base rate's, or why it has none; "" where nothing is to be said. */
export function articleScoreInWords({ rows, notScored }: ScenarioView["articleScores"], id: string): string {
  const row = rows.find((one) => one.id === id);
  if (row) return `The article's score over ${countOf(row.daysScored, "day")}: ${brierSentence(row) ?? "none."}`;
  const left = notScored.find((one) => one.id === id);
  return left ? `Not scored: ${notScoredLabel(left.why)}.` : "";
}

/** The analysts' own forecasts, newest first, where a page may show them; named where it may name people. */
export function forecastsInWords({ forecasts = [] }: Pick<ViewProposition, "forecasts">): (Node | string)[] {
  if (forecasts.length === 0) return [];
  const one = ({ on, probability, by }: ViewForecast, order: number): (Node | string)[] => [
    `${order > 0 ? "; " : ""}${percentLabel(probability)} on ${formatDate(on)}`,
    ...(by === undefined ? [] : [", ", userText(by)]),
  ];
  return [forecasts.length === 1 ? "An analyst's forecast: " : "Analysts' forecasts: ", ...forecasts.flatMap(one), "."];
}

/** When and by what a claim was settled. */
export function settlement({ outcome: settled }: Pick<ViewProposition, "outcome">): (Node | string)[] {
  if (!settled) return [];
  return [
    settled.on ? `Settled ${formatDate(settled.on)}. ` : "",
    userText(settled.note),
    settled.sourceTitle && settled.note ? " " : "",
    sourceLink(settled.sourceTitle, settled.sourceUrl),
  ];
}

function item(view: ScenarioView, proposition: ViewProposition, links: ClaimLinks | null): HTMLElement {
  const { id, addedOn } = proposition;
  const question = userText(proposition.question);
  const likelihood = likelihoodInWords(proposition);
  const score = articleScoreInWords(view.articleScores, id);
  const forecasts = forecastsInWords(proposition);
  const more = [
    h("p", { class: "small muted" }, userText(proposition.criteria), addedOn ? ` Added ${formatDate(addedOn)}.` : ""),
    likelihood !== "" && h("p", { class: "small" }, likelihood),
    forecasts.length > 0 && h("p", { class: "small" }, ...forecasts),
    proposition.outcome && h("p", { class: "small" }, ...settlement(proposition)),
    score !== "" && h("p", { class: "small muted" }, score),
  ];
  return h(
    "li",
    { class: "proposition", id: `proposition-${id}` },
    outcomeBadge(proposition),
    h(
      "div",
      { class: "stack tight" },
      h(
        "p",
        {},
        h("strong", {}, links ? h("a", { href: links.href(id) }, question) : question),
        " ",
        h("span", { class: "muted" }, deadlineInWords(proposition)),
      ),
      ...(hasRoom()
        ? more
        : [h("details", { class: "small" }, h("summary", {}, "Its test, its likelihood, its source"), ...more)]),
    ),
  );
}

function tally(group: ViewProposition[]): string {
  const came = (result: string) => group.filter((one) => (one.outcome?.result ?? "open") === result).length;
  const parts = ["yes", "no", "partly", "open", "void"].map((result) => [came(result), result] as const);
  return parts
    .filter(([n]) => n > 0)
    .map(([n, result]) => `${n} ${result}`)
    .join(", ");
}

/** Settled before the forecast or added afterwards: shown, and never scored (method, rulings 26 and 38). */
function standsApart(view: ScenarioView, { deadline, addedOn }: ViewProposition): boolean {
  return addedOn !== null || deadline <= view.registeredOn;
}

function heading(links: ClaimLinks | null): HTMLElement {
  const title = h("h2", { id: "propositions-title" }, "Claims and how they went");
  if (!links?.add) return title;
  return h("div", { class: "row between" }, title, h("a", { class: "no-print", href: links.add }, "Add a claim"));
}

/** Claims that came true, and the article's mean score or why it has none. The verdict uses neither. */
function summary({ articleScores }: ScenarioView): HTMLElement | false {
  const sentences = [cameTrueSentence(articleScores), articleMeanSentence(articleScores)].filter(
    (sentence) => sentence !== null,
  );
  if (sentences.length === 0) return false;
  return h(
    "p",
    {},
    `${sentences.join(" ")} `,
    h(
      "span",
      { class: "muted" },
      "Brier: the mean squared error of a probability from day to day; 0 is best, 1 is worst. The verdict uses none of this.",
    ),
  );
}

/** The claims by what they rest on; the outright ones first and unfolded. */
export function propositions(view: ScenarioView, links: ClaimLinks | null): HTMLElement | null {
  if (view.propositions.length === 0 && !links?.add) return null;
  const groups = ORDER.map((basis) => ({
    basis,
    ...BASES[basis],
    claims: view.propositions
      .filter((proposition) => proposition.basis === basis)
      .toSorted((a, b) => Number(standsApart(view, a)) - Number(standsApart(view, b))),
  })).filter(({ claims }) => claims.length > 0);
  return h(
    "section",
    { class: "stack", id: "propositions", "aria-labelledby": "propositions-title" },
    heading(links),
    summary(view),
    groups.length === 0 && h("p", { class: "empty" }, "No claims yet. A claim can come true or fail by a set day."),
    ...groups.map(({ basis, title, about, claims }) =>
      h(
        "details",
        { class: "claims", open: basis === "outright" },
        h("summary", {}, h("strong", {}, title), ` ${countOf(claims.length, "claim")}: ${tally(claims)}`),
        h("p", { class: "small muted" }, about),
        h("ul", { class: "plain" }, ...claims.map((claim) => item(view, claim, links))),
      ),
    ),
  );
}
