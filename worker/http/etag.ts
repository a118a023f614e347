import type { AppContext } from "./context";

/** Whether whoever asks has these bytes. An edge that compresses makes an ETag weak; what it holds is the same. */
export function isKnown(c: AppContext, etag: string): boolean {
  const header = c.req.header("If-None-Match");
  if (header === undefined) return false;
  const tags = header.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(etag) || tags.includes("*");
}

/** Whether a body may travel gzipped. `gzip;q=0` says that it may not. */
export function takesGzip(c: AppContext): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(c.req.header("Accept-Encoding") ?? "");
}
