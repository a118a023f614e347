import { dayOfInstant } from "../core/days";
import type { Removal } from "../core/redaction";
import { removeTexts } from "../core/remove-texts";
import type { ScenarioView } from "../core/view-types";
import type { Database } from "../store/database";
import { readFrozen, type FrozenView, type Rewritten } from "../store/frozen-views";
import { gzip } from "../store/hash";
import { runningHash } from "../store/running-hash";
import type { Signer } from "../store/signing";
import type { SnapshotRow } from "../store/snapshots";
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
  changes: Rewritten[];
  /** Links that show something else than before. */
  links: SnapshotRow[];
}

/** What becomes of everything that links show, whose own words may have changed already: nothing is written here. */
export async function rewriteFrozen(
  db: Database,
  known: readonly SnapshotRow[],
  reworded: readonly SnapshotRow[],
  removal: Removal,
  by: RewriteBy,
): Promise<FrozenRewrite> {
  const changed = reworded.filter((link, place) => link !== known[place]);
  const marked = new Set(changed.map(({ viewHash }) => viewHash));
  const changes: Rewritten[] = [];
  // A live link has no view of its own.
  const hashes = new Set(known.map(({ viewHash }) => viewHash).filter((hash) => hash !== ""));
  for (const hash of hashes) {
    const rewritten = await rewrite(db, await readFrozen(db, hash), removal, by, marked.has(hash));
    if (rewritten) changes.push(rewritten);
  }
  const touched = new Set(changes.map(({ old }) => old));
  return { changes, links: reworded.filter((link) => touched.has(link.viewHash) || changed.includes(link)) };
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
  const view = removeTexts(before, removal);
  const files = rewriteFiles(frozen.files, removal);
  const sameFiles = files.every((text, part) => text === frozen.files[part]);
  if (!marked && sameFiles && JSON.stringify(view) === JSON.stringify(before)) return null;
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
