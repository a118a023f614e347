import type { MiddlewareHandler } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { DomainError } from "../core/errors";
import { analystOfKey, analystOfSession, type AccessRole, type Analyst } from "../store/people";
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

async function principalOf(c: AppContext): Promise<Analyst | null> {
  const { db, now } = c.var;
  const authorization = c.req.header("Authorization");
  if (authorization !== undefined) {
    const key = /^Bearer (\S+)$/i.exec(authorization)?.[1];
    return key === undefined ? null : analystOfKey(db, key);
  }
  const token = sessionToken(c);
  const analyst = token === undefined ? null : await analystOfSession(db, token, now);
  if (analyst) requireSameOrigin(c);
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
