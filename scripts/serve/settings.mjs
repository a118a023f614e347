import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { UserError } from "./user-error.mjs";

/** The project's folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * `PORT` and `SIGNPOST_DATA`, or their defaults: 8787 and `.signpost` in the project; and whether to keep to the limits of
 * Cloudflare's free plan (`SIGNPOST_PLAN=free`).
 * @param {Record<string, string | undefined>} env
 */
export function readSettings(env = process.env) {
  const text = env.PORT || "8787";
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65535) throw new UserError(`PORT must be a number from 1 to 65535, not "${text}".`);
  const plan = env.SIGNPOST_PLAN || null;
  if (plan !== null && plan !== "free") throw new UserError(`SIGNPOST_PLAN must be free or unset, not "${plan}".`);
  return { port, dataDir: resolve(root, env.SIGNPOST_DATA || ".signpost"), plan };
}
