import type { MiddlewareHandler } from "hono";
import { clockNow } from "../clock";
import type { Usage } from "../store/database";
import type { AppContext, AppEnv } from "./context";
import { isKnown, takesGzip } from "./etag";
import type { Kept } from "./memory";
import { securityHeaders, TRANSPORT } from "./security-headers";

/** Only our own files run or load anything; and nobody frames us, but for a reply that a handler has made for it. */
export const protectBrowser: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  const { headers } = c.res;
  // The built pages bring those of `_headers` along: of a reply that may be framed, and of http, some must go.
  for (const name of ["X-Frame-Options", "Strict-Transport-Security"]) headers.delete(name);
  const wanted = securityHeaders(c.var.framed ? "anybody" : "nobody");
  const https = new URL(c.req.url).protocol === "https:";
  for (const [name, value] of Object.entries({ ...wanted, ...(https ? TRANSPORT : {}) })) headers.set(name, value);
};

function isShared(c: AppContext): boolean {
  return c.req.path === "/s" || c.req.path.startsWith("/s/");
}

/** What a browser shows as a page to whoever is signed in: after they have gone, Back must not find it in a cache. */
function isPersonal(c: AppContext): boolean {
  if (c.var.principal === null) return false;
  const html = c.res.headers.get("Content-Type")?.startsWith("text/html") === true;
  return html || c.req.header("Sec-Fetch-Mode") === "navigate";
}

/**
 * Nothing of this instance belongs in a search engine, and neither shared pages nor those of a person are ever stored. That
 * also keeps them out of what Back shows whole; where it does not, they ask again (`web/lib/person.ts`). Signing out sends no
 * `Clear-Site-Data`: Chromium takes up to half a minute for it.
 */
export const keepPrivate: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  // Not `c.header`, here, above and below: it copies the reply, and a copy forgets that its body is gzipped already.
  const { headers } = c.res;
  headers.set("X-Robots-Tag", "noindex, nofollow");
  if (isShared(c) || isPersonal(c)) headers.set("Cache-Control", "no-store");
  else if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-cache");
};

/** What a part of a request cost in rows and time of the database, as one entry of Server-Timing. */
export function timing(name: string, { rowsRead, rowsWritten, queries, ms }: Usage): string {
  return `${name};desc="rows_read=${rowsRead} rows_written=${rowsWritten} queries=${queries}";dur=${inTenths(ms)}`;
}

/** Milliseconds to the tenth. */
export function inTenths(ms: number): number {
  return Math.round(10 * ms) / 10;
}

/** How long it took in milliseconds and what it cost, where a person's browser and our tests can see it. */
export const reportUsage: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  const { usage } = c.var.db;
  if (usage.queries === 0 || isShared(c)) return;
  c.res.headers.append("Server-Timing", `total;dur=${clockNow(c.env) - c.var.now}`);
  c.res.headers.append("Server-Timing", timing("db", usage));
};

/** A gzipped body as it is stored, for those who take it so: neither decompressed nor compressed again. */
export async function sendGzipped(
  c: AppContext,
  body: Uint8Array,
  open: (body: Uint8Array) => Promise<Uint8Array>,
  headers: Record<string, string>,
): Promise<Response> {
  const common = { ...headers, Vary: "Accept-Encoding" };
  if (!takesGzip(c)) return new Response(new Uint8Array(await open(body)), { headers: common });
  const encoded = { ...common, "Content-Encoding": "gzip" };
  return new Response(new Uint8Array(body), { headers: encoded, encodeBody: "manual" });
}

/** Bytes that are kept in both forms; nothing but 304 to whoever has them. */
export function sendKept(c: AppContext, { etag, identity, gzip }: Kept, headers: Record<string, string>): Response {
  const common = { ...headers, ETag: etag, Vary: "Accept-Encoding" };
  if (isKnown(c, etag)) return new Response(null, { status: 304, headers: common });
  if (!takesGzip(c)) return new Response(identity, { headers: common });
  // Other bytes than those that the tag stands for, as an edge says it too.
  const encoded = { ...common, ETag: `W/${etag}`, "Content-Encoding": "gzip" };
  return new Response(gzip, { headers: encoded, encodeBody: "manual" });
}

const COMPRESSIBLE = /^(text\/|application\/(json|javascript|[\w.-]+\+json)|image\/svg\+xml)/;

/**
 * At `npm start` nothing in front of the worker compresses. workerd encodes a body by itself when the reply says gzip;
 * so `hono/compress`, which encodes too, must not be used.
 */
export const compressLocally: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  const { headers, body } = c.res;
  if (c.env.LOCAL !== "1" || !body || headers.has("Content-Encoding")) return;
  if (!COMPRESSIBLE.test(headers.get("Content-Type") ?? "")) return;
  headers.set("Vary", "Accept-Encoding");
  if (!takesGzip(c)) return;
  const response = new Response(body, c.res);
  response.headers.set("Content-Encoding", "gzip");
  const etag = headers.get("ETag");
  // As an edge does: a compressed body has a weak tag.
  if (etag?.startsWith('"')) response.headers.set("ETag", `W/${etag}`);
  c.res = undefined;
  c.res = response;
};
