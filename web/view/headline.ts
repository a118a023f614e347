import { lowerFirst } from "../../worker/core/labels";
import { levelSentence } from "../../worker/core/sentences";
import { changeSentence } from "../../worker/core/verdict-details";
import { lackingSentence } from "../../worker/core/statement";
import type { ScenarioView } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { formatDate } from "../lib/format";
import { folded, linkToFolded } from "./folded";
import { interval } from "./interval";
import { leading } from "./leading";
import { reviewLine, type ReviewHref } from "./review-line";
import { explained } from "./terms";
import { splitStatement, typeset } from "./words";

type Verdict = ScenarioView["verdicts"][number];

/** Ways on from the verdict: what it is made of, what it hangs on, how it came about. */
function waysOn(): HTMLElement {
  return h(
    "p",
    { class: "ways small no-print" },
    linkToFolded("why", "Why"),
    linkToFolded("checks", "Checks"),
    linkToFolded("months", "Month by month"),
  );
}

function details(verdict: Verdict): HTMLElement {
  return folded("numbers", ["Details"], async () => (await import("./explain")).numbersPanel(verdict));
}

/** What would turn the verdict, while its period still runs: a closed one changes by corrections alone. */
function turning(view: ScenarioView, verdict: Verdict): HTMLElement | null {
  if (verdict.final || lackingSentence(view) !== null) return null;
  return h(
    "p",
    { class: "small turning" },
    h("strong", {}, "What would change it: "),
    typeset(lowerFirst(changeSentence(verdict, view))),
    " A new verdict needs three equal months in a row.",
  );
}

/** The first screen in words: what this is, what was claimed, how it stands. The verdict's word comes first. */
export function headline(view: ScenarioView, extra: Node | null, reviewHref: ReviewHref): HTMLElement {
  const statement = splitStatement(view.statement);
  const { rest } = statement;
  const verdict = view.verdicts.find(({ key }) => key === view.headlineHorizon);
  return h(
    "section",
    { class: "lede", "aria-labelledby": "headline" },
    ...leading(view, statement, view.headlineVerdict ?? "none"),
    rest !== "" && h("p", {}, ...explained(view, rest, "points", "rise", "check", "covered")),
    verdict && interval(view, verdict),
    verdict && turning(view, verdict),
    reviewLine(view.review, reviewHref),
    waysOn(),
    h("p", { class: "level" }, ...explained(view, typeset(levelSentence(view)), "baseline", "level")),
    verdict && details(verdict),
    h("p", { class: "small muted" }, `Figures to ${formatDate(view.asOf)}, from revision ${view.revision} of the log.`),
    extra,
  );
}
