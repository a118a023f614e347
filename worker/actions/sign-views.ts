import type { Database } from "../store/database";
import { sha256 } from "../store/hash";
import type { Signer } from "../store/signing";
import { signingKeyStatement } from "../store/signing-keys";
import { sealStatement, sealView, unsignedViews } from "../store/view-seal";
import { parseView, viewBytes } from "../store/view-bytes";
import { readView } from "../store/views";

/**
 * Signs at most `limit` kept views that have no signature; safe to repeat. A signature says that this is what was frozen,
 * so a view that no longer is gets none: it is named in the list returned here.
 */
export async function signViews(db: Database, signer: Signer, now: number, limit: number): Promise<string[]> {
  const refused: string[] = [];
  let left = limit;
  for (const hash of await unsignedViews(db)) {
    if (left <= 0) break;
    try {
      await signView(db, signer, now, hash);
      left -= 1;
    } catch (error) {
      refused.push(
        `The frozen view ${hash} was not signed: ${error instanceof Error ? error.message : "unknown error"}`,
      );
    }
  }
  return refused;
}

async function signView(db: Database, signer: Signer, now: number, hash: string): Promise<void> {
  const view = await readView(db, hash);
  // A redaction has put another in its place meanwhile.
  if (!view) return;
  const bytes = await viewBytes(view);
  if ((await sha256(bytes)) !== hash) throw new Error("its bytes were changed");
  const seal = await sealView(db, signer, view, bytes, now);
  const { frozen } = parseView(bytes);
  if (seal.headHash === "") throw new Error("its revision is not in the ledger");
  if (frozen && frozen.ledgerHead !== seal.headHash) throw new Error("it names another ledger head than the ledger");
  await db.d1.batch([signingKeyStatement(db.d1, signer, now), sealStatement(db.d1, hash, seal)]);
}
