/** Has the server go on with verdicts that are being recalculated: each request pays for one block of month-ends. */
import type { SettleAnswer } from "../../worker/contract/api-types";
import { progressLabel, type Progress } from "../../worker/core/settling";
import { api, asProblem } from "../lib/api";
import { scenarioPath } from "../lib/header";

const PAUSE_MS = 250;
/** After so many requests that brought nothing the server does not go on by itself. */
const MOST_IDLE = 3;

export interface Settle {
  slug: string;
  /** The day whose month-ends are counted; null for the day at which the page opens. */
  asOf: string | null;
  tell: (progress: Progress) => void;
}

/** Until `isDone`; a hidden page waits until it is seen again. */
export async function settleUntil(isDone: (one: SettleAnswer) => boolean, { slug, asOf, tell }: Settle): Promise<void> {
  const path = `${scenarioPath(slug)}/settle${asOf === null ? "" : `?asOf=${asOf}`}`;
  let before = Infinity;
  for (let idle = 0; idle < MOST_IDLE;) {
    const answer = await api<SettleAnswer>("POST", path);
    tell(answer);
    if (isDone(answer)) return;
    idle = answer.left < before ? 0 : idle + 1;
    before = answer.left;
    do await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    while (document.hidden);
  }
}

/** Sends what needs settled verdicts; where they are not, it has them settled first, and sends it again. */
export async function whenSettled<T>(settle: Settle, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (asProblem(error).body["settling"] === undefined) throw error;
    await settleUntil(({ settled, months }) => settled === months, settle);
    return send();
  }
}

/** "The verdicts are being recalculated since revision 57 (12 of 162 months)." */
export function progressWords(progress: Progress): string {
  return `The verdicts are ${progressLabel(progress)}.`;
}
