import { randomToken, sha256 } from "../store/hash";
import { replaceToken } from "../store/link-life";
import type { CreatedSnapshot } from "./create-snapshot";
import { requireLink, requireNotWithdrawn, requireOwnLink, type LinkContext } from "./own-link";

/**
 * Gives a link another address; the old one opens nothing from then on, nor does a ticket of it. Everything else stays, a
 * passphrase too, which is why none is returned. Its maker may, and any owner.
 */
export async function rotateLink(context: LinkContext, id: string): Promise<CreatedSnapshot> {
  requireNotWithdrawn(await requireOwnLink(context, id, "give a new address to"));
  const token = randomToken();
  const replaced = await replaceToken(context.db, id, await sha256(token));
  const snapshot = replaced ?? (await requireLink(context, id));
  requireNotWithdrawn(snapshot);
  return { snapshot, token, passphrase: null };
}
