import { countRefs } from "../core/highest-refs";
import { DomainError } from "../core/errors";
import { nextRef, type RefCounter } from "../core/refs";
import { reserveRefs } from "../store/reserved-refs";
import { requireScenario, type ActionContext } from "./context";

const ATTEMPTS = 10;

export interface Reservation {
  refs: string[];
  /** The scenario's next reference before and after. */
  before: number;
  after: number;
}

/**
 * Reserves references for rows that come without one, so that nobody else is given them until the import is committed
 * or given up. `known` are references that come with the file: none of them is handed out.
 */
export async function reserve(
  { db }: ActionContext,
  slug: string,
  count: number,
  known: string[],
): Promise<Reservation> {
  if (count === 0) return { refs: [], before: 0, after: 0 };
  for (let left = ATTEMPTS; left > 0; left -= 1) {
    const before: RefCounter = await requireScenario(db, slug);
    let counter = countRefs(before, known);
    const refs: string[] = [];
    for (let i = 0; i < count; i += 1) {
      const next = nextRef(counter);
      refs.push(next.ref);
      counter = next.counter;
    }
    if (await reserveRefs(db, slug, before, counter)) {
      return { refs, before: before.nextRef, after: counter.nextRef };
    }
  }
  throw new DomainError("revision-taken", "Many people are saving at this moment. Nothing was saved: try again.");
}
