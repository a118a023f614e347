import { DomainError } from "../core/errors";
import { firstDayOf } from "../core/months";
import type { ScenarioView } from "../core/view-types";
import { isOutdated, type Database } from "../store/database";
import type { StoredEvent } from "../store/event-rows";
import { allEvents } from "../store/events";
import { gzip, randomHex, randomToken, sha256 } from "../store/hash";
import { insertSnapshot, type SnapshotRow } from "../store/snapshots";
import { viewBytes, type StoredView } from "../store/views";
import type { ActionContext } from "./context";
import { getView, type ViewQuestion } from "./get-view";

/** A gzipped part of at most about 1 MB of CSV: 1,000 rows of at most about 1,000 characters. */
const ROWS_A_PART = 1000;

interface CreateSnapshot {
  title: string;
  note: string;
  question: ViewQuestion;
  /** Writes rows as CSV; the header goes with the first part. */
  toCsv: (events: StoredEvent[], withHeader: boolean) => string;
}

/** How often the log may grow while its rows are being read before the person is asked to try again. */
const ATTEMPTS = 5;

/**
 * Freezes the current view under a new link. Everything comes from the server's own rows; only title and note are the
 * sender's. The token is returned here once and stored as its hash.
 */
export async function createSnapshot(
  context: ActionContext,
  input: CreateSnapshot,
): Promise<{ snapshot: SnapshotRow; token: string }> {
  const { db, who, now } = context;
  const { title, note, question } = input;
  // If the log grew while the view and its events were read, or before they were stored, it starts again.
  for (let left = ATTEMPTS; left > 0; left -= 1) {
    const { view, parts } = await freeze(db, input);
    const token = randomToken();
    const snapshot: SnapshotRow = {
      id: randomHex(8),
      scenario: question.slug,
      tokenHash: await sha256(token),
      viewHash: view.hash,
      revision: view.revision,
      asOf: view.asOf,
      title,
      note,
      createdAt: now,
      createdBy: who,
      withdrawnAt: null,
      withdrawnBy: null,
      withdrawnReason: "",
    };
    try {
      await insertSnapshot(db, snapshot, view, parts);
      return { snapshot, token };
    } catch (error) {
      if (!isOutdated(error)) throw error;
    }
  }
  throw new DomainError("revision-taken", "Events are being saved at this moment. No link was made: try again.");
}

async function freeze(db: Database, input: CreateSnapshot): Promise<{ view: StoredView; parts: Uint8Array[] }> {
  const view = await (await getView(db, input.question)).stored();
  await requireFinished(view);
  return { view, parts: await csvParts(db, input, view.asOf) };
}

/** A link is for good: it must not say for ever that something is still being worked out. */
async function requireFinished(view: StoredView): Promise<void> {
  const { pendingMonths }: ScenarioView = JSON.parse(new TextDecoder().decode(await viewBytes(view)));
  if (pendingMonths.length === 0) return;
  const detail = `The verdicts of ${pendingMonths.length} month-ends are still being worked out. No link was made:`;
  throw new DomainError("revision-taken", `${detail} try again when the page shows none as pending.`);
}

async function csvParts(db: Database, input: CreateSnapshot, asOf: string): Promise<Uint8Array[]> {
  const parts: Uint8Array[] = [];
  for await (const page of allEvents(db, input.question.slug, ROWS_A_PART)) {
    // Notes are for colleagues, not for readers of a link.
    const shown = page
      .filter(({ status, date }) => status === "active" && firstDayOf(date) <= asOf)
      .map((event) => ({ ...event, notes: "" }));
    parts.push(await gzip(new TextEncoder().encode(input.toCsv(shown, parts.length === 0))));
  }
  return parts.length > 0 ? parts : [await gzip(new TextEncoder().encode(input.toCsv([], true)))];
}
