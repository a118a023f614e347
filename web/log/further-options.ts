/** Which further rows a form can offer beside its event. Read from facets and labels, never from a scenario's keys. */
import type { ViewIndicator } from "../../worker/core/view-types";
import { shapeOf } from "../forms/facets";

type Coded = Pick<ViewIndicator, "key" | "kind" | "label" | "codebook">;

export interface CodeOption {
  indicator: string;
  code: string;
  label: string;
}

/** A vote, or a council that votes. */
const SPEAKS_OF_VOTES = /\b(votes?|voted|voting|abstains?|abstained|council|assembly)\b/i;

/** How another party may have voted: entries of other indicators whose labels speak of votes. */
export function voteOptions(indicators: readonly Coded[], lead: string): CodeOption[] {
  return indicators
    .filter(({ key, kind, codebook }) => kind === "event" && key !== lead && shapeOf(codebook) !== "votes")
    .flatMap(({ key, codebook }) =>
      codebook
        .filter(({ label }) => SPEAKS_OF_VOTES.test(label))
        .map((entry) => ({ indicator: key, code: entry.key, label: entry.label })),
    );
}

/** What may have been signed at a meeting: every other indicator of events, those that follow deals first. */
export function signedIndicators<I extends Coded>(indicators: readonly I[], lead: string): I[] {
  const others = indicators.filter(
    ({ key, kind, codebook }) => kind === "event" && key !== lead && codebook.length > 0,
  );
  const deals = others.filter(({ codebook }) => shapeOf(codebook) === "deals");
  return [...deals, ...others.filter((one) => !deals.includes(one))];
}
