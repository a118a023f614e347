import { env } from "cloudflare:workers";
import type { MadeLink, SigningKey, ViewSignature } from "../../worker/contract/link-types";
import { openSigner, type Signer } from "../../worker/store/signing";
import { api, ORIGIN, request, SLUG } from "./harness";
import { fetchWorker } from "./worker";

/** The seed of a key that the instance had before. */
export const EARLIER_KEY = "A".repeat(43);

/** The signer of this instance, and one that it had before. */
export const currentSigner = (): Promise<Signer> => openSigner(env.SIGNING_KEY);
export const earlierSigner = (): Promise<Signer> => openSigner(EARLIER_KEY);

export async function freeze(key: string, body: object = {}): Promise<MadeLink> {
  const response = await api("POST", `/scenarios/${SLUG}/snapshots`, { key, body: { title: "Frozen", ...body } });
  if (response.status !== 201) throw new Error(await response.text());
  return response.json();
}

export async function shown({ url }: MadeLink, file: string): Promise<Uint8Array> {
  const response = await request("GET", `${new URL(url).pathname}/${file}`);
  if (response.status !== 200) throw new Error(`${file}: ${response.status} ${await response.text()}`);
  return new Uint8Array(await response.arrayBuffer());
}

export async function signatureOf(link: MadeLink): Promise<ViewSignature> {
  return JSON.parse(new TextDecoder().decode(await shown(link, "view.sig")));
}

export async function publishedKeys(): Promise<SigningKey[]> {
  const response = await request("GET", "/api/v1/signing-keys");
  return ((await response.json()) as { keys: SigningKey[] }).keys;
}

/** Asks an instance whose signing key is another than the tests' own. */
export function withKey(seed: string, method: string, path: string, key?: string, body?: object): Promise<Response> {
  const headers = { "Content-Type": "application/json", ...(key && { Authorization: `Bearer ${key}` }) };
  const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
  return fetchWorker(new Request(ORIGIN + path, init), { ...env, SIGNING_KEY: seed });
}

/** Asks an instance that has no signing key. */
export function withoutKey(method: string, path: string, key?: string, body?: object): Promise<Response> {
  return withKey("", method, path, key, body);
}

/** A frozen view as it was stored before there were signatures. */
export async function forgetSignatures(): Promise<void> {
  await env.DB.prepare("UPDATE views SET signature = NULL, signing_key = NULL, signed_at = NULL, head_hash = ''").run();
  await env.DB.prepare("DELETE FROM signing_keys").run();
}

/** A copy of bytes with one bit of one byte turned over. */
export function flipped(bytes: Uint8Array, at = bytes.length >> 1): Uint8Array {
  return bytes.map((byte, place) => (place === at ? byte ^ 1 : byte));
}
