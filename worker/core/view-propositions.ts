import { firstDayOf } from "./months";
import { propositionStanding } from "./proposition-standing";
import { rounded } from "./rounded";
import type { Outcome } from "./types";
import type { InputProposition, ViewInput } from "./view-input";
import type { ViewEvidence, ViewProposition } from "./view-types";

/**
 * Whether an outcome is known on the as-of day: it is settled, and its date (or the deadline, where the outcome has no
 * date) has come. A date known to the month counts from its first day. Source: method, rulings 21 and 35.
 */
function isKnown(outcome: Outcome, deadline: string, asOf: string): boolean {
  return outcome.result !== "open" && firstDayOf(outcome.on ?? deadline) <= asOf;
}

type Source = Pick<ViewInput, "propositions" | "asOf" | "registration">;

/** The propositions as a view carries them: outcomes and evidence that lie after the as-of day are hidden. */
export function viewPropositions({ propositions, asOf, registration }: Source): ViewProposition[] {
  const { registeredOn } = registration;
  return propositions.map((proposition) => {
    const { outcome: recorded, evidence: items } = proposition;
    const outcome = recorded && isKnown(recorded, proposition.deadline, asOf) ? recorded : null;
    const evidence = items.map((item) => ({ ...item, ref: item.event }));
    const standing = rounded(propositionStanding({ proposition, outcome, evidence, registeredOn, asOf }));
    const { evidence: weighed = [], ...now } = standing.now ?? {};
    return {
      id: proposition.id,
      question: proposition.question,
      criteria: proposition.criteria,
      type: proposition.type,
      deadline: proposition.deadline,
      basis: proposition.basis,
      addedOn: proposition.addedOn,
      locator: proposition.locator,
      referenceClass: proposition.referenceClass,
      articleProbability: proposition.articleProbability,
      articleCue: proposition.articleCue,
      imputed: proposition.imputed,
      outcome,
      ...standing,
      now: standing.now === null ? null : (now as ViewProposition["now"]),
      evidence: weighed.flatMap((one) => viewEvidence(proposition, one)),
    };
  });
}

function viewEvidence(
  { evidence }: InputProposition,
  weighed: Pick<ViewEvidence, "date" | "logLr" | "counted"> & { ref: string },
): ViewEvidence[] {
  return evidence
    .filter(({ event }) => event === weighed.ref)
    .map(({ event, likelihoodRatio, cluster, rivalExplanation, title }) => {
      const { date, logLr, counted } = weighed;
      return { event, likelihoodRatio, cluster, rivalExplanation, title, date, logLr, counted };
    });
}
