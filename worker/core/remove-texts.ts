import { placeholderOf, redactedSubject, type Blanked, type Removal } from "./redaction";
import type { Contribution, ScenarioView, ViewEvent, ViewEvidence, ViewMove, ViewProposition } from "./view-types";

/** An object of a view whose texts are those of a subject, without the removed ones. */
function without<T extends object>(value: T, removal: Removal, of: Pick<Blanked, "kind" | "subject">): T {
  const removed = removal.get(redactedSubject(of));
  if (!removed) return value;
  const members = Object.entries(value).map(([name, member]: [string, unknown]) => {
    const isRemoved = removed.has(name) && typeof member === "string" && member !== "";
    return [name, isRemoved ? placeholderOf(name) : member];
  });
  return Object.fromEntries(members) as T;
}

/**
 * A view without removed texts. What goes is found by whose it is, never by its words: the same words of another event
 * stay, and so does all that the server says itself. Every place of a view that shows a text of the ledger stands here.
 *
 * @example removeTexts(view, removalOf([{ kind: "event", subject: "E-1", fields: ["title"] }])).latestEvents[0].title // "[removed]"
 */
export function removeTexts(view: ScenarioView, removal: Removal): ScenarioView {
  const event = <T extends ViewEvent | Contribution>(one: T): T =>
    // A contribution of a state bears the indicator's key in the place of a reference.
    one.id === null ? one : without(one, removal, { kind: "event", subject: one.ref });
  const evidence = (item: ViewEvidence, claim: ViewProposition): ViewEvidence => {
    const rated = without(item, removal, { kind: "evidence", subject: `${claim.id}\n${item.event}` });
    return without(rated, removal, { kind: "event", subject: item.event });
  };
  return {
    ...view,
    ...(view.note && { note: without(view.note, removal, { kind: "note", subject: view.note.month }) }),
    latestEvents: view.latestEvents.map(event),
    contributions: view.contributions.map(event),
    ...(view.moves && { moves: view.moves.map((move): ViewMove => ({ ...move, events: move.events.map(event) })) }),
    indicators: view.indicators.map((one) => ({ ...one, amounts: one.amounts.map(event) })),
    propositions: view.propositions.map((claim) => ({
      ...claim,
      ...(claim.outcome && { outcome: without(claim.outcome, removal, { kind: "resolution", subject: claim.id }) }),
      // Views of before 0.2.0 lack it.
      ...(claim.evidence && { evidence: claim.evidence.map((item) => evidence(item, claim)) }),
    })),
  };
}
