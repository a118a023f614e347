import { carries } from "../core/carried";
import type { LinkNotice } from "../core/sharing";
import type { Database } from "../store/database";
import { findEvents } from "../store/events";
import { changesAfter, redactionsAfter, versionDates, type Before, type EventChange } from "../store/link-corrections";
import { listSnapshots, type SnapshotRow } from "../store/snapshots";
import { requireScenario } from "./context";

export interface Correction extends EventChange {
  /** The event's title as it stands. */
  title: string;
  /** The links that carried what was changed, the newest first. */
  links: { row: SnapshotRow; noticed: boolean }[];
}

/** At most so many are listed. */
const LISTED = 200;
/** So many changes are looked at together. */
const PAGE = 500;

/**
 * What was corrected, retracted or removed of events after a frozen link took them along, newest first. A withdrawn link
 * carries nothing any more. The rows read grow with the commits after the oldest such link and with what these changed, not
 * with the events of the scenario; the walk ends as soon as the list is full.
 */
export async function listCorrections(db: Database, slug: string): Promise<Correction[]> {
  const { head } = await requireScenario(db, slug);
  const links = (await listSnapshots(db, slug)).filter((row) => row.viewHash !== "" && row.withdrawnAt === null);
  if (links.length === 0) return [];
  const revisions = links.map(({ revision }) => revision);
  const range = { after: Math.min(...revisions), newest: Math.max(...revisions) };
  const carriedOf = (changes: EventChange[]): Promise<Correction[]> => withLinks(db, slug, changes, links);
  const removed = await carriedOf(await redactionsAfter(db, slug, range.after, LISTED));
  const changed: Correction[] = [];
  let before: Before | undefined = { revision: head.revision + 1, ordinal: 0 };
  while (before && changed.length < LISTED) {
    const page = await changesAfter(db, slug, { ...range, before, limit: PAGE });
    changed.push(...(await carriedOf(page)));
    before = page.length < PAGE ? undefined : page.at(-1);
  }
  const newestFirst = [...removed, ...changed].toSorted((a, b) => b.revision - a.revision || b.ordinal - a.ordinal);
  const listed = newestFirst.slice(0, LISTED);
  const titles = await findEvents(db, slug, [...new Set(listed.map(({ ref }) => ref))]);
  return listed.map((one) => ({ ...one, title: titles.get(one.ref)?.title ?? "" }));
}

/** Those changes that a link carries as it was before, with these links. */
async function withLinks(
  db: Database,
  slug: string,
  changes: EventChange[],
  links: SnapshotRow[],
): Promise<Correction[]> {
  const rows = await versionDates(db, slug, [...new Set(changes.map(({ ref }) => ref))]);
  const versions = Map.groupBy(rows, ({ ref }) => ref);
  return changes.flatMap((change): Correction[] => {
    const carrying = links.filter((link) => carries(link, versions.get(change.ref) ?? [], change.revision));
    if (carrying.length === 0) return [];
    return [{ ...change, title: "", links: carrying.map((row) => ({ row, noticed: isNoticed(row, change.at) })) }];
  });
}

function isNoticed({ notices }: SnapshotRow, at: number): boolean {
  return (JSON.parse(notices) as LinkNotice[]).some((notice) => notice.at > at);
}
