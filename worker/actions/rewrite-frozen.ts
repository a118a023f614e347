import { dayOfInstant } from "../core/days";
import type { Removal } from "../core/redaction";
import { cutTexts, removeTexts } from "../core/remove-texts";
import type { LinkNotice } from "../core/sharing";
import type { ScenarioView } from "../core/view-types";
import type { Database } from "../store/database";
import { readFrozen, type FrozenView, type Rewritten } from "../store/frozen-views";
import { canonical, gzip } from "../store/hash";
import { runningHash } from "../store/running-hash";
import type { Signer } from "../store/signing";
import { listSnapshots, type SnapshotRow } from "../store/snapshots";
import { encodeView } from "../store/view-bytes";
import { sealView } from "../store/view-seal";

/** Takes texts out of a file of events, given in parts. */
export type RewriteFiles = (parts: readonly string[], removal: Removal) => string[];

/** What makes of a view without its texts all that stands beside it. */
export interface RewriteTools {
  rewriteFiles: RewriteFiles;
  /** Signs what links show from now on; null where no key is set: removing must not wait for one, it is signed later. */
  signer: Signer | null;
}

/** When and why texts are removed, and with what. */
interface RewriteBy extends RewriteTools {
  at: number;
  reason: string;
}

export interface FrozenRewrite {
  /** All links that there were when this was worked out. */
  known: SnapshotRow[];
  changes: Rewritten[];
  /** Links whose title, note, notices or reason quoted a removed text. */
  snapshots: SnapshotRow[];
  /** How many links show something else than before. */
  links: number;
}

/** What becomes of everything that links show: nothing is written here. */
export async function rewriteFrozen(
  db: Database,
  slug: string,
  removal: Removal,
  by: RewriteBy,
): Promise<FrozenRewrite> {
  const known = await listSnapshots(db, slug);
  const snapshots = known.map((row) => reword(row, removal)).filter((row, place) => row !== known[place]);
  const reworded = new Set(snapshots.map(({ id }) => id));
  const marked = new Set(snapshots.map(({ viewHash }) => viewHash));
  const changes: Rewritten[] = [];
  // A live link has no view of its own.
  const hashes = new Set(known.map(({ viewHash }) => viewHash).filter((hash) => hash !== ""));
  for (const hash of hashes) {
    const changed = await rewrite(db, await readFrozen(db, hash), removal, by, marked.has(hash));
    if (changed) changes.push(changed);
  }
  const touched = new Set(changes.map(({ old }) => old));
  const links = known.filter(({ id, viewHash }) => touched.has(viewHash) || reworded.has(id)).length;
  return { known, changes, snapshots, links };
}

function reword(row: SnapshotRow, removal: Removal): SnapshotRow {
  const notices: LinkNotice[] = JSON.parse(row.notices);
  const cut = notices.map((notice) => ({ ...notice, text: cutTexts(notice.text, removal) }));
  const sameNotices = cut.every(({ text }, place) => text === notices[place]?.text);
  const words = {
    title: cutTexts(row.title, removal),
    note: cutTexts(row.note, removal),
    withdrawnReason: cutTexts(row.withdrawnReason, removal),
    notices: sameNotices ? row.notices : JSON.stringify(cut),
  };
  const names = ["title", "note", "withdrawnReason", "notices"] as const;
  return names.every((name) => words[name] === row[name]) ? row : { ...row, ...words };
}

/** A view that lost something says so, also where only its file or its publisher's words did. */
async function rewrite(
  db: Database,
  frozen: FrozenView,
  removal: Removal,
  { at, reason, signer, rewriteFiles }: RewriteBy,
  marked: boolean,
): Promise<Rewritten | null> {
  const before = frozen.document;
  const view = removeTexts(before, removal) as ScenarioView;
  const files = rewriteFiles(frozen.files, removal);
  const sameFiles = files.every((text, part) => text === frozen.files[part]);
  if (!marked && sameFiles && canonical(view) === canonical(before)) return null;
  const redactions = [...(before.redactions ?? []), { on: dayOfInstant(at), reason }];
  const encoder = new TextEncoder();
  const csv = runningHash();
  for (const text of files) await csv.add(encoder.encode(text));
  const frozenNow = view.frozen && { frozen: { ...view.frozen, eventsCsv: await csv.end() } };
  const after: ScenarioView = { ...view, redactions, ...frozenNow };
  const { bytes, hash } = await encodeView(after);
  const { hash: old, scenario, revision, asOf, earlierHashes } = frozen;
  return {
    old,
    view: {
      hash,
      scenario,
      revision,
      asOf,
      body: await gzip(bytes),
      earlierHashes: [...earlierHashes, old],
      ...(await sealView(db, signer, frozen, bytes, at)),
    },
    files: await Promise.all(files.map((text) => gzip(encoder.encode(text)))),
  };
}
