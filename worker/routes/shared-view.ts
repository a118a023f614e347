import { liveView } from "../actions/live-view";
import { dayOfInstant } from "../core/days";
import type { AppContext } from "../http/context";
import { Memory, type Kept } from "../http/memory";
import type { SnapshotRow } from "../store/snapshots";
import { parseView, viewBytes } from "../store/view-bytes";
import { readView, type ReadView, type StoredView } from "../store/views";

/** The bytes of a view, and what the addresses under its link need to know of it. */
export interface SharedView extends Kept {
  hash: string;
  title: string;
  statement: string;
  /** Last day of valid dates that it shows. */
  asOf: string;
  /** SHA-256 of the frozen events.csv; null in views of before it was noted, and in live ones. */
  eventsCsv: string | null;
}

/** By the hash of their bytes, which comes from the database. */
const views = new Memory<SharedView>(8_000_000);

/** The view that a link shows now: what it froze, or the current one with the same fields. */
export async function viewOf(c: AppContext, link: SnapshotRow): Promise<SharedView> {
  if (link.viewHash === "") return open(await currentView(c, link));
  return views.get(link.viewHash) ?? open(await frozenView(c, link));
}

/** The same with the hashes that the view had before, from the view's own row. */
export async function wholeViewOf(
  c: AppContext,
  link: SnapshotRow,
): Promise<{ view: SharedView; earlierHashes: string[] }> {
  if (link.viewHash === "") return { view: await open(await currentView(c, link)), earlierHashes: [] };
  const stored = await frozenView(c, link);
  return { view: await open(stored), earlierHashes: stored.earlierHashes };
}

async function frozenView(c: AppContext, link: SnapshotRow): Promise<ReadView> {
  const stored = await readView(c.var.db, link.viewHash);
  if (!stored) throw new Error(`The view of snapshot ${link.id} is missing`);
  return stored;
}

function currentView(c: AppContext, link: SnapshotRow): Promise<StoredView> {
  const { db, now } = c.var;
  return liveView(db, { slug: link.scenario, fields: JSON.parse(link.fields), today: dayOfInstant(now), now });
}

async function open(stored: StoredView): Promise<SharedView> {
  const { hash, body } = stored;
  const known = views.get(hash);
  if (known) return known;
  const identity = await viewBytes(stored);
  const { title, statement, asOf, frozen } = parseView(identity);
  const eventsCsv = frozen?.eventsCsv ?? null;
  const view = { hash, etag: `"${hash}"`, identity, gzip: body, title, statement, asOf, eventsCsv };
  views.set(hash, view);
  return view;
}
