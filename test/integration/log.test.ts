import { env } from "cloudflare:workers";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { now } from "../clock";
import { app } from "../../worker/app";
import { API_TABLE } from "../../worker/contract/api-table";
import { createSignInCode, ensureAnalyst } from "../../worker/store/people";
import { api, database, eventBody, keyFor, loadShipped, ORIGIN, SLUG } from "./harness";
import { ADDRESSES, share, ticketOf, tokenOf } from "./shared-links";

const lines: string[] = [];

beforeEach(() => {
  lines.length = 0;
  for (const method of ["log", "info", "warn", "error", "debug"] as const) {
    vi.spyOn(console, method).mockImplementation((...parts: unknown[]) => void lines.push(parts.map(String).join(" ")));
  }
});
afterEach(() => void vi.restoreAllMocks());

/** A request to an instance that logs as a deployed one does. */
async function ask(path: string, init: RequestInit = {}, settings: object = { REQUEST_LOG: "1" }): Promise<Response> {
  const context = { waitUntil: () => {}, passThroughOnException: () => {}, props: {} } as unknown as ExecutionContext;
  const response = await app.fetch(new Request(ORIGIN + path, init), { ...env, ...settings }, context);
  await response.clone().arrayBuffer();
  return response;
}

const logged = (): Record<string, unknown>[] => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

test("each reply has one line of JSON, with the id that the reply has too", async () => {
  const { viewer: key } = await loadShipped();
  const response = await ask(`/api/v1/scenarios/${SLUG}/view?asOf=2020-01-31`, {
    headers: { Authorization: `Bearer ${key}` },
  });
  const [line, ...others] = logged();
  expect(others).toEqual([]);
  expect(line).toEqual({
    requestId: response.headers.get("X-Request-Id"),
    method: "GET",
    route: "/api/v1/scenarios/:slug/view",
    status: 200,
    ms: expect.any(Number),
    databaseMs: expect.any(Number),
    rowsRead: expect.any(Number),
    rowsWritten: expect.any(Number),
    queries: expect.any(Number),
  });
  expect(response.headers.get("X-Request-Id")).toMatch(/^[0-9a-f]{16}$/);
  expect(line?.["rowsRead"]).toBeGreaterThan(2);
  expect(response.headers.get("Server-Timing")).toMatch(/^total;dur=\d+, db;desc="rows_read=\d+ .*";dur=[\d.]+$/);
});

test("every answer names its request, refusals and pages and files of links too", async () => {
  const { analyst } = await loadShipped();
  const link = new URL((await share(analyst)).url).pathname;
  const seen = new Set<string>();
  for (const path of ["/healthz", "/icon.svg", "/", link, `${link}/view.json`, "/s/x", "/sign-in", "/api/v1/people"]) {
    const response = await ask(path);
    const id = response.headers.get("X-Request-Id") ?? "";
    expect([path, id]).toEqual([path, expect.stringMatching(/^[0-9a-f]{16}$/)]);
    const isProblem = response.headers.get("Content-Type") === "application/problem+json";
    if (isProblem && !path.startsWith("/s/")) expect(await response.json()).toMatchObject({ requestId: id });
    seen.add(id);
  }
  expect(seen.size).toBe(8);
});

test("a line names the pattern of the route and never the path", async () => {
  const { analyst } = await loadShipped();
  const link = await share(analyst);
  lines.length = 0;
  for (const address of ADDRESSES) await ask(new URL(link.url).pathname + address);
  await ask("/s/x");
  await ask("/nothing/here", { headers: { Authorization: `Bearer ${analyst}` } });
  await ask("/api/v1/people/canary");
  const routes = logged().map(({ route, status }) => [route, status]);
  const shared = ADDRESSES.map((address) => [`/s/:token${address}`, 200]);
  expect(routes).toEqual([...shared, ["/s/:token", 404], ["/*", 404], ["/api/v1/*", 401]]);
});

test("an error that nobody expected stands in the log under the id that its reader is told", async () => {
  const { viewer: key } = await loadShipped();
  await env.DB.prepare("DROP TABLE month_points").run();
  const path = `/api/v1/scenarios/${SLUG}/view?asOf=2019-01-31`;
  const response = await ask(path, { headers: { Authorization: `Bearer ${key}` } });
  const id = response.headers.get("X-Request-Id");
  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({ requestId: id, detail: expect.stringContaining(String(id)) });
  expect(logged().map(({ requestId }) => requestId)).toEqual([id, id]);
  expect(logged()[0]).toMatchObject({ name: "Error", error: expect.stringContaining("no such table: month_points") });
  expect(logged()[0]?.["stack"]).toContainEqual(expect.stringMatching(/^at /));
  expect(logged()[1]).toMatchObject({ status: 500, route: "/api/v1/scenarios/:slug/view" });
});

test("no token, key, cookie, name, e-mail address, passphrase or text of anybody is in any line", async () => {
  const { owner, analyst } = await loadShipped();
  const name = "CANARY Name";
  const email = "canary.person@example.org";
  await api("POST", "/people", { key: owner, body: { name, role: "analyst", email } });
  const code = await createSignInCode(database(), (await ensureAnalyst(database(), name, "analyst", 1)).id, now());
  const link = await share(analyst);
  const guarded = await share(analyst, { passphrase: true });
  const ticket = await ticketOf(guarded);
  const passphrase = String(guarded.passphrase);
  const form = (values: Record<string, string>): RequestInit => ({
    method: "POST",
    body: new URLSearchParams(values),
    headers: { Origin: "null", "Sec-Fetch-Site": "same-origin", "User-Agent": "CANARY browser" },
  });
  lines.length = 0;

  const signedIn = await ask("/sign-in", form({ code }));
  const cookie = signedIn.headers.get("Set-Cookie")?.split(";")[0] ?? "";
  expect(cookie).toContain("signpost=");
  for (const address of ADDRESSES) {
    await ask(new URL(link.url).pathname + address);
    await ask(`${new URL(guarded.url).pathname}${address}?ticket=${ticket}`);
  }
  await ask(new URL(guarded.url).pathname, form({ passphrase }));
  const body = JSON.stringify(eventBody({ title: "CANARY title" }));
  const headers = { Authorization: `Bearer ${analyst}`, "Content-Type": "application/json" };
  await ask(`/api/v1/scenarios/${SLUG}/events?q=CANARY`, { headers });
  await ask(`/api/v1/scenarios/${SLUG}/events`, { method: "POST", headers, body });
  for (const { method, path } of API_TABLE) {
    const filled = path.replaceAll(/:\w+/g, "CANARY").replace("*", "CANARY");
    await ask(`${filled}?code=${code}&q=CANARY`, { method, headers: { Cookie: cookie, Origin: ORIGIN } });
  }

  expect(lines.length).toBeGreaterThan(API_TABLE.length);
  const secrets = [tokenOf(link), tokenOf(guarded), ticket, passphrase, code, analyst, owner, cookie.slice(9, 40)];
  for (const line of lines) {
    for (const secret of [...secrets, "CANARY", "canary", email]) {
      expect([secret, line.includes(secret), line]).toEqual([secret, false, line]);
    }
  }
});

test("a method that nobody knows is not repeated", async () => {
  await ask("/healthz", { method: "CANARY" }).catch(() => null);
  for (const line of lines) expect(line).not.toContain("CANARY");
});

test("lines are written where deployed, and at npm start only where they are asked for", async () => {
  const key = await keyFor("viewer");
  const request = { headers: { Authorization: `Bearer ${key}` } };
  for (const [settings, count] of [
    [{ LOCAL: "1" }, 0],
    [{ LOCAL: "1", REQUEST_LOG: "1" }, 1],
    [{ LOCAL: "0" }, 1],
    [{ LOCAL: "0", REQUEST_LOG: "0" }, 0],
  ] as const) {
    lines.length = 0;
    const response = await ask("/api/v1/scenarios", request, settings);
    expect([settings, response.status, lines.length]).toEqual([settings, 200, count]);
  }
});
