/** Tokens as Cloudflare Access makes them, and every way in which one can be wrong. */
import { sign } from "hono/jwt";

export const TEAM = "desk";
export const ISSUER = `https://${TEAM}.cloudflareaccess.com`;
export const AUDIENCE = "4f0e6c";
export const EMAIL = "ada@example.org";

interface TeamKey {
  kid: string;
  privateKey: JsonWebKey & { kid: string };
  publicKey: JsonWebKey & { kid: string };
}

export async function newKey(kid: string): Promise<TeamKey> {
  const algorithm = {
    name: "RSASSA-PKCS1-v1_5",
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: "SHA-256",
  };
  const pair = (await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"])) as CryptoKeyPair;
  const jwk = async (key: CryptoKey) =>
    ({ ...((await crypto.subtle.exportKey("jwk", key)) as JsonWebKey), kid, alg: "RS256" }) as JsonWebKey & {
      kid: string;
    };
  return { kid, privateKey: await jwk(pair.privateKey), publicKey: await jwk(pair.publicKey) };
}

export function certs(...keys: TeamKey[]): Response {
  return Response.json({ keys: keys.map(({ publicKey }) => publicKey), public_certs: [] });
}

/** Claims that hold at `now` (epoch milliseconds), with any of them replaced; undefined takes one out. */
export function claims(now: number, changes: Record<string, unknown> = {}): Record<string, unknown> {
  const at = Math.floor(now / 1000);
  const all = {
    iss: ISSUER,
    aud: [AUDIENCE],
    email: EMAIL,
    iat: at - 10,
    nbf: at - 10,
    exp: at + 3600,
    type: "app",
    ...changes,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

export function tokenOf(key: TeamKey, payload: Record<string, unknown>): Promise<string> {
  return sign(payload, key.privateKey as JsonWebKey & { kid: string; alg: "RS256" }, "RS256");
}

function base64url(value: object): string {
  return btoa(JSON.stringify(value)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The same token with another header or payload under the same signature. */
function withPart(token: string, part: 0 | 1, value: object): string {
  return token
    .split(".")
    .map((text, index) => (index === part ? base64url(value) : text))
    .join(".");
}

/** Each must be refused, though `key` is the team's. */
export async function badTokens(key: TeamKey, now: number): Promise<[string, string][]> {
  const at = Math.floor(now / 1000);
  const good = await tokenOf(key, claims(now));
  const claimed = async (changes: Record<string, unknown>) => tokenOf(key, claims(now, changes));
  const secret = await sign(claims(now), "secret", "HS256");
  return [
    ["another audience", await claimed({ aud: ["other"] })],
    ["no audience", await claimed({ aud: undefined })],
    ["another issuer", await claimed({ iss: "https://evil.cloudflareaccess.com" })],
    ["no issuer", await claimed({ iss: undefined })],
    ["another key under the same id", await tokenOf(await newKey(key.kid), claims(now))],
    ["an unknown key", await tokenOf(await newKey("unknown"), claims(now))],
    ["no key id", withPart(good, 0, { alg: "RS256", typ: "JWT" })],
    ["an end that has passed", await claimed({ exp: at - 60 })],
    ["no end", await claimed({ exp: undefined })],
    ["an end that is no number", await claimed({ exp: String(at + 3600) })],
    ["a beginning that lies ahead", await claimed({ nbf: at + 120 })],
    ["made in the future", await claimed({ iat: at + 120 })],
    [
      "no signature",
      `${withPart(good, 0, { alg: "none", typ: "JWT", kid: key.kid }).split(".").slice(0, 2).join(".")}.`,
    ],
    ["a shared secret", withPart(secret, 0, { alg: "HS256", typ: "JWT", kid: key.kid })],
    ["a payload changed since", withPart(good, 1, claims(now, { email: "owner@example.org" }))],
    ["no address", await claimed({ email: undefined })],
    ["an address that is a list", await claimed({ email: [EMAIL] })],
    ["no token at all", "garbage"],
    ["two parts of one", good.split(".").slice(0, 2).join(".")],
  ];
}
