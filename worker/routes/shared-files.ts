import type { AppContext } from "../http/context";
import { isKnown } from "../http/etag";
import { sendKept } from "../http/headers";
import { noLink, openFile } from "./shared-link";
import { viewOf } from "./shared-view";
import { viewSignature } from "./shared-signature";

/** The canonical bytes themselves: their SHA-256 is the view's hash. */
export async function viewJson(c: AppContext): Promise<Response> {
  const view = await viewOf(c, await openFile(c));
  return sendKept(c, view, { "Content-Type": "application/json" });
}

/** The signature of a frozen view; a live one has none. It is another one after texts were removed from the view. */
export async function viewSig(c: AppContext): Promise<Response> {
  const { seal, viewHash: hash, scenario, revision, asOf } = await openFile(c);
  if (seal === null) return noLink();
  const body = viewSignature({ hash, scenario, revision, asOf, ...seal });
  const etag = `"${hash}.${body.key}"`;
  if (isKnown(c, etag)) return c.body(null, 304, { ETag: etag });
  return c.json(body, 200, { ETag: etag });
}
