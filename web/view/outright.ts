import { probabilityLabel } from "../../worker/core/proposition-labels";
import type { ScenarioView, ViewProposition } from "../../worker/core/view-types";
import { h } from "../lib/dom";
import { formatDate } from "../lib/format";
import { userText } from "../lib/user-text";

const RESULTS: Record<string, string> = { yes: "Yes", no: "No", partly: "Partly", open: "Open", void: "Void" };

/** The outcome as a word in a frame; an open claim says so. */
export function outcomeBadge(proposition: Pick<ViewProposition, "outcome">): HTMLElement {
  const result = proposition.outcome?.result ?? "open";
  return h("span", { class: `outcome ${result}` }, RESULTS[result] ?? result);
}

/**
 * The claims that the article made outright and that could still fail: not those settled before the forecast, and none
 * added later (method, ruling 38).
 */
export function saidOutright(view: ScenarioView): ViewProposition[] {
  return view.propositions.filter(
    ({ basis, addedOn, deadline }) => basis === "outright" && addedOn === null && deadline > view.registeredOn,
  );
}

/** What a claim in the first screen adds to its outcome: when it came true, or how likely it is while it is open. */
export function outrightNote({ outcome, now }: Pick<ViewProposition, "outcome" | "now">): string {
  if (outcome === null) return now === null ? "" : ` (${probabilityLabel(now.probability)})`;
  return outcome.result === "yes" && outcome.on ? ` (${formatDate(outcome.on)})` : "";
}

/** The outright claims with their outcomes in the first screen. */
export function outrightLine(view: ScenarioView): HTMLElement | null {
  const claims = saidOutright(view);
  if (claims.length === 0) return null;
  return h(
    "div",
    { class: "outright" },
    h("h3", {}, "Said outright"),
    h(
      "ul",
      { class: "plain" },
      ...claims.map((claim) =>
        h("li", {}, outcomeBadge(claim), h("span", {}, userText(claim.question), outrightNote(claim))),
      ),
    ),
    // A claim can come true while the verdict is that nothing rose: without a word the two contradict each other.
    h(
      "p",
      { class: "small muted" },
      "Each is settled by a test of its own, not by the score. ",
      h("a", { class: "no-print", href: "#propositions" }, "How each is settled"),
    ),
  );
}
