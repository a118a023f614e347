import type { BackupCursor, MacCheck } from "../core/backup";
import { fromHex, readSecret } from "./base64";
import { canonical, toHex } from "./hash";

const encoder = new TextEncoder();
const MAC = { name: "HMAC", hash: "SHA-256", length: 256 };
/** What else LINK_SECRET keys has other labels, so that nothing of it can pass for a backup's. */
const LABEL = "signpost.backup/1 mac";

/** What the last line of a backup carries: which key, and the HMAC-SHA-256 over the sum of all lines before and its own. */
interface Mac {
  key: string;
  value: string;
}

async function macKey(secret: string | undefined): Promise<{ id: string; key: CryptoKey } | null> {
  const bytes = readSecret(secret);
  if (!bytes) return null;
  const base = await crypto.subtle.importKey("raw", bytes, "HKDF", false, ["deriveKey"]);
  const derived = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: encoder.encode(LABEL) };
  const key = await crypto.subtle.deriveKey(derived, base, MAC, false, ["sign", "verify"]);
  const id = await crypto.subtle.sign("HMAC", key, encoder.encode("key id"));
  return { id: toHex(id).slice(0, 16), key };
}

const endMessage = (previous: string, content: object): Uint8Array =>
  encoder.encode(`end\n${previous}\n${JSON.stringify(content)}`);
const cursorMessage = (cursor: object): Uint8Array => encoder.encode(`cursor\n${canonical(cursor)}`);

/**
 * The last line's content with its MAC, keyed by the instance's LINK_SECRET; as it is where there is no such secret. A check
 * sum can be made anew by whoever changes a file, a MAC cannot.
 *
 * @example await withMac(secret, "ab12...", { n: 3, end: { lines: 3 } }) // { n: 3, end: { lines: 3 }, mac: { key: ..., value: ... } }
 */
export async function withMac(secret: string | undefined, previous: string, content: object): Promise<object> {
  const own = await macKey(secret);
  if (!own) return content;
  const value = toHex(await crypto.subtle.sign("HMAC", own.key, endMessage(previous, content)));
  return { ...content, mac: { key: own.id, value } };
}

/**
 * Whether this instance's secret made the MAC of a last line, given the sum of the line before it. `sum` belongs to the
 * line and to no MAC.
 *
 * @example await checkMac(secret, "ab12...", { n: 3, end: { lines: 3 }, sum: "cd34..." }) // "none"
 */
export async function checkMac(
  secret: string | undefined,
  previous: string,
  { sum: _sum, mac, ...content }: Record<string, unknown>,
): Promise<MacCheck> {
  if (!isMac(mac)) return "none";
  const own = await macKey(secret);
  if (own?.id !== mac.key) return "foreign";
  const holds = await crypto.subtle.verify("HMAC", own.key, fromHex(mac.value), endMessage(previous, content));
  return holds ? "right" : "wrong";
}

function isMac(value: unknown): value is Mac {
  const { key, value: mac } = (value ?? {}) as Partial<Mac>;
  return typeof key === "string" && typeof mac === "string";
}

/**
 * Where the next page begins, sealed for its way through the hands of whoever pages: with sums of their own making they would
 * have this instance vouch for lines that it never wrote.
 *
 * @example await sealCursor(secret, cursor) // { ...cursor, mac: "9f86..." }
 */
export async function sealCursor(secret: string | undefined, cursor: BackupCursor): Promise<BackupCursor> {
  const own = await macKey(secret);
  if (!own) return cursor;
  return { ...cursor, mac: toHex(await crypto.subtle.sign("HMAC", own.key, cursorMessage(cursor))) };
}

/** Whether a cursor comes back as this instance sealed it. */
export async function isOwnCursor(secret: string | undefined, { mac, ...cursor }: BackupCursor): Promise<boolean> {
  const own = await macKey(secret);
  if (!own) return true;
  return crypto.subtle.verify("HMAC", own.key, fromHex(mac ?? ""), cursorMessage(cursor));
}
