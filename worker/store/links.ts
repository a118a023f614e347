import { eq, getTableColumns } from "drizzle-orm";
import type { Database } from "./database";
import { sha256 } from "./hash";
import { snapshots, views } from "./schema";
import type { SnapshotRow } from "./snapshots";
import type { ViewSeal } from "./views";

/** A link as its readers come upon it; `seal` is what proves the view that it froze, and null of a live one. */
export interface FoundLink extends SnapshotRow {
  seal: (ViewSeal & { earlierHashes: string[] }) | null;
}

/**
 * The link of a token, found by the token's hash only: no other part of the address decides. Two rows in one query,
 * however large the scenario; the view's body is read by whoever has not got it.
 */
export async function findLink(db: Database, token: string): Promise<FoundLink | null> {
  const { headHash, signature, signingKey, signedAt, earlierHashes } = views;
  const [[row]] = await db.query.batch([
    db.query
      .select({ ...getTableColumns(snapshots), headHash, signature, signingKey, signedAt, earlierHashes })
      .from(snapshots)
      .leftJoin(views, eq(views.hash, snapshots.viewHash))
      .where(eq(snapshots.tokenHash, await sha256(token))),
  ]);
  if (!row) return null;
  const { headHash: head, signature: signed, signingKey: key, signedAt: at, earlierHashes: earlier, ...link } = row;
  if (link.viewHash === "") return { ...link, seal: null };
  if (head === null || earlier === null) throw new Error(`The view of snapshot ${link.id} is missing`);
  const seal = { headHash: head, signature: signed, signingKey: key, signedAt: at, earlierHashes: JSON.parse(earlier) };
  return { ...link, seal };
}
