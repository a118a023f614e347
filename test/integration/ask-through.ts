import { env } from "cloudflare:workers";
import { ORIGIN } from "./harness";
import { standingIn } from "./sessions";
import { fetchWorker } from "./worker";

/** A request that writes. */
export interface Write {
  path: string;
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export type Batch = (statements: D1PreparedStatement[]) => Promise<unknown>;

/** The worker's answer where each access to the database goes through `batch`. */
export async function ask(
  key: string,
  { path, method = "POST", body, headers = {} }: Write,
  batch: Batch,
): Promise<Response> {
  const db = new Proxy(env.DB, {
    get(target, property) {
      if (property === "batch") return batch;
      const member: unknown = Reflect.get(target, property);
      return typeof member === "function" ? member.bind(target) : member;
    },
  });
  const type = typeof body === "string" ? "text/csv" : "application/json";
  const request = new Request(ORIGIN + path, {
    method,
    headers: { Authorization: `Bearer ${key}`, "Content-Type": type, ...headers },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  return fetchWorker(request, { ...env, DB: standingIn(db) });
}
