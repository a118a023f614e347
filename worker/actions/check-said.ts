import { endOfMonth } from "../core/days";
import { isMonth } from "../core/months";
import { isSameSaid, saidOf, type Said } from "../core/said";
import { wrongCorrectionSentence, wrongSaidSentence } from "../core/said-sentences";
import type { Folded } from "../store/fold";
import type { CommitRow } from "../store/history";
import type { SaidRow } from "../store/said";
import { foldedLog } from "./past-log";

/**
 * Compares the records of month-ends with the ledger while it is folded: what was right for a month is what the ledger said
 * when that month was over.
 */
export class SaidCheck {
  readonly #rows: readonly SaidRow[];
  readonly #now: number;
  readonly #waiting: SaidRow[];
  readonly #found: string[];

  /** `rows`: oldest month first. */
  constructor(rows: readonly SaidRow[], now: number) {
    this.#rows = rows;
    this.#now = now;
    this.#waiting = rows.filter(({ month }) => isMonth(month));
    this.#found = rows.flatMap(({ month }) =>
      isMonth(month) ? [] : `A month-end is recorded of "${month}", no month.`,
    );
  }

  /** Before a commit is folded: judges the months that were over by then, by what is folded so far. */
  before({ at, revision }: Pick<CommitRow, "at" | "revision">, state: Folded): void {
    this.#judge(state, revision - 1, at);
  }

  /** After the last commit: what does not hold, in sentences. */
  end(state: Folded, revision: number): string[] {
    this.#judge(state, revision, Infinity);
    return [...this.#found, ...correctionProblems(this.#rows, state)];
  }

  #judge(state: Folded, revision: number, until: number): void {
    for (let [row] = this.#waiting; row && endOfMonth(row.month) <= until; [row] = this.#waiting) {
      this.#waiting.shift();
      const early = endOfMonth(row.month) > this.#now;
      const right = early || revision === 0 ? null : saidBy(state, row, revision);
      if (right === null || !isSameSaid(row, right)) this.#found.push(wrongSaidSentence(row, right, early));
    }
  }
}

function saidBy(state: Folded, { month }: SaidRow, revision: number): Said | null {
  const said = saidOf(foldedLog(state), month);
  return said && { revision, ...said };
}

/** A record that was put right says so, and says what the ledger's entry says. */
function correctionProblems(rows: readonly SaidRow[], { said }: Folded): string[] {
  const standing = new Map(rows.map((row) => [row.month, row]));
  const marked = rows.flatMap(({ month, correctedIn }) => (correctedIn === null ? [] : month));
  return [...new Set([...said.keys(), ...marked])].flatMap((month) => {
    const row = standing.get(month);
    const correction = said.get(month);
    const after = correction?.after ?? null;
    const { correctedIn = null } = row ?? {};
    // Taken away before its month was over, it may have been made anew since.
    if (after === null && correctedIn === null) return [];
    if (row && after && correctedIn === correction?.correctedIn && isSameSaid(row, after)) return [];
    return wrongCorrectionSentence(month, correction?.correctedIn ?? correctedIn);
  });
}
