/** Bytes as text of 64 letters: base64 in what readers check, base64url in addresses and settings. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The bytes of either form. */
export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}

/** The bytes of two hex digits each. */
export function fromHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

/** Base64url of 32 bytes, with or without its padding. */
const SECRET = /^[A-Za-z0-9_-]{43}=?$/;

/**
 * The 32 bytes of a secret of the instance, or null where the setting is none. What is piped into `wrangler secret put` may
 * end in padding and a line break.
 *
 * @example readSecret(`${"A".repeat(43)}=\n`) // 32 zero bytes
 */
export function readSecret(setting: string | undefined): Uint8Array | null {
  const text = setting?.trim() ?? "";
  return SECRET.test(text) ? fromBase64(text) : null;
}
