import type { MiddlewareHandler } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { PERSON_HEADER } from "../contract/page";
import { errorWords } from "../core/error-words";
import { DomainError } from "../core/errors";
import { openDatabase } from "../store/database";
import { analystOfKey, type AccessRole, type Analyst, type Known } from "../store/people";
import { analystOfSession, isNewHour, noteUse } from "../store/sessions";
import { accessPerson } from "./access-person";
import { noteKey, requireNoGuessing } from "./attempts";
import type { AppContext, AppEnv } from "./context";

const SESSION_SECONDS = 30 * 24 * 3600;

function isHttps(c: AppContext): boolean {
  return new URL(c.req.url).protocol === "https:";
}

/** `__Host-` binds a cookie to this host over https; on http://localhost browsers refuse the prefix. */
function cookieName(c: AppContext): string {
  return isHttps(c) ? "__Host-signpost" : "signpost";
}

export function sessionToken(c: AppContext): string | undefined {
  return getCookie(c, cookieName(c));
}

export function startSession(c: AppContext, token: string): void {
  setCookie(c, cookieName(c), token, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: isHttps(c),
    maxAge: SESSION_SECONDS,
  });
}

export function forgetSession(c: AppContext): void {
  deleteCookie(c, cookieName(c), { path: "/", secure: isHttps(c) });
}

/**
 * A write that rides on a cookie must come from our own pages. Browsers say so in `Origin`; a form post under
 * no-referrer sends `Origin: null`, and then `Sec-Fetch-Site`, which no page can forge, decides.
 */
export function requireSameOrigin(c: AppContext): void {
  if (c.req.method === "GET" || c.req.method === "HEAD") return;
  const site = c.req.header("Sec-Fetch-Site");
  const origin = c.req.header("Origin");
  if (site !== undefined && site !== "same-origin") refuseOrigin();
  if (origin === new URL(c.req.url).origin) return;
  if (site === "same-origin" && (origin === undefined || origin === "null")) return;
  refuseOrigin();
}

function refuseOrigin(): never {
  throw new DomainError("forbidden", "This request does not come from a page of this Signpost. Use its own pages.");
}

/** What our keys and session tokens look like; nothing else is looked for. */
const KEY = /^Bearer (sp_[\w-]{43})$/i;
const TOKEN = /^[\w-]{43}$/;

async function principalOf(c: AppContext): Promise<Analyst | null> {
  const authorization = c.req.header("Authorization");
  if (authorization !== undefined) return personOfKey(c, KEY.exec(authorization)?.[1]);
  const person = await accessPerson(c);
  const principal = person === undefined ? await personOfSession(c) : person;
  // The browser sends both of itself, also where another site has it ask.
  if (principal) requireSameOrigin(c);
  // A page that was made for somebody else must neither read nor write as whoever has come since.
  const of = c.req.header(PERSON_HEADER);
  return of === undefined || of === principal?.id ? principal : null;
}

async function personOfKey(c: AppContext, key: string | undefined): Promise<Analyst | null> {
  if (key === undefined) return null;
  requireNoGuessing(c, key);
  const known = await analystOfKey(c.var.db, key);
  await noteKey(c, key, known !== null);
  return known && used(c, "key", key, known);
}

async function personOfSession(c: AppContext): Promise<Analyst | null> {
  const token = sessionToken(c);
  if (token === undefined || !TOKEN.test(token)) return null;
  const known = await analystOfSession(c.var.db, token, c.var.now);
  return known && used(c, "session", token, known);
}

/** The person, without what is known of the secret. Its use is noted beside the reply, and not counted as its cost. */
function used(c: AppContext, kind: "key" | "session", secret: string, { lastUsedAt, ...analyst }: Known): Analyst {
  if (isNewHour(lastUsedAt, c.var.now)) {
    const noting = noteUse(openDatabase(c.env.DB), kind, secret, c.var.now).catch((error: unknown) =>
      console.error(JSON.stringify({ use: kind, ...errorWords(error) })),
    );
    try {
      c.executionCtx.waitUntil(noting);
    } catch {
      // Asked from within, as the set-up asks, there is nothing to wait for.
    }
  }
  return analyst;
}

/** Nobody passes without a valid key or session; a key that does not hold is never helped by a cookie. */
export const requirePrincipal: MiddlewareHandler<AppEnv> = async (c, next) => {
  const principal = await principalOf(c);
  if (!principal) {
    throw new DomainError("unauthenticated", "Sign in, or send an access key as `Authorization: Bearer <key>`.");
  }
  c.set("principal", principal);
  await next();
};

const RANK: Record<AccessRole, number> = { viewer: 0, analyst: 1, owner: 2 };

/** Lets those pass whose role is at least this one. */
export function requireRole(role: AccessRole): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const { role: own } = requirePerson(c);
    if (RANK[own] < RANK[role]) {
      throw new DomainError(
        "forbidden",
        `This needs the role ${role}; yours is ${own}. Ask an owner of this Signpost.`,
      );
    }
    await next();
  };
}

/** The signed-in person, behind `requirePrincipal`. */
export function requirePerson(c: AppContext): Analyst {
  const { principal } = c.var;
  if (!principal) throw new DomainError("unauthenticated", "Sign in first.");
  return principal;
}
