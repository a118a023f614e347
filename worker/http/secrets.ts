import type { MiddlewareHandler } from "hono";
import { DomainError } from "../core/errors";
import type { Env } from "../env";
import type { AppEnv } from "./context";

const NAMES = ["SIGNING_KEY", "LINK_SECRET"] as const;
/** Base64url of 32 bytes, its padding taken off. */
const FORM = /^[A-Za-z0-9_-]{43}$/;
/** 32 random bytes have about 30 different ones; fewer than 16 do not happen. */
const LEAST_DIFFERENT = 16;
const WORDS = /secret|default|example|change.?me|placeholder|signing.?key|password|test.?key/i;
/** Keys that standards print as examples: RFC 8037 (its `d`, which is also RFC 8032's first), RFC 8032's second and third. */
const PRINTED = new Set([
  "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
  "TM0Imyj_ltqdtsNG7BFOD1uKMZ81q6Yk2oz27U-4pvs",
  "xaqN9D-fg3vtt0QvMdy3sWbThTUHbwlLhc46LgtEWPc",
]);
const HOW = "Set it to 32 random bytes in base64url: docs/settings.md says how.";

function flawOf(value: string): string | null {
  if (value === "") return "is missing";
  if (WORDS.test(value)) return "is an example, not a secret";
  if (!FORM.test(value)) return value.length < 43 ? "is too short" : "is not 32 bytes in base64url";
  if (PRINTED.has(value)) return "is an example, not a secret";
  const bytes = Array.from(atob(value.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  const typed = bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
  return typed || new Set(bytes).size < LEAST_DIFFERENT ? "is not random" : null;
}

/**
 * What is wrong with the secrets of an instance, in sentences that never hold a part of one; none where all is well.
 *
 * @example secretProblems({ LINK_SECRET: good }) // ["The secret SIGNING_KEY is missing. Set it to 32 random bytes ..."]
 */
export function secretProblems(env: Pick<Env, (typeof NAMES)[number]>): string[] {
  // What is piped into `wrangler secret put` may end in a line break.
  const values = NAMES.map((name) => (env[name] ?? "").trim().replace(/=$/, ""));
  const problems = NAMES.flatMap((name, i) => {
    const flaw = flawOf(values[i] ?? "");
    return flaw === null ? [] : [`The secret ${name} ${flaw}. ${HOW}`];
  });
  const [signing, links] = values;
  if (problems.length > 0 || signing !== links) return problems;
  return [`The secrets ${NAMES.join(" and ")} are the same. Give each bytes of its own: docs/settings.md says how.`];
}

/** Deployed without good secrets, nothing is served: better no page than links that anybody could sign or open. */
export const requireSecrets: MiddlewareHandler<AppEnv> = async (c, next) => {
  // `npm start` makes them itself, and a test has what it needs.
  const problems = c.env.LOCAL === "1" ? [] : secretProblems(c.env);
  if (problems.length === 0) return next();
  if (c.req.path === "/healthz") return c.json({ status: "not set up" }, 503);
  throw new DomainError("not-configured", `This Signpost is not set up. ${problems.join(" ")}`);
};
