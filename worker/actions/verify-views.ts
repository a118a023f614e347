import { decode } from "fast-png";
import type { Database } from "../store/database";
import { keyId } from "../store/signing";
import { listSigningKeys, type SigningKeyRow } from "../store/signing-keys";
import { filedHashes, keptViews, linkedViews, type LinkPlace, type ViewPlace } from "../store/view-check";
import { readImage } from "../store/view-images";
import { readView } from "../store/views";
import { viewProblems } from "./view-problems";

export interface FrozenReport {
  views: number;
  links: number;
  /** Views frozen before there were signatures; the schedule signs them. */
  unsigned: number;
  /** What does not hold, in plain words; empty when everything does. */
  problems: string[];
}

/**
 * Checks everything that links show for ever against its hash, its signature and the ledger: bytes, files, images, keys,
 * and that every link finds its view.
 */
export async function verifyViews(db: Database): Promise<FrozenReport> {
  const rows = await listSigningKeys(db);
  const keys = new Map(rows.map((row) => [row.id, row]));
  const problems = await keyProblems(rows);
  const kept = new Map((await keptViews(db)).map((view) => [view.hash, view]));
  let unsigned = 0;
  for (const hash of kept.keys()) {
    const view = await readView(db, hash);
    if (!view) continue;
    const found = [...(await viewProblems(db, view, keys)), ...(await imageProblems(db, hash))];
    if (found.length === 0 && view.signature === null) unsigned += 1;
    problems.push(...found.map((problem) => `The frozen view ${hash.slice(0, 12)} ${problem}.`));
  }
  const links = await linkedViews(db);
  problems.push(...links.flatMap((link) => linkProblems(link, kept.get(link.viewHash))));
  for (const hash of await filedHashes(db)) {
    if (!kept.has(hash))
      problems.push(`A file or an image is filed under ${hash.slice(0, 12)}, which is no frozen view.`);
  }
  return { views: kept.size, links: links.length, unsigned, problems };
}

async function keyProblems(keys: SigningKeyRow[]): Promise<string[]> {
  const problems: string[] = [];
  for (const { id, publicKey } of keys) {
    const actual = await keyId(publicKey).catch(() => "");
    if (actual !== id) problems.push(`The published signing key ${id} was changed: its id no longer fits it.`);
  }
  return problems;
}

/** An image is not signed; its own check sums find a changed byte. */
async function imageProblems(db: Database, hash: string): Promise<string[]> {
  const image = await readImage(db, hash);
  try {
    if (image) decode(image, { checkCrc: true });
    return [];
  } catch {
    return ["has a preview image that was changed: its check sums differ"];
  }
}

function linkProblems({ id, purpose, viewHash, ...place }: LinkPlace, view: ViewPlace | undefined): string[] {
  if (viewHash === "") return purpose === "live" ? [] : [`The link ${id} lost the view that it froze.`];
  if (!view) return [`The link ${id} shows a frozen view that is not there.`];
  const names = ["scenario", "revision", "asOf"] as const;
  if (names.every((name) => place[name] === view[name])) return [];
  return [`The link ${id} names another scenario, revision or day than the view that it shows.`];
}
