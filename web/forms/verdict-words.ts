/** What a save did to the verdict, told afterwards only. */
import { verdictLabel } from "../../worker/core/verdict-labels";
import type { VerdictWord } from "../../worker/core/verdict-types";

/** "The verdict stays stalled." Null where no verdict is shown: before registration, or while one is computed. */
export function verdictInWords(before: VerdictWord | null, after: VerdictWord | null): string {
  if (after === null) return "The verdict is being recalculated. The dashboard will show it.";
  const now = verdictLabel(after);
  if (before === null || before === after) return `The verdict ${before === null ? "is" : "stays"} "${now}".`;
  return `The verdict was "${verdictLabel(before)}" and is now "${now}".`;
}
