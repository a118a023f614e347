import { DomainError } from "../core/errors";
import { joinEvent, type EntryDraft } from "../core/ledger";
import { draftStatements } from "../store/draft-statements";
import { contentOf, type StoredEvent } from "../store/event-rows";
import { findEvents } from "../store/events";
import { commitEvents, type ChangeRequest } from "./commit-events";
import { timeAfter } from "../store/seal";
import { requireScenario, type ActionContext } from "./context";
import { planUndo, type UndoPlan } from "./plan-undo";
import { retryOnRace } from "./retry";

export const NOTHING_WRITTEN = "You have not written anything here yet.";

/**
 * Takes back the caller's last commit as a new one: every entry of it is followed by one that puts its subject back to
 * where it stood. `revision` names the commit that the caller means, so that a second press does not undo the undoing.
 */
export function undoLastCommit(
  context: ActionContext,
  slug: string,
  revision?: number,
): Promise<{ revision: number; undone: UndoPlan }> {
  const { db, who, now } = context;
  return retryOnRace(async () => {
    const scenario = await requireScenario(db, slug);
    const plan = await planUndo(db, slug, who);
    if (!plan) throw new DomainError("conflict", NOTHING_WRITTEN);
    const last = plan.commit.revision;
    if (revision !== undefined && revision !== last) {
      throw new DomainError("conflict", `Your last commit is revision ${last}. Look at it before you take it back.`);
    }
    if (plan.problem !== null) throw new DomainError("conflict", plan.problem);
    const ofEvents = plan.drafts.filter(({ kind }) => kind === "event");
    const drafts = plan.drafts.filter(({ kind }) => kind !== "event");
    const refs = ofEvents.map(({ subject }) => subject);
    const current = await findEvents(db, slug, refs);
    const at = timeAfter(scenario.head, now);
    const next = { revision: scenario.head.revision + 1, who, at };
    const statements = await draftStatements(db, slug, drafts, next, new Set(refs));
    const requests = ofEvents.map((draft) => toRequest(draft, current.get(draft.subject)));
    const done = await commitEvents(context, scenario, `Undo of revision ${last}`, requests, {
      beside: { drafts, statements },
    });
    return { revision: done.revision, undone: plan };
  });
}

function toRequest({ op, subject: ref, facts, texts }: EntryDraft, current: StoredEvent | undefined): ChangeRequest {
  if (!current) throw new Error(`The event ${ref} of a commit is missing`);
  const content = op === "retract" ? contentOf(current) : joinEvent(facts, texts);
  return { op, ref, content, clientId: current.clientId, current };
}
