import { expandIPv6 } from "hono/utils/ipaddr";
import { DomainError } from "../core/errors";
import type { AppContext } from "./context";

const WAIT_MS = 60_000;
/** Enough for whoever guesses at once; the oldest are forgotten first. */
const MAX_KEPT = 1_000;

type Guess = "sign-in" | "invite" | "key";

/**
 * What stands for a client: an IPv4 address, or the first half of an IPv6 address, for within it one client has all it likes.
 *
 * @example networkOf("2001:db8::7") // "2001:0db8:0000:0000"
 */
export function networkOf(address: string): string {
  if (address.includes(".")) return address.slice(address.lastIndexOf(":") + 1);
  const isWhole = address.includes(":") && address.split(":").length <= 8;
  return isWhole ? expandIPv6(address).split(":", 4).join(":") : address;
}

/** Where somebody asks from. Cloudflare sets the header itself and lets nobody forge it; at `npm start` there is none. */
function addressOf(c: AppContext): string {
  return networkOf(c.req.header("CF-Connecting-IP") ?? "local");
}

function refuse(): never {
  throw new DomainError("too-many", "Too many attempts from this address. Wait a minute, then try again.");
}

/** Counts a try at a code, before the database is asked: above the limit nothing is read and nothing used up. */
export async function countTry(c: AppContext, guess: Guess): Promise<void> {
  const { success } = await c.env.ATTEMPTS.limit({ key: `${guess}:${addressOf(c)}` });
  if (!success) refuse();
}

/**
 * Counts a wrong passphrase, by link and client; whether it was still one of the few that a minute allows. A right one is never
 * counted or held up, so that nobody who has the address can lock its readers out; its 80 bits are what nobody guesses.
 */
export async function countWrongPassphrase(c: AppContext, linkId: string): Promise<boolean> {
  const { success } = await c.env.ATTEMPTS.limit({ key: `link:${linkId}:${addressOf(c)}` });
  return success;
}

/** Addresses from which keys were guessed too often, until when; and keys that were good, by which nobody guesses. */
const blocked = new Map<string, number>();
const good = new Set<string>();

function keep(collection: Map<string, number> | Set<string>): void {
  if (collection.size <= MAX_KEPT) return;
  for (const oldest of collection.keys()) {
    collection.delete(oldest);
    return;
  }
}

/**
 * Refuses keys from an address that guessed too many, before the database is asked. A key that was good here before passes
 * this (not the look at the database): one bad script must not lock out its neighbours. Only wrong keys are counted.
 */
export function requireNoGuessing(c: AppContext, key: string): void {
  const until = blocked.get(addressOf(c)) ?? 0;
  if (until > c.var.now && !good.has(key)) refuse();
}

export async function noteKey(c: AppContext, key: string, holds: boolean): Promise<void> {
  if (holds) {
    good.add(key);
    return keep(good);
  }
  good.delete(key);
  const { success } = await c.env.ATTEMPTS.limit({ key: `key:${addressOf(c)}` });
  if (success) return;
  blocked.set(addressOf(c), c.var.now + WAIT_MS);
  keep(blocked);
}
