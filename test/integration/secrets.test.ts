import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { app } from "../../worker/app";
import { everyTable } from "./canaries";
import { keyFor, ORIGIN } from "./harness";
import { fetchWorker } from "./worker";

const GOOD = { LOCAL: "1", SIGNING_KEY: env.SIGNING_KEY, LINK_SECRET: env.LINK_SECRET };
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const PATHS = [...new Set(app.routes.map(({ path }) => path.replaceAll(/:\w+/g, "x").replace("*", "x")))];

/** Not the harness's own: this answer is none of the route's, so no description of one has it. */
function ask(method: string, path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetchWorker(new Request(`${ORIGIN}${path}`, { method, headers, redirect: "manual" }));
}

describe("a deployed instance without good secrets (lesson 13)", () => {
  beforeEach(() => void Object.assign(env, { LOCAL: "" }));
  afterEach(() => void Object.assign(env, GOOD));

  test("serves nothing, whoever asks for whatever, and changes nothing", async () => {
    const key = await keyFor("owner");
    Object.assign(env, { SIGNING_KEY: "", LINK_SECRET: "" });
    const before = await everyTable();
    expect(PATHS.length).toBeGreaterThan(70);
    for (const path of PATHS.filter((one) => one !== "/healthz")) {
      for (const method of METHODS) {
        const response = await ask(method, path, { Authorization: `Bearer ${key}` });
        const text = await response.text();
        expect([method, path, response.status]).toEqual([method, path, 503]);
        if (method !== "HEAD") expect([path, text]).toEqual([path, expect.stringContaining("SIGNING_KEY is missing")]);
      }
    }
    expect(await everyTable()).toEqual(before);
  });

  test.each([
    ["missing", { LINK_SECRET: "" }, "The secret LINK_SECRET is missing."],
    ["short", { SIGNING_KEY: "abc" }, "The secret SIGNING_KEY is too short."],
    ["an example", { SIGNING_KEY: "changeme" }, "The secret SIGNING_KEY is an example, not a secret."],
    ["the other one again", { LINK_SECRET: env.SIGNING_KEY }, "The secrets SIGNING_KEY and LINK_SECRET are the same."],
  ])("says what is wrong where one is %s, and nothing of its value", async (_what, secrets, says) => {
    Object.assign(env, secrets);
    const page = await ask("GET", "/", { Accept: "text/html" });
    expect(page.status).toBe(503);
    const text = await page.text();
    expect(text).toContain(says);
    for (const value of [GOOD.SIGNING_KEY, GOOD.LINK_SECRET, "changeme"]) expect(text).not.toContain(value);
    const health = await ask("GET", "/healthz");
    expect([health.status, await health.json()]).toEqual([503, { status: "not set up" }]);
  });

  test("serves as soon as they are good", async () => {
    expect(await (await ask("GET", "/healthz")).json()).toEqual({ status: "ok" });
    expect((await ask("GET", "/")).status).toBe(401);
  });

  test("tells nobody who cannot sign in to start it on a machine of their own", async () => {
    const page = await (await ask("GET", "/sign-in", { Accept: "text/html" })).text();
    expect(page).toContain('"deployed":true');
    const body = new URLSearchParams({ code: "none" });
    const pressed = await fetchWorker(new Request(`${ORIGIN}/sign-in`, { method: "POST", body }));
    expect(pressed.status).toBe(401);
    expect(await pressed.text()).not.toMatch(/"problem":"[^"]*npm /);
    Object.assign(env, { LOCAL: "1" });
    expect(await (await ask("GET", "/sign-in")).text()).toContain('"deployed":false');
  });
});
