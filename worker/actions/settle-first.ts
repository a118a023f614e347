import { DomainError } from "../core/errors";
import { progressLabel, type Progress } from "../core/settling";
import type { Database } from "../store/database";
import { catchUpVerdicts, type CatchUp } from "./catch-up-verdicts";

/** Before a view is frozen: goes on with the month-ends that it shows, and refuses while some of them are left. */
export async function settleFirst(db: Database, asked: CatchUp, limit: number): Promise<void> {
  const { since, settled, months } = await catchUpVerdicts(db, asked, limit);
  if (settled < months) throw stillSettling({ since, settled, months });
}

/** A frozen link is for good: it must not hold for ever a verdict of other records than its own. */
export function stillSettling({ since, settled, months }: Progress): DomainError {
  const progress = { since, settled, months };
  const detail = `The verdicts are ${progressLabel(progress)}, and a frozen link waits for that. Try again: each try goes on with it.`;
  return new DomainError("revision-taken", detail, undefined, { settling: progress });
}
