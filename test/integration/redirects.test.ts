import { describe, expect, test } from "vitest";
import { now } from "../clock";
import { app } from "../../worker/app";
import { createSignInCode, ensureAnalyst } from "../../worker/store/people";
import { database, keyFor, ORIGIN } from "./harness";
import { fetchWorker } from "./worker";

const HOST = "evil.example";
/** Ways to write another host so that a careless server sends a browser there, or breaks its own header. */
const ELSEWHERE = [
  `//${HOST}`,
  `/\\${HOST}`,
  `/%5c${HOST}`,
  `/%2f${HOST}`,
  `/%2f%2f${HOST}`,
  `/.//${HOST}`,
  `/;//${HOST}`,
  `/;@${HOST}`,
  `/@${HOST}`,
  `/%09/${HOST}`,
  `/%0d%0aLocation:%20https://${HOST}`,
  `/%0d%0a%0d%0a<script>window.ran=1</script>`,
  `/https://${HOST}`,
  `/https:${HOST}`,
  `/%E2%80%AE${HOST}`,
];
const MARKUP = [
  "<script>window.ran=1</script>",
  '"><img src=x onerror=window.ran=1>',
  "'-alert(1)-'",
  "</title><x-bad>",
];
const PARAMETERS = ["next", "url", "to", "redirect", "return", "returnTo", "_trace", "callback", "q", "code"];

function ask(address: string, init: RequestInit = {}): Promise<Response> {
  return fetchWorker(new Request(address, { redirect: "manual", ...init }));
}

/** A redirect leads nowhere but to a path of this host. */
function expectHere(address: string, response: Response): void {
  const target = response.headers.get("Location");
  if (target === null) return;
  expect([address, target]).toEqual([address, expect.stringMatching(/^\/(?![/\\])[\w./-]*$/)]);
}

describe("an address made by somebody else (lesson 20)", () => {
  test("sends nobody to another host, by path, by a slash at its end or by a parameter", async () => {
    const key = await keyFor("owner");
    const paths = ["", "/s", "/sign-in", "/api/v1", "/api/v1/scenarios", "/scenarios", "/assets"];
    const addresses = paths.flatMap((path) => ELSEWHERE.flatMap((way) => [`${path}${way}`, `${path}${way}/`]));
    const named = PARAMETERS.flatMap((name) => ELSEWHERE.map((way) => `/sign-in?${name}=${encodeURIComponent(way)}`));
    for (const path of [...addresses, ...named]) {
      for (const Accept of ["text/html", "*/*"]) {
        const headers = { Accept, Authorization: `Bearer ${key}` };
        const response = await ask(`${ORIGIN}${path}`, { headers });
        await response.body?.cancel();
        expectHere(path, response);
        expect([path, response.status < 500, response.headers.has("Refresh")]).toEqual([path, true, false]);
      }
    }
  });

  test("signing in and out leads to our own pages, whatever the form and the address say", async () => {
    const db = database();
    const person = await ensureAnalyst(db, "Somebody", "analyst", now());
    for (const way of ELSEWHERE.slice(0, 6)) {
      const code = await createSignInCode(db, person.id, now());
      const body = new URLSearchParams({
        code,
        ...Object.fromEntries(PARAMETERS.slice(0, 6).map((name) => [name, way])),
      });
      const headers = { Origin: ORIGIN, "Sec-Fetch-Site": "same-origin", Referer: `https://${HOST}/` };
      const signedIn = await ask(`${ORIGIN}/sign-in?next=${encodeURIComponent(way)}`, {
        method: "POST",
        headers,
        body,
      });
      expect([signedIn.status, signedIn.headers.get("Location")]).toEqual([303, "/"]);
      const signedOut = await ask(`${ORIGIN}/sign-out?next=${encodeURIComponent(way)}`, { method: "POST", headers });
      expect([signedOut.status, signedOut.headers.get("Location")]).toEqual([303, "/sign-in?out"]);
    }
  });

  test("comes back nowhere as markup, neither in an error nor in a page", async () => {
    const key = await keyFor("owner");
    const starts = [...new Set(app.routes.map(({ path }) => path.replace(/[:*].*$/, "")))];
    expect(starts.length).toBeGreaterThan(10);
    for (const start of starts) {
      for (const text of MARKUP) {
        const whole = encodeURIComponent(text);
        for (const path of [`${start}${whole}`, `${start}x?_trace=1&q=${whole}&${whole}=1`]) {
          const headers = { Accept: "text/html", Authorization: `Bearer ${key}` };
          const response = await ask(`${ORIGIN}${path.replace(/^(?!\/)/, "/")}`, { headers });
          expect([path, (await response.text()).includes(text)]).toEqual([path, false]);
          for (const [name, value] of response.headers) expect([name, value.includes(text)]).toEqual([name, false]);
        }
      }
    }
  });
});

describe("an address that is written otherwise (lesson 21)", () => {
  test.each([
    "/api/v1//scenarios",
    "//api/v1/scenarios",
    "/api//v1/scenarios",
    "/API/v1/scenarios",
    "/api/V1/scenarios",
    "/%61pi/v1/scenarios",
    "/api%2Fv1%2Fscenarios",
    "/api/v1%2Fscenarios",
    "/api/v1/%73cenarios",
    "/api/v1/./scenarios",
    "/api/v1/../v1/scenarios",
    "/s/../api/v1/scenarios",
    "/s/%2e%2e/api/v1/scenarios",
    "/s/..%2fapi/v1/scenarios",
    "/assets/..%2fapi/v1/scenarios",
    "/assets/%2e%2e/scenarios",
    "/healthz/../scenarios",
    "/healthz/%2e%2e/scenarios",
    "/sign-in/../scenarios",
    "/sign-in/..%2fscenarios",
    "/scenarios;x=1",
    "/scenarios/",
    "/scenarios%00",
    "/dashboard.html",
    "/assets/../dashboard",
    "/assets/../people",
    "/assets/%2e%2e/people",
    "/assets/..\\people",
    "/assets/../assets/../account",
    "/assets/..//people",
    "/api/v1/signing-keys/../scenarios",
    "/api/v1/signing-keys/%2e%2e/scenarios",
  ])("%s opens nothing to nobody", async (path) => {
    await keyFor("owner");
    for (const value of ["", "bearer", "Basic eDp5", "Bearer"]) {
      const headers: Record<string, string> = value === "" ? {} : { Authorization: value };
      const response = await ask(`${ORIGIN}${path}`, { headers });
      expect([path, [401, 404].includes(response.status)]).toEqual([path, true]);
      expect(await response.text()).not.toContain('"scenarios":');
    }
  });
});
