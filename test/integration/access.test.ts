import { describe, expect, test } from "vitest";
import { now } from "../clock";
import { createSignInCode, ensureAnalyst } from "../../worker/store/people";
import { api, database, eventBody, ORIGIN, registerShipped, request, SLUG } from "./harness";
import { newAddress } from "./people-harness";
import { fetchWorker } from "./worker";

const PAGES = [
  "/",
  `/scenarios/${SLUG}`,
  `/scenarios/${SLUG}/log`,
  `/scenarios/${SLUG}/links`,
  "/dashboard",
  "/log.html",
];

describe("nobody", () => {
  test.each(PAGES)("sees a sign-in page and no data at %s", async (path) => {
    await registerShipped();
    const response = await request("GET", path, { headers: { Accept: "text/html" } });
    expect(response.status).toBe(401);
    const text = await response.text();
    expect(text).toContain("sign-in");
    expect(text).not.toContain("Pakistan");
  });

  test("can read the public keys that links are signed with, and no other address beside them", async () => {
    await registerShipped();
    const response = await api("GET", "/signing-keys");
    expect(response.status).toBe(200);
    const { keys } = await response.json<{ keys: { id: string }[] }>();
    expect((await api("GET", `/signing-keys/${keys[0]?.id}.pem`)).status).toBe(200);
    for (const [method, path] of [
      ["GET", "/signing-keys/x/y"],
      ["GET", "/signing-key"],
      ["POST", "/signing-keys"],
      ["DELETE", `/signing-keys/${keys[0]?.id}.pem`],
    ] as const) {
      expect([path, (await api(method, path)).status]).toEqual([path, 401]);
    }
  });

  test("can ask whether the worker is well", async () => {
    const response = await request("GET", "/healthz");
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Security-Policy")).toContain("script-src 'self'");
    expect(response.headers.get("Content-Security-Policy")).not.toContain("unsafe");
  });
});

async function codeFor(name: string): Promise<string> {
  const db = database();
  const person = await ensureAnalyst(db, name, "analyst", now());
  return createSignInCode(db, person.id, now());
}

/** Presses the button of the sign-in page, as a browser sends it. */
function press(code: string, headers: Record<string, string> = { "Sec-Fetch-Site": "same-origin", Origin: "null" }) {
  const body = `code=${encodeURIComponent(code)}`;
  return request("POST", "/sign-in", {
    body,
    headers: {
      "Content-Type": "application/x-www-form-urlencoded",
      "CF-Connecting-IP": newAddress(),
      ...headers,
    },
  });
}

async function signIn(): Promise<string> {
  const response = await press(await codeFor("Somebody"));
  expect(response.status).toBe(303);
  return response.headers.get("Set-Cookie")?.split(";")[0] ?? "";
}

describe("signing in", () => {
  test("looking at the link does not use it up, pressing the button does", async () => {
    const code = await codeFor("Somebody");
    for (let look = 0; look < 3; look += 1) {
      const page = await request("GET", `/sign-in?code=${code}`);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain(code);
    }
    const first = await press(code);
    expect(first.status).toBe(303);
    const cookie = first.headers.get("Set-Cookie") ?? "";
    for (const part of ["HttpOnly", "SameSite=Lax", "Path=/"]) expect(cookie).toContain(part);
    expect((await press(code)).status).toBe(401);
  });

  test("of two presses at once one wins", async () => {
    const code = await codeFor("Somebody");
    const replies = await Promise.all([press(code), press(code)]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([303, 401]);
  });

  test("a code is over after 15 minutes", async () => {
    const db = database();
    const person = await ensureAnalyst(db, "Somebody", "analyst", now());
    const code = await createSignInCode(db, person.id, now() - 16 * 60_000);
    expect((await press(code)).status).toBe(401);
  });

  test("over https the cookie is bound to the host and never sent in the clear", async () => {
    const response = await fetchWorker(
      new Request("https://signpost.example/sign-in", {
        method: "POST",
        redirect: "manual",
        body: new URLSearchParams({ code: await codeFor("Somebody") }),
      }),
    );
    const cookie = response.headers.get("Set-Cookie") ?? "";
    expect(cookie).toMatch(/^__Host-signpost=/);
    expect(cookie).toContain("Secure");
  });

  test("another site cannot sign anybody in", async () => {
    const code = await codeFor("Somebody");
    expect((await press(code, { "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
  });

  test("signing out ends the session on the server", async () => {
    const cookie = await signIn();
    const page = () => request("GET", "/", { headers: { Cookie: cookie } });
    expect((await page()).status).toBe(200);
    const headers = { Cookie: cookie, Origin: ORIGIN };
    expect((await request("POST", "/sign-out", { headers })).status).toBe(303);
    expect((await page()).status).toBe(401);
  });
});

describe("a write that rides on a cookie", () => {
  const path = `/scenarios/${SLUG}/events`;

  test.each([
    ["from our own page", { Origin: ORIGIN }, 201],
    ["from our own page, as Chromium sends it", { Origin: ORIGIN, "Sec-Fetch-Site": "same-origin" }, 201],
    ["from another site", { Origin: "https://evil.example" }, 403],
    ["from another site that hides its origin", { Origin: "null", "Sec-Fetch-Site": "cross-site" }, 403],
    ["from another port", { Origin: "http://localhost:9999", "Sec-Fetch-Site": "same-site" }, 403],
    ["from nowhere in particular", {}, 403],
  ])("%s is answered accordingly", async (_where, headers, status) => {
    await registerShipped();
    const cookie = await signIn();
    const response = await api("POST", path, { body: eventBody(), headers: { Cookie: cookie, ...headers } });
    expect(response.status).toBe(status);
  });

  test("is not helped or hindered by an origin when it carries a key", async () => {
    const { analyst } = await registerShipped();
    const headers = { Origin: "https://elsewhere.example" };
    expect((await api("POST", path, { key: analyst, body: eventBody(), headers })).status).toBe(201);
  });

  test("with a key that does not hold is refused even beside a good cookie", async () => {
    await registerShipped();
    const headers = { Cookie: await signIn(), Origin: ORIGIN };
    expect((await api("POST", path, { key: "wrong", body: eventBody(), headers })).status).toBe(401);
  });
});

test("an error of ours says nothing but an id", async () => {
  const { analyst } = await registerShipped();
  await database().d1.batch([database().d1.prepare("DROP TABLE month_points")]);
  const body = eventBody({ title: "SECRET-TITLE" });
  const response = await api("POST", `/scenarios/${SLUG}/events`, { key: analyst, body });
  expect(response.status).toBe(500);
  const text = await response.text();
  expect(text).toContain('"code":"internal"');
  for (const leak of ["SECRET-TITLE", "month_points", "SQL", "worker/"]) expect(text).not.toContain(leak);
});
