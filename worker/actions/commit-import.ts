import { DomainError } from "../core/errors";
import { deltasOf, type EventChange } from "../core/event-changes";
import { countRefs } from "../core/highest-refs";
import type { CodeCount, MonthCell } from "../core/types";
import type { Database } from "../store/database";
import { contentOf } from "../store/event-rows";
import { findEvents } from "../store/events";
import { timeAfter } from "../store/seal";
import { commitSelection, selectedHashes, selectedRefs, staleRefs, type Selection } from "../store/staged-commit";
import { stagedRollup, type StagedDelta } from "../store/staged-rollup";
import { stagedEvents } from "../store/staged-rows";
import { requireScenario, type ActionContext } from "./context";
import { readImport, type ImportMaterial } from "./read-import";
import { retryOnRace } from "./retry";
import { oneAtATime, requireImport } from "./staged-import";

interface CommitRequest<Report> {
  /** Whether corrections are written. */
  corrections: boolean;
  /** Decides on all parts together: what is reported, which rows are left out, and whether anything is written. */
  decide: (material: ImportMaterial) => { report: Report; excluded: number[]; write: boolean };
}

/** Writes an import's rows as one ledger commit, or none. Returns the report with the revision that it led to. */
export function commitImport<Report>(
  context: ActionContext,
  slug: string,
  id: string,
  { corrections, decide }: CommitRequest<Report>,
): Promise<{ report: Report; revision: number }> {
  const attempt = async (): Promise<{ report: Report; revision: number }> => {
    const { db, who, now } = context;
    const { staged } = await requireImport(context, slug, id);
    const { head, ...counter } = await requireScenario(db, slug);
    const stale = await staleRefs(db, staged);
    if (stale.length > 0) throw changedMeanwhile(stale);
    const material = await readImport(db, staged);
    const { report, excluded, write } = decide(material);
    if (!write) return { report, revision: head.revision };
    const selection = { staged, corrections, excluded };
    const { hashes, recorded } = await selectedHashes(db, selection);
    const refs =
      excluded.length > 0
        ? await selectedRefs(db, selection)
        : material.parts.flatMap((part) => JSON.parse(part.highest) as string[]);
    const sweep = excluded.length > 0 || hashes.length > recorded;
    const after = await commitSelection(db, selection, {
      head,
      author: { who, at: timeAfter(head, now), reason: "Import" },
      hashes,
      recorded,
      counter: countRefs(counter, refs),
      rollup: stagedRollup(db.d1, slug, staged.id, corrections, await lessExcluded(db, selection), sweep),
    });
    return { report, revision: after.revision };
  };
  return oneAtATime(() => retryOnRace(attempt));
}

function changedMeanwhile(refs: string[]): DomainError {
  const named = refs.slice(0, 5).join(", ");
  return new DomainError(
    "conflict",
    `Somebody has changed or taken ${named}${refs.length > 5 ? " and others" : ""} since the rows were checked. ` +
      "Nothing was imported. Check the rows again, look at the report, then import.",
    undefined,
    { changed: refs },
  );
}

/** What takes the rows that are left out back out of their parts' sums. */
async function lessExcluded(
  db: Database,
  { staged, excluded }: Selection,
): Promise<{ cells: StagedDelta<MonthCell>[]; codes: StagedDelta<CodeCount>[] }> {
  if (excluded.length === 0) return { cells: [], codes: [] };
  const rows = await stagedEvents(db, staged.id, excluded);
  const current = await findEvents(
    db,
    staged.scenario,
    rows.map(({ event }) => event.ref),
  );
  const both = (["record", "correct"] as const).map((op) => {
    const changes = rows
      .filter((row) => row.op === op)
      .map(({ event }): EventChange => {
        return { ...event, op, content: contentOf(event), before: current.get(event.ref) ?? null };
      });
    return { op, ...deltasOf(changes) };
  });
  return {
    cells: both.flatMap(({ op, cells }) => cells.map((cell) => ({ op, ...negated(cell) }))),
    codes: both.flatMap(({ op, codes }) => codes.map((code) => ({ op, ...negated(code) }))),
  };
}

function negated<T extends object>(delta: T): T {
  const entries = Object.entries(delta).map(([name, value]) => [name, typeof value === "number" ? 0 - value : value]);
  return Object.fromEntries(entries) as T;
}
