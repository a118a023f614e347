import { firstDayOf } from "./months";
import type { Outcome } from "./types";
import type { ViewInput } from "./view-input";
import type { ViewProposition } from "./view-types";

/**
 * Whether an outcome is known on the as-of day: it is settled, and its date (or the deadline, where the outcome has no
 * date) has come. A date known to the month counts from its first day. Source: method, rulings 21 and 35.
 */
function isKnown(outcome: Outcome, deadline: string, asOf: string): boolean {
  return outcome.result !== "open" && firstDayOf(outcome.on ?? deadline) <= asOf;
}

/** The propositions as a view carries them: outcomes that lie after the as-of day are hidden. */
export function viewPropositions({ propositions, asOf }: Pick<ViewInput, "propositions" | "asOf">): ViewProposition[] {
  return propositions.map(({ outcome, ...proposition }) => ({
    id: proposition.id,
    question: proposition.question,
    criteria: proposition.criteria,
    type: proposition.type,
    deadline: proposition.deadline,
    basis: proposition.basis,
    addedOn: proposition.addedOn,
    articleProbability: proposition.articleProbability,
    imputed: proposition.imputed,
    outcome: outcome && isKnown(outcome, proposition.deadline, asOf) ? outcome : null,
  }));
}
