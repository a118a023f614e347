import type { ScenarioView } from "../core/view-types";
import { canonical, gunzip, gzip, sha256 } from "./hash";
import type { StoredView } from "./views";

/** The canonical bytes of a view (RFC 8785), and their SHA-256 in hex, by which it is known. */
export async function encodeView(view: ScenarioView): Promise<{ bytes: Uint8Array; hash: string }> {
  const bytes = new TextEncoder().encode(canonical(view));
  return { bytes, hash: await sha256(bytes) };
}

/** A view as it is stored. */
export async function packView(view: ScenarioView): Promise<StoredView> {
  const { bytes, hash } = await encodeView(view);
  return { hash, scenario: view.slug, revision: view.revision, asOf: view.asOf, body: await gzip(bytes) };
}

/** The canonical bytes of a stored view. */
export function viewBytes({ body }: Pick<StoredView, "body">): Promise<Uint8Array> {
  return gunzip(body);
}

/** A stored view as the document that it is. */
export async function openView(stored: Pick<StoredView, "body">): Promise<ScenarioView> {
  return parseView(await viewBytes(stored));
}

/** The document of a view's bytes. */
export function parseView(bytes: Uint8Array): ScenarioView {
  return JSON.parse(new TextDecoder().decode(bytes));
}
