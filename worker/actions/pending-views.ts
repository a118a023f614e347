import type { StoredView } from "../store/views";

const PENDING_MS = 60_000;
const REMEMBERED = 8;

/** Views with pending verdicts; they are gone with the isolate. */
const pending = new Map<string, { until: number; view: StoredView }>();

interface Drawn {
  view: StoredView;
  pendingMonths: readonly string[];
}

/**
 * What `draw` draws, for readers of a link. While verdicts are pending the database keeps no view; then one that was drawn
 * serves for a minute under the same key, so that nobody can have it drawn as often as they ask. The key holds the hash
 * of the ledger's head, so that a newer log is seen at once.
 */
export async function drawnOnce(key: string, now: number, draw: () => Promise<Drawn>): Promise<StoredView> {
  const known = pending.get(key);
  if (known && known.until > now) return known.view;
  const { view, pendingMonths } = await draw();
  if (pendingMonths.length > 0) remember(key, view, now + PENDING_MS);
  return view;
}

function remember(key: string, view: StoredView, until: number): void {
  pending.delete(key);
  pending.set(key, { until, view });
  for (const oldest of pending.keys()) {
    if (pending.size <= REMEMBERED) return;
    pending.delete(oldest);
  }
}
