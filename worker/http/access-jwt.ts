import { decode, verifyWithJwks } from "hono/jwt";
import { DomainError } from "../core/errors";

const KEEP_MS = 3_600_000;
const AGAIN_MS = 60_000;
/** Two clocks are never quite the same. */
const TOLERANCE_SECONDS = 30;

export interface AccessSettings {
  /** `https://TEAM.cloudflareaccess.com`. */
  issuer: string;
  audience: string;
}

/** Null unless both are set well: without an audience or an issuer, no token is ever taken. */
export function accessSettings(env: {
  ACCESS_TEAM?: string | undefined;
  ACCESS_AUD?: string | undefined;
}): AccessSettings | null {
  const [team, audience] = [env.ACCESS_TEAM ?? "", env.ACCESS_AUD ?? ""];
  if (!/^[a-z0-9-]+$/i.test(team) || !/^\S+$/.test(audience)) return null;
  return { issuer: `https://${team.toLowerCase()}.cloudflareaccess.com`, audience };
}

/** Whether Cloudflare Access stands before this Signpost, so that an e-mail address is a way in. */
export function hasAccess(env: Parameters<typeof accessSettings>[0]): boolean {
  return accessSettings(env) !== null;
}

interface PublicKey extends JsonWebKey {
  kid: string;
}

/** The team's public keys: kept for an hour, and for a key that is not among them asked again once a minute at most. */
export class TeamKeys {
  private keys: PublicKey[] = [];
  private issuer = "";
  private fetchedAt = -Infinity;
  private failedAt = -Infinity;

  constructor(private readonly ask: (url: string) => Promise<Response>) {}

  async with(kid: string, issuer: string, now: number): Promise<PublicKey[]> {
    const age = issuer === this.issuer ? now - this.fetchedAt : Infinity;
    const known = this.keys.some((key) => key.kid === kid);
    if (age >= KEEP_MS || (!known && age >= AGAIN_MS)) await this.refresh(issuer, now);
    return this.keys;
  }

  private async refresh(issuer: string, now: number): Promise<void> {
    if (now - this.failedAt < AGAIN_MS) refuseForNow();
    try {
      const answer = await this.ask(`${issuer}/cdn-cgi/access/certs`);
      if (!answer.ok) throw new Error(`Status ${answer.status}`);
      const { keys } = await answer.json<{ keys: unknown[] }>();
      this.keys = keys.filter(isPublicKey);
    } catch (error) {
      this.failedAt = now;
      console.error(JSON.stringify({ access: "keys", error: error instanceof Error ? error.name : "" }));
      refuseForNow();
    }
    this.issuer = issuer;
    this.fetchedAt = now;
  }
}

function isPublicKey(value: unknown): value is PublicKey {
  if (typeof value !== "object" || value === null) return false;
  return "kid" in value && typeof value.kid === "string" && "kty" in value && value.kty === "RSA";
}

function refuseForNow(): never {
  const detail =
    "Cloudflare Access could not be asked for its keys, so nobody can be let in with it. Try again in a minute.";
  throw new DomainError("not-configured", detail);
}

/**
 * The e-mail address, in small letters, of whom a Cloudflare Access token speaks; null for every token that is not signed by
 * the team for this application, is out of date, has no end, or names no address. The token is never logged.
 * @throws not-configured when the team's keys cannot be fetched
 *
 * @example await emailOfToken(token, { issuer: "https://desk.cloudflareaccess.com", audience: "4f0e" }, keys, now) // "a@b.example"
 */
export async function emailOfToken(
  token: string,
  { issuer, audience }: AccessSettings,
  teamKeys: TeamKeys,
  now: number,
): Promise<string | null> {
  const kid = kidOf(token);
  if (kid === null) return null;
  const keys = await teamKeys.with(kid, issuer, now);
  try {
    const payload = await verifyWithJwks(token, {
      keys,
      allowedAlgorithms: ["RS256"],
      // The times are looked at below: here they would have to be right to the second, and may be missing.
      verification: { iss: issuer, aud: audience, exp: false, nbf: false, iat: false },
    });
    const email = payload["email"];
    if (!isNow(payload, now / 1000) || typeof email !== "string" || email === "") return null;
    return email.trim().toLowerCase();
  } catch (error) {
    // Its message holds the token.
    console.warn(JSON.stringify({ access: "token", error: error instanceof Error ? error.name : "" }));
    return null;
  }
}

function isNow(payload: Record<string, unknown>, seconds: number): boolean {
  const { exp, nbf, iat } = payload;
  const begun = (at: unknown) => at === undefined || (typeof at === "number" && at <= seconds + TOLERANCE_SECONDS);
  return typeof exp === "number" && exp > seconds - TOLERANCE_SECONDS && begun(nbf) && begun(iat);
}

function kidOf(token: string): string | null {
  try {
    const { kid } = decode(token).header;
    return typeof kid === "string" && kid !== "" ? kid : null;
  } catch {
    return null;
  }
}
