import { DomainError } from "../core/errors";
import { fromBase64, fromHex, readSecret, toBase64Url } from "./base64";
import { toHex } from "./hash";

const encoder = new TextEncoder();
/** 32 characters, so 5 bits each, none of which is taken for another: no 0 and o, no 1 and l. */
const ALPHABET = "23456789abcdefghijkmnpqrstuvwxyz";
const GROUPS = 4;
const GROUP_LENGTH = 4;
const TICKET_SECONDS = 3600;

/** What a ticket is bound to: when one of these changes, it opens nothing any more. */
export interface TicketFor {
  id: string;
  tokenHash: string;
  passphraseMac: string | null;
}

/**
 * A passphrase of 80 random bits that can be read over the phone: four groups of four.
 *
 * @example newPassphrase() // "k7mq-2xhd-9rtn-4wvc"
 */
export function newPassphrase(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(GROUPS * GROUP_LENGTH));
  const letters = Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join("");
  return Array.from({ length: GROUPS }, (_, group) =>
    letters.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH),
  ).join("-");
}

/** Case, spaces and hyphens do not matter to whoever types a passphrase. */
function passphraseMessage(linkId: string, passphrase: string): Uint8Array {
  const normalised = passphrase.toLowerCase().replaceAll(/[\s\p{Pd}]/gu, "");
  return encoder.encode(`passphrase\n${linkId}\n${normalised}`);
}

/**
 * What is stored of a passphrase: its HMAC-SHA256 under the instance's secret, in hex (64 characters). Its 80 bits need no
 * slow hash, and a copy of the database holds nothing of it without the secret.
 * @throws not-configured where the secret is missing or not 32 bytes in base64url
 *
 * @example await passphraseMac(secret, "a1", "K7MQ 2xhd 9rtn 4wvc") === await passphraseMac(secret, "a1", "k7mq-2xhd-9rtn-4wvc")
 */
export async function passphraseMac(secret: string | undefined, linkId: string, passphrase: string): Promise<string> {
  const key = await macKey(secret);
  return toHex(await crypto.subtle.sign("HMAC", key, passphraseMessage(linkId, passphrase)));
}

/** A new passphrase, for the one time that it is shown, with what is stored of it; null both where none is wanted. */
export async function drawPassphrase(
  wanted: boolean,
  secret: string | undefined,
  linkId: string,
): Promise<{ passphrase: string | null; mac: string | null }> {
  if (!wanted) return { passphrase: null, mac: null };
  const passphrase = newPassphrase();
  return { passphrase, mac: await passphraseMac(secret, linkId, passphrase) };
}

/** Whether this is the passphrase whose `mac` is stored; compared in constant time. */
export async function checkPassphrase(
  secret: string | undefined,
  linkId: string,
  passphrase: string,
  mac: string,
): Promise<boolean> {
  const key = await macKey(secret);
  return crypto.subtle.verify("HMAC", key, fromHex(mac), passphraseMessage(linkId, passphrase));
}

/**
 * What the files of an opened link are asked for with, for an hour: `<epoch seconds of its end>.<HMAC in base64url>`. It is
 * stored nowhere; a new token or passphrase makes it worthless, and whether the link is open is asked of its row each time.
 *
 * @example await newTicket(secret, link, 1_700_000_000_000) // "1700003600.Jx0..."
 */
export async function newTicket(secret: string | undefined, link: TicketFor, now: number): Promise<string> {
  const end = Math.floor(now / 1000) + TICKET_SECONDS;
  const mac = await crypto.subtle.sign("HMAC", await macKey(secret), ticketMessage(link, end));
  return `${end}.${toBase64Url(new Uint8Array(mac))}`;
}

const TICKET = /^(\d{10})\.([A-Za-z0-9_-]{43})$/;

/** Whether a ticket opens the files of this link now; compared in constant time. */
export async function checkTicket(
  secret: string | undefined,
  link: TicketFor,
  ticket: string,
  now: number,
): Promise<boolean> {
  const [, end, mac] = TICKET.exec(ticket) ?? [];
  if (end === undefined || mac === undefined || Number(end) * 1000 <= now) return false;
  const key = await macKey(secret);
  return crypto.subtle.verify("HMAC", key, fromBase64(mac), ticketMessage(link, Number(end)));
}

function ticketMessage({ id, tokenHash, passphraseMac: mac }: TicketFor, end: number): Uint8Array {
  return encoder.encode(`ticket\n${id}\n${end}\n${mac ?? ""}\n${tokenHash}`);
}

function macKey(secret: string | undefined): Promise<CryptoKey> {
  const bytes = readSecret(secret);
  if (!bytes) {
    throw new DomainError(
      "not-configured",
      "This Signpost cannot guard links yet: its LINK_SECRET is missing or is not 32 bytes in base64url. Whoever runs it finds in docs/settings.md how to set it.",
    );
  }
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]);
}
