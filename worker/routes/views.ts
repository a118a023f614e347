import { Hono } from "hono";
import { getView } from "../actions/get-view";
import { ViewQuery } from "../contract/requests";
import { todayOf, type AppEnv } from "../http/context";
import { validate } from "../http/validate";

/** An edge that compresses makes an ETag weak; the hash inside is the same. */
function matches(header: string | undefined, etag: string): boolean {
  const tags = (header ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(etag) || tags.includes("*");
}

export const views = new Hono<AppEnv>().get("/:slug/view", validate("query", ViewQuery), async (c) => {
  const { db, now } = c.var;
  const query = c.req.valid("query");
  const view = await getView(db, { slug: c.req.param("slug"), ...query, today: todayOf(now), now });
  const etag = `"${view.hash}"`;
  c.header("ETag", etag);
  c.header("Cache-Control", "private, no-cache");
  if (matches(c.req.header("If-None-Match"), etag)) return c.body(null, 304);
  return c.body(new Uint8Array(await view.bytes()), 200, { "Content-Type": "application/json" });
});
