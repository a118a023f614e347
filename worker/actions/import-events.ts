import { DomainError } from "../core/errors";
import { countRef, nextRef, type RefCounter } from "../core/refs";
import type { EventContent } from "../core/types";
import type { StoredEvent } from "../store/event-rows";
import type { Database } from "../store/database";
import { findByClientId, findEvents } from "../store/events";
import { subjectEntries } from "../store/history";
import { commitEvents, type ChangeRequest } from "./commit-events";
import { requireScenario, type ActionContext } from "./context";
import { retryOnRace } from "./retry";

/** One row to write. A new row without a reference gets the next free one. */
export interface ImportRow {
  op: "record" | "correct";
  ref: string | null;
  content: EventContent;
}

interface ImportRequest<Report> {
  /** The references that the file names: their current versions are looked up before deciding. */
  refs: string[];
  reason: string;
  /** Chosen by the sender, so that a file is not imported twice; the first new event carries it. */
  clientId?: string | undefined;
  /** Decides on the state found; called again if another writer came first. */
  decide: (existing: Map<string, StoredEvent>) => { report: Report; rows: ImportRow[] };
}

/** Writes all rows as one ledger commit, or none. Returns the report with the revision that it led to. */
export function importEvents<Report>(
  context: ActionContext,
  slug: string,
  request: ImportRequest<Report>,
): Promise<{ report: Report; revision: number }> {
  return retryOnRace(async () => {
    const scenario = await requireScenario(context.db, slug);
    if (request.clientId !== undefined) await requireUnused(context.db, slug, request.clientId);
    const existing = await findEvents(context.db, slug, request.refs);
    const { report, rows } = request.decide(existing);
    if (rows.length === 0) return { report, revision: scenario.head.revision };
    const { changes, counter } = numberRows(rows, existing, scenario, request.clientId);
    const { revision } = await commitEvents(context, scenario, request.reason, changes, { counter });
    return { report, revision };
  });
}

/** Refuses a file that was imported already, by a request whose answer was lost. */
async function requireUnused(db: Database, slug: string, clientId: string): Promise<void> {
  const saved = await findByClientId(db, slug, clientId);
  const [first] = saved ? await subjectEntries(db, slug, "event", saved.ref) : [];
  if (!first) return;
  const { subject, revision } = first;
  throw new DomainError(
    "conflict",
    `This clientId was already used: ${subject} came with it, in revision ${revision}. Nothing was imported now. Use a ` +
      "new one for another file.",
    "clientId",
    { revision },
  );
}

/** References that come with the file are counted first, so that none is handed out to a row without one. */
function numberRows(
  rows: ImportRow[],
  existing: Map<string, StoredEvent>,
  start: RefCounter,
  sentAs: string | null = null,
): { changes: ChangeRequest[]; counter: RefCounter } {
  let counter = rows.reduce((state, row) => (row.ref === null ? state : countRef(state, row.ref)), start);
  const first = rows.findIndex(({ op }) => op === "record");
  const changes = rows.map(({ op, ref: given, content }, at): ChangeRequest => {
    const id = at === first ? sentAs : null;
    if (given !== null) {
      const current = existing.get(given) ?? null;
      return { op, ref: given, content, clientId: current?.clientId ?? id, current };
    }
    const next = nextRef(counter);
    counter = next.counter;
    return { op, ref: next.ref, content, clientId: id, current: null };
  });
  return { changes, counter };
}
