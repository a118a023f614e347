import { Hono } from "hono";
import { openApi } from "../contract/openapi";
import type { AppEnv } from "../http/context";
import { isKnown } from "../http/etag";
import { sha256 } from "../store/hash";

let made: { text: string; etag: string } | null = null;

/** Made at the first request to an isolate: a description that nobody asks for costs nothing. */
async function document(): Promise<{ text: string; etag: string }> {
  if (made) return made;
  const text = JSON.stringify(openApi("1"));
  made = { text, etag: `"${await sha256(text)}"` };
  return made;
}

/** The API's description, open to everybody: it holds nothing of this instance. */
export const openApiRoute = new Hono<AppEnv>().get("/", async (c) => {
  const { text, etag } = await document();
  if (isKnown(c, etag)) return c.body(null, 304, { ETag: etag });
  return c.body(text, 200, { "Content-Type": "application/json", ETag: etag });
});
