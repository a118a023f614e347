/** Why the probability is what it is: the odds as a product, the same as a sum, and each item with its rival explanation. */
import { firstDayOf } from "../../worker/core/months";
import { likelihoodLabel } from "../../worker/core/proposition-labels";
import { logOddsShares, oddsSentence } from "../../worker/core/proposition-sentences";
import type { ScenarioView, ViewEvidence, ViewProposition } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { formatDateShort, formatSigned } from "../lib/format";
import { userText } from "../lib/user-text";
import { typeset } from "../view/words";

/** What may be done with a rating; null for those who may only read. */
export interface EvidenceActions {
  change: (item: ViewEvidence) => void;
  remove: (item: ViewEvidence) => void;
}

export interface EvidenceOptions {
  mode: ScenarioView["mode"];
  eventHref: (ref: string) => string;
  actions: EvidenceActions | null;
}

/** The item of the same cluster that counts in another's place. */
export function strongerOf(item: ViewEvidence, all: readonly ViewEvidence[]): ViewEvidence | undefined {
  return item.counted ? undefined : all.find(({ cluster, counted }) => counted && cluster === item.cluster);
}

function notCounted(item: ViewEvidence, all: readonly ViewEvidence[]): HTMLElement | false {
  if (item.counted) return false;
  const stronger = strongerOf(item, all);
  return h(
    "p",
    { class: "small" },
    "Listed, not counted: same cause as ",
    stronger ? userText(stronger.title) : "a stronger item",
    ", which weighs as much or more.",
  );
}

function buttons(item: ViewEvidence, { change, remove }: EvidenceActions): HTMLElement {
  const about = h("span", { class: "visually-hidden" }, ` the rating of ${item.title}`);
  return h(
    "p",
    { class: "row no-print" },
    h("button", { class: "button small", type: "button", onclick: () => change(item) }, "Change", about),
    h(
      "button",
      { class: "button small", type: "button", onclick: () => remove(item) },
      "Remove",
      about.cloneNode(true),
    ),
  );
}

function evidenceItem(item: ViewEvidence, share: number | null, all: ViewEvidence[], options: EvidenceOptions) {
  const shown = item.counted ? (share === null ? "" : formatSigned(share, 2)) : "not counted";
  return h(
    "li",
    { class: item.counted ? "evidence" : "evidence greyed" },
    h("span", { class: "event-date" }, formatDateShort(item.date)),
    h(
      "div",
      { class: "stack tight" },
      h("p", {}, h("a", { href: options.eventHref(item.event) }, userText(item.title))),
      h("p", { class: "small" }, `Likelihood ratio ${item.likelihoodRatio}: ${likelihoodLabel(item.likelihoodRatio)}.`),
      h("p", { class: "small muted" }, "Another explanation: ", userText(item.rivalExplanation)),
      notCounted(item, all),
      options.actions && buttons(item, options.actions),
    ),
    h("span", { class: "share" }, shown),
  );
}

/** What the shares are, and that ratios of a back-test are no foresight. */
function notes({ addedOn, evidence }: ViewProposition, mode: ScenarioView["mode"]): (HTMLElement | false)[] {
  return [
    evidence.length > 0 &&
      h(
        "p",
        { class: "small muted" },
        "The numbers are log-odds and add up. Each is the logarithm of the likelihood ratio times the weight of the " +
          "report's grade: a report that is a coin-flip moves half as far. That is a convention.",
      ),
    mode === "back-test" &&
      addedOn === null &&
      evidence.length > 0 &&
      h(
        "p",
        { class: "notice warning small" },
        "The likelihood ratios of this back-test were given afterwards, with the outcomes known. They show how the " +
          "reckoning works; they are no foresight.",
      ),
  ];
}

export function evidenceList(proposition: ViewProposition, options: EvidenceOptions): Node[] {
  const { now, evidence } = proposition;
  if (now === null) return [h("p", {}, "It was settled before it could have a probability.")];
  const shares = logOddsShares(now, evidence);
  const byDate = evidence.toSorted((a, b) => firstDayOf(a.date).localeCompare(firstDayOf(b.date)));
  const total = (label: string, value: number) =>
    h(
      "li",
      { class: "evidence total" },
      h("span", {}),
      h("p", {}, label),
      h("span", { class: "share" }, formatSigned(value, 2)),
    );
  return [
    h("p", { class: "odds" }, typeset(oddsSentence(now, evidence)).replaceAll(" x ", " \u00d7 ")),
    ...notes(proposition, options.mode).filter((note) => note !== false),
    evidence.length === 0
      ? h("p", { class: "empty" }, "No evidence yet: the base rate alone speaks.")
      : h(
          "ol",
          { class: "plain evidence-list" },
          ...(shares ? [total("Base rate with the time left", shares.prior)] : []),
          ...byDate.map((item) =>
            evidenceItem(item, shares?.evidence[evidence.indexOf(item)] ?? null, evidence, options),
          ),
          ...(shares ? [total("Sum", shares.sum)] : []),
        ),
  ];
}
