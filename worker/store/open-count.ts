import { errorWords } from "../core/error-words";
import type { Database } from "./database";
import type { SnapshotRow } from "./snapshots";

type Pressed = Pick<SnapshotRow, "id" | "tokenHash" | "passphraseMac">;

/**
 * Counts one press of a guarded link's Open button, if the link may still be opened: of any number at once, no more than
 * the cap allows are answered true. What was checked before must still hold: the token, the passphrase, the link's state.
 */
export async function countPress(db: Database, link: Pressed, now: number): Promise<boolean> {
  const { d1 } = db;
  const [result] = await d1.batch([
    d1
      .prepare(
        `UPDATE snapshots SET opens = opens + 1, last_opened_at = max(coalesce(last_opened_at, 0), ?2)
         WHERE id = ?1 AND token_hash = ?3 AND passphrase_mac IS ?4 AND withdrawn_at IS NULL AND paused_at IS NULL
         AND (expires_at IS NULL OR expires_at > ?2) AND (view_cap IS NULL OR opens < view_cap)`,
      )
      .bind(link.id, now, link.tokenHash, link.passphraseMac),
  ]);
  // A trigger may write as well, but only where this row is written; RETURNING would read the row once more.
  return (result?.meta.changes ?? 0) > 0;
}

interface Uncounted {
  opens: number;
  last: number;
  /** By `performance.now()`: until then a request of this isolate is writing this link's opens; the runtime ends such work after 30 s. */
  writingUntil: number;
}

const WRITING_MS = 25_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1000;

/** Opens of links that this isolate has answered and not written yet. */
const uncounted = new Map<string, Uncounted>();

/**
 * Counts one opening of an unguarded link. One write a link is under way at a time; what is opened meanwhile is written
 * with the next, and the pauses between them grow to a second, so that a link that everybody opens costs a write a second.
 * Returns what has to be waited for after the reply, or null where another request does the writing.
 */
export function countOpen(db: Database, id: string, now: number): Promise<void> | null {
  const entry = uncounted.get(id) ?? { opens: 0, last: now, writingUntil: 0 };
  uncounted.set(id, entry);
  entry.opens += 1;
  entry.last = Math.max(entry.last, now);
  if (performance.now() < entry.writingUntil) return null;
  entry.writingUntil = performance.now() + WRITING_MS;
  return writeOpens(db, id, entry);
}

async function writeOpens({ d1 }: Database, id: string, entry: Uncounted): Promise<void> {
  const update = d1.prepare(
    "UPDATE snapshots SET opens = opens + ?2, last_opened_at = max(coalesce(last_opened_at, 0), ?3) WHERE id = ?1",
  );
  try {
    for (let pause = FIRST_PAUSE_MS; entry.opens > 0; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      const { opens, last } = entry;
      entry.opens = 0;
      await d1.batch([update.bind(id, opens, last)]);
      if (performance.now() > entry.writingUntil - LONGEST_PAUSE_MS) break;
      await scheduler.wait(pause);
    }
  } catch (error) {
    // A count that is lost must not keep a page from its reader.
    console.error(JSON.stringify({ counting: id, ...errorWords(error) }));
  } finally {
    // What is left is written with the next opening.
    entry.writingUntil = 0;
    if (entry.opens === 0) uncounted.delete(id);
  }
}
