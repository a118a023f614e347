import { gzip, sha256 } from "../store/hash";
import type { AppContext } from "./context";
import { sendKept } from "./headers";
import type { Kept } from "./memory";

/** A text in both forms, under a tag that is the hash of its bytes. */
export async function keptText(text: string): Promise<Kept> {
  const identity = new TextEncoder().encode(text);
  return { etag: `"${await sha256(identity)}"`, identity, gzip: await gzip(identity) };
}

/** Nothing but 304 to whoever has these bytes. */
export function sendText(c: AppContext, kept: Kept, type: string): Response {
  return sendKept(c, kept, { "Content-Type": `${type}; charset=utf-8` });
}
