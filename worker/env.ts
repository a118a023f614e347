/** Bindings and variables of the worker; each is documented in `docs/settings.md`, and a test compares the two. */
export interface Env {
  DB: D1Database;
  ASSETS: Fetcher;
  /** "1" where the worker itself has to compress replies, as `npm start` needs; Cloudflare's edge does it by itself. */
  LOCAL?: string;
  /** Who shares: the name at the head of a shared page. */
  PUBLISHER?: string;
}
