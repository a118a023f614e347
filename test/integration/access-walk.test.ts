/** Every route with every method by everybody, compared with the one table of who may what. */
import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { now } from "../clock";
import { app } from "../../worker/app";
import { API_TABLE, refusalsOf, type ApiRoute, type Who } from "../../worker/contract/api-table";
import { createSignInCode, ensureAnalyst } from "../../worker/store/people";
import { routeOf } from "./check-answer";
import { api, database, keyFor, ORIGIN, registerShipped, request, SLUG } from "./harness";
import { tokenOf, share } from "./shared-links";
import { standOf } from "./stand";
import { fetchWorker } from "./worker";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
const RANK: Record<Who, number> = { nobody: 0, viewer: 1, analyst: 2, owner: 3 };

interface Caller {
  is: Who;
  headers: Record<string, string>;
}

const bearer = (key: string) => ({ Authorization: `Bearer ${key}` });

/** A session's cookie, as the sign-in page gives it. */
async function sessionOf(role: "owner" | "analyst", name: string): Promise<string> {
  const person = await ensureAnalyst(database(), name, role, now());
  const code = await createSignInCode(database(), person.id, now());
  const response = await request("POST", "/sign-in", {
    body: `code=${code}`,
    headers: { "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin" },
  });
  return response.headers.get("Set-Cookie")?.split(";")[0] ?? "";
}

const run = (sql: string) => env.DB.prepare(sql).run();

async function callers(): Promise<Record<string, Caller>> {
  const { owner, analyst, viewer } = await registerShipped();
  const link = await share(owner);
  const disabled = await keyFor("owner", "Disabled");
  const disabledSession = await sessionOf("owner", "Disabled");
  const revoked = await keyFor("owner", "Revoked");
  const expired = await sessionOf("owner", "Expired");
  const session = await sessionOf("owner", "Signed in");
  await run("UPDATE analysts SET disabled_at = 1 WHERE name = 'Disabled'");
  await run("UPDATE access_keys SET revoked_at = 1 WHERE analyst = (SELECT id FROM analysts WHERE name = 'Revoked')");
  await run("UPDATE sessions SET expires_at = 1 WHERE analyst = (SELECT id FROM analysts WHERE name = 'Expired')");
  return {
    nobody: { is: "nobody", headers: {} },
    "a disabled person's key": { is: "nobody", headers: bearer(disabled) },
    "a disabled person's session": { is: "nobody", headers: { Cookie: disabledSession, Origin: ORIGIN } },
    "a revoked key": { is: "nobody", headers: bearer(revoked) },
    "an expired session": { is: "nobody", headers: { Cookie: expired, Origin: ORIGIN } },
    "a link's token as a key": { is: "nobody", headers: bearer(tokenOf(link)) },
    "a bad key beside a good session": { is: "nobody", headers: { ...bearer("x"), Cookie: session, Origin: ORIGIN } },
    viewer: { is: "viewer", headers: bearer(viewer) },
    analyst: { is: "analyst", headers: bearer(analyst) },
    owner: { is: "owner", headers: bearer(owner) },
    "an owner's session": { is: "owner", headers: { Cookie: session, Origin: ORIGIN } },
  };
}

const paths = [...new Set(API_TABLE.map(({ path }) => path))];

/** The scenario is there; whatever else an address names is not, so that nothing is changed by those who may. */
function addressOf(path: string): string {
  return path.replace(":slug", SLUG).replace(/:\w+/g, "x").replace("*", "x.js");
}

/** What a row of the table means for a caller: the statuses that may come. */
function allowed(route: ApiRoute | undefined, path: string, is: Who): (status: number) => boolean {
  const found = (status: number): boolean => status < 500 && ![401, 403, 405, 501].includes(status);
  // Links answer alike whatever they are asked with; elsewhere nobody learns what is there and what is not.
  if (!route) return (status) => status === (is === "nobody" && !path.startsWith("/s/") ? 401 : 404);
  if (route.who === "nobody") return (status) => status in route.answers || refusalsOf(route).includes(status);
  if (is === "nobody") return (status) => status === 401;
  if (RANK[is] < RANK[route.who]) return (status) => status === 403;
  return found;
}

async function walk({ is, headers }: Caller): Promise<{ wrong: string[]; count: number }> {
  const wrong: string[] = [];
  let count = 0;
  for (const path of paths) {
    for (const method of METHODS) {
      const address = addressOf(path);
      // Whoever holds a cookie may sign out with it; here it must last for the whole walk.
      if (path === "/sign-out" && "Cookie" in headers) continue;
      // Wrong keys are limited by address.
      const ip = { "CF-Connecting-IP": `10.1.${Math.floor(count / 200)}.${count % 200}` };
      const init = method === "POST" || method === "PATCH" ? { body: "{}" } : {};
      const type = { "Content-Type": "application/json", Accept: "application/json" };
      const asked = new Request(ORIGIN + address, {
        method,
        redirect: "manual",
        headers: { ...type, ...headers, ...ip },
        ...init,
      });
      const { status } = await fetchWorker(asked);
      count += 1;
      if (!allowed(routeOf(method, address), address, is)(status)) wrong.push(`${method} ${path}: ${status}`);
    }
  }
  return { wrong, count };
}

describe("every route", () => {
  test("of the worker is in the table, and every row of the table is a route", () => {
    // Middleware is registered for ALL methods; a handler has one.
    const served = app.routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`);
    const rows = API_TABLE.map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(served)].toSorted()).toEqual(rows.toSorted());
  });

  test("is open to those whom the table names, whatever the method, and writes nothing for others", async () => {
    let total = 0;
    for (const [name, caller] of Object.entries(await callers())) {
      const before = await standOf();
      const { wrong, count } = await walk(caller);
      expect([name, wrong]).toEqual([name, []]);
      if (RANK[caller.is] < RANK.analyst) expect([name, await standOf()]).toEqual([name, before]);
      total += count;
    }
    expect(total).toBeGreaterThan(5000);
  }, 120_000);
});

describe("what is open to nobody in particular", () => {
  test("is links, health, the description, the public keys, and the ways in and out, whose addresses say so", () => {
    const open = API_TABLE.filter(({ who }) => who === "nobody").map(({ path }) => path);
    const rest = open.filter(
      (path) => !/^\/(s\/|healthz$|assets\/|icon\.svg$)|openapi\.json|signing-keys|sign-in|sign-out|invite/.test(path),
    );
    expect(rest).toEqual([]);
  });

  test("says nothing of this instance but its public keys", async () => {
    await registerShipped();
    for (const path of ["/openapi.json", "/signing-keys"]) {
      expect(await (await api("GET", path)).text()).not.toContain("Pakistan");
    }
  });
});
