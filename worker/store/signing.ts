import { DomainError } from "../core/errors";
import { fromBase64, readSecret, toBase64 } from "./base64";
import { sha256 } from "./hash";

const NAME = "Ed25519";
/** What stands before the 32 bytes in PKCS #8, the one private form besides JWK that takes a bare seed (RFC 8410). */
const PKCS8_HEAD = [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];
/** And before a public key in SubjectPublicKeyInfo, which openssl reads. */
const SPKI_HEAD = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];

/** The instance's signing key; the private half never leaves this object. */
export interface Signer {
  /** Id of the key, as `keyId` gives it. */
  key: string;
  /** 32 bytes, base64. */
  publicKey: string;
  /** The signature of the bytes, base64. */
  sign(bytes: Uint8Array): Promise<string>;
}

/**
 * The signer of a seed of 32 bytes in base64url; Ed25519 needs no randomness, so the same bytes get the same signature.
 *
 * @throws DomainError `not-configured` where the seed is missing or is not 32 bytes; its text never holds the seed.
 * @example (await openSigner("A".repeat(43))).publicKey // "O2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik=", as openssl has it
 */
export async function openSigner(seed: string | undefined): Promise<Signer> {
  const pkcs8 = new Uint8Array([...PKCS8_HEAD, ...readSeed(seed)]);
  const privateKey = await crypto.subtle.importKey("pkcs8", pkcs8, NAME, true, ["sign"]);
  const jwk = await crypto.subtle.exportKey("jwk", privateKey);
  if (!("x" in jwk) || typeof jwk.x !== "string") throw new Error("The public key could not be derived");
  const raw = fromBase64(jwk.x);
  return {
    key: await idOf(raw),
    publicKey: toBase64(raw),
    sign: async (bytes) => toBase64(new Uint8Array(await crypto.subtle.sign(NAME, privateKey, bytes))),
  };
}

/** The signer, or null where none is set up: for what must also work on an instance that cannot sign. */
export async function findSigner(seed: string | undefined): Promise<Signer | null> {
  try {
    return await openSigner(seed);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

/**
 * Whether a signature in base64 is this key's over exactly these bytes. A key or signature that is none is no match.
 *
 * @example await verifySignature(signer.publicKey, bytes, await signer.sign(bytes)) // true
 */
export async function verifySignature(publicKey: string, bytes: Uint8Array, signature: string): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey("raw", fromBase64(publicKey), NAME, false, ["verify"]);
    return await crypto.subtle.verify(NAME, key, fromBase64(signature), bytes);
  } catch {
    return false;
  }
}

/**
 * The id of a public key in base64: the first 16 hex digits of the SHA-256 of its 32 bytes.
 *
 * @example await keyId("O2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik=") // "139e3940e64b5491"
 */
export function keyId(publicKey: string): Promise<string> {
  return idOf(fromBase64(publicKey));
}

async function idOf(raw: Uint8Array): Promise<string> {
  return (await sha256(raw)).slice(0, 16);
}

/** A public key (32 bytes, base64) as a PEM file, which openssl reads. */
export function toPem(publicKey: string): string {
  const spki = toBase64(new Uint8Array([...SPKI_HEAD, ...fromBase64(publicKey)]));
  return `-----BEGIN PUBLIC KEY-----\n${spki}\n-----END PUBLIC KEY-----\n`;
}

function readSeed(setting: string | undefined): Uint8Array {
  const seed = readSecret(setting);
  if (seed) return seed;
  const wrong = setting === undefined || setting.trim() === "" ? "not set" : "wrong";
  throw new DomainError(
    "not-configured",
    `Links cannot be signed here: the secret SIGNING_KEY is ${wrong}. Set it to 32 random bytes in base64url: docs/settings.md says how.`,
  );
}
