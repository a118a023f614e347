/** Forecasts that people recorded, and how all forecasters did beside the base rate. */
import { brierSentence, daysScoredSentence, scoreLabel } from "../../worker/core/score-sentences";
import { probabilityLabel } from "../../worker/core/proposition-labels";
import type { ScenarioView } from "../../worker/core/view-types";
import { momentInWords } from "../forms/event-view";
import { h } from "../lib/dom";
import { formatNumber } from "../lib/format";
import { userText } from "../lib/user-text";
import { articleScoreInWords } from "../view/propositions";
import type { PropositionAnswer, RecordedForecast, Score } from "./answers";

/** Newest first. */
export function forecastList(forecasts: readonly RecordedForecast[], whose: string): HTMLElement | null {
  if (forecasts.length === 0) return null;
  const newest = forecasts.toSorted((a, b) => b.recordedAt - a.recordedAt);
  return h(
    "div",
    { class: "stack tight" },
    h("h3", {}, whose),
    h(
      "ul",
      { class: "plain forecasts" },
      ...newest.map(({ by, recordedAt, probability }) =>
        h(
          "li",
          {},
          h("strong", {}, probabilityLabel(probability)),
          h("span", { class: "muted" }, `, ${momentInWords(recordedAt)}, `, userText(by)),
        ),
      ),
    ),
  );
}

function row(who: Node | string, score: Score): HTMLElement {
  const number = (value: number | null): HTMLElement => h("td", { class: "number" }, scoreLabel(value));
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, who),
    h("td", { class: "number" }, `${score.daysScored} of ${score.daysOpen}`),
    number(score.brier),
    number(score.refBrier),
    number(score.log),
    number(score.refLog),
    h("td", { class: "number" }, score.skill === null ? "-" : formatNumber(score.skill, 2)),
  );
}

const COLUMNS = ["Days scored", "Brier", "Base rate's", "Log score", "Base rate's", "Skill"];

function table(answer: PropositionAnswer): HTMLElement | null {
  const rows = [
    ...answer.scores.map((score) => row(userText(score.by), score)),
    ...(answer.model && answer.model.daysOpen > 0 ? [row("Base rate and evidence", answer.model)] : []),
  ];
  if (rows.length === 0) return null;
  const caption = "Lower is better for Brier and log score; a skill above 0 beats the base rate.";
  return h(
    "div",
    { class: "table-scroll", tabindex: 0, role: "region", "aria-label": "Table of the scores" },
    h(
      "table",
      {},
      h("caption", {}, caption),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", { scope: "col" }, "Forecaster"),
          ...COLUMNS.map((name) => h("th", { scope: "col", class: "number" }, name)),
        ),
      ),
      h("tbody", {}, ...rows),
    ),
  );
}

/** The scores once the outcome is known; before that, only that they come with it. */
export function scores(answer: PropositionAnswer, article: ScenarioView["articleScores"]): HTMLElement {
  const { id, outcome, addedOn } = answer.proposition;
  const scored = outcome?.result === "yes" || outcome?.result === "no";
  const ofArticle = articleScoreInWords(article, id);
  const lines = answer.scores.map((score) => {
    const found = brierSentence(score);
    return h("li", {}, userText(score.by), `: ${daysScoredSentence(score)}${found ? ` ${found}` : ""}`);
  });
  return h(
    "section",
    { class: "stack", "aria-labelledby": "scores" },
    h("h2", { id: "scores" }, "Scores"),
    outcome === null && h("p", {}, "Forecasts are scored once the outcome is known: day by day, beside the base rate."),
    outcome !== null && !scored && h("p", {}, "Only yes and no are scored."),
    lines.length > 0 && h("ul", { class: "limits" }, ...lines),
    table(answer),
    scored && addedOn === null && ofArticle !== "" && h("p", {}, ofArticle),
  );
}
