import { dayOfInstant } from "../core/days";
import { DomainError } from "../core/errors";
import { monthLabel } from "../core/labels";
import { isOver } from "../core/months";
import { isSameSaid, type SaidCorrection } from "../core/said";
import type { Month } from "../core/types";
import { writeCommit } from "../store/commit";
import { subjectEntries } from "../store/history";
import { correctSaidStatement, findSaid } from "../store/said";
import { timeAfter } from "../store/seal";
import { requireScenario, type ActionContext } from "./context";
import { saidAtEnd } from "./record-said";
import { retryOnRace } from "./retry";

/**
 * Puts a wrong record of a month-end right, as a commit with a reason: it then says what the ledger said when the month was
 * over. One of a month that is not over is taken away; the schedule makes it when it is.
 */
export function correctSaid(
  { db, who, now }: ActionContext,
  slug: string,
  month: Month,
  reason: string,
): Promise<SaidCorrection & { correctedIn: number }> {
  return retryOnRace(async () => {
    const { head } = await requireScenario(db, slug);
    const row = await findSaid(db, slug, month);
    if (!row) throw new DomainError("not-found", "Nothing is recorded of the end of this month.");
    const after = isOver(month, dayOfInstant(now)) ? await saidAtEnd(db, slug, month) : null;
    if (after && isSameSaid(row, after)) {
      throw new DomainError("conflict", `The record of the end of ${monthLabel(month)} is right: nothing was changed.`);
    }
    const { revision, published, index } = row;
    const facts = { month, before: { revision, published, index }, after };
    const version = (await subjectEntries(db, slug, "said", month)).length + 1;
    const op = after === null ? ("retract" as const) : ("correct" as const);
    const at = timeAfter(head, now);
    const correctedIn = head.revision + 1;
    const draft = { kind: "said" as const, subject: month, version, op, facts, texts: {} };
    const statement = correctSaidStatement(db.d1, row, after, { revision: correctedIn, at });
    await writeCommit(db, slug, head, { who, at, reason }, [draft], [statement]);
    return { ...facts, correctedIn };
  });
}
