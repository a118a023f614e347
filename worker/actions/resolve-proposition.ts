import { DomainError } from "../core/errors";
import { splitOutcome } from "../core/ledger-statements";
import type { Outcome } from "../core/types";
import { insertRows, replaceColumns } from "../store/bulk";
import { findProposition } from "../store/claims";
import type { Database } from "../store/database";
import { propositions } from "../store/schema";
import { withOutcome, type PropositionRow } from "../store/statement-rows";
import { commitStatement, type Statement } from "./commit-statement";
import type { ActionContext } from "./context";

const UPSERT = `("scenario", "id") DO UPDATE SET ${replaceColumns(propositions, ["scenario", "id"])}`;

export async function requireProposition(db: Database, slug: string, id: string): Promise<PropositionRow> {
  const row = await findProposition(db, slug, id);
  if (!row) throw new DomainError("not-found", "There is no claim with this id in the scenario.");
  return row;
}

/** A file may say of a claim that it is open: that is no outcome yet. */
export function isSettled({ outcome }: Pick<PropositionRow, "outcome">): boolean {
  const recorded: Outcome | null = outcome === null ? null : JSON.parse(outcome);
  return recorded !== null && recorded.result !== "open";
}

function resolution(db: Database, row: PropositionRow, op: Statement["draft"]["op"], outcome: Outcome): Statement {
  const kept = op === "retract" ? null : outcome;
  return {
    draft: { kind: "resolution", subject: row.id, op, ...splitOutcome(outcome) },
    versions: row.outcomeVersion,
    project: ({ version }) => insertRows(db.d1, propositions, [withOutcome(row, kept, version)], UPSERT),
  };
}

/** Says how a claim went. Saying it again corrects what was said before. */
export function resolveProposition(
  context: ActionContext,
  slug: string,
  id: string,
  outcome: Outcome,
  reason: string,
): Promise<{ revision: number }> {
  return commitStatement(context, slug, reason, async () => {
    const row = await requireProposition(context.db, slug, id);
    return resolution(context.db, row, isSettled(row) ? "correct" : "record", outcome);
  });
}

/** Takes an outcome back: the claim is open again. */
export function reopenProposition(
  context: ActionContext,
  slug: string,
  id: string,
  reason: string,
): Promise<{ revision: number }> {
  return commitStatement(context, slug, reason, async () => {
    const row = await requireProposition(context.db, slug, id);
    if (row.outcome === null || !isSettled(row)) {
      throw new DomainError("not-found", "This claim has no outcome, so there is nothing to take back.");
    }
    return resolution(context.db, row, "retract", JSON.parse(row.outcome));
  });
}
