import { dayOfInstant } from "../core/days";
import type { Removal } from "../core/redaction";
import { cutTexts, removeTexts } from "../core/remove-texts";
import type { ScenarioView } from "../core/view-types";
import type { Database } from "../store/database";
import { readFrozen, type FrozenView, type Rewritten } from "../store/frozen-views";
import { canonical, gzip, sha256 } from "../store/hash";
import { listSnapshots, type SnapshotRow } from "../store/snapshots";

/** Takes texts out of a file of events, given in parts. */
export type RewriteFiles = (parts: readonly string[], removal: Removal) => string[];

export interface FrozenRewrite {
  /** All links that there were when this was worked out. */
  known: SnapshotRow[];
  changes: Rewritten[];
  /** Links whose title, note or reason quoted a removed text. */
  snapshots: SnapshotRow[];
  /** How many links show something else than before. */
  links: number;
}

/** What becomes of everything that links show: nothing is written here. */
export async function rewriteFrozen(
  db: Database,
  slug: string,
  removal: Removal,
  { at, reason }: { at: number; reason: string },
  rewriteFiles: RewriteFiles,
): Promise<FrozenRewrite> {
  const known = await listSnapshots(db, slug);
  const cut = known.map((row) => reword(row, removal));
  const reworded = cut.filter((row, place) => row !== known[place]);
  const marked = new Set(reworded.map(({ viewHash }) => viewHash));
  const changes: Rewritten[] = [];
  for (const hash of new Set(known.map(({ viewHash }) => viewHash))) {
    const frozen = await readFrozen(db, hash);
    const changed = await rewrite(frozen, removal, { on: dayOfInstant(at), reason }, rewriteFiles, marked.has(hash));
    if (changed) changes.push(changed);
  }
  const touched = new Set(changes.map(({ old }) => old));
  const links = known.filter(({ viewHash }) => touched.has(viewHash)).length;
  return { known, changes, snapshots: reworded, links };
}

function reword(row: SnapshotRow, removal: Removal): SnapshotRow {
  const [title, note, withdrawnReason] = [row.title, row.note, row.withdrawnReason].map((text) =>
    cutTexts(text, removal),
  );
  if (title === row.title && note === row.note && withdrawnReason === row.withdrawnReason) return row;
  return { ...row, title: title ?? "", note: note ?? "", withdrawnReason: withdrawnReason ?? "" };
}

/** A view that lost something says so, also where only its file or its publisher's words did. */
async function rewrite(
  frozen: FrozenView,
  removal: Removal,
  redaction: { on: string; reason: string },
  rewriteFiles: RewriteFiles,
  marked: boolean,
): Promise<Rewritten | null> {
  const before: ScenarioView = JSON.parse(frozen.text);
  const view = removeTexts(before, removal) as ScenarioView;
  const files = rewriteFiles(frozen.files, removal);
  const sameFiles = files.every((text, part) => text === frozen.files[part]);
  if (!marked && sameFiles && canonical(view) === canonical(before)) return null;
  const encoder = new TextEncoder();
  const bytes = encoder.encode(canonical({ ...view, redactions: [...(before.redactions ?? []), redaction] }));
  const { hash: old, scenario, revision, asOf, earlierHashes } = frozen;
  const body = await gzip(bytes);
  return {
    old,
    view: { hash: await sha256(bytes), scenario, revision, asOf, body, earlierHashes: [...earlierHashes, old] },
    files: await Promise.all(files.map((text) => gzip(encoder.encode(text)))),
  };
}
