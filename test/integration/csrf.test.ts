import { describe, expect, test } from "vitest";
import { now } from "../clock";
import { app } from "../../worker/app";
import { createSignInCode, ensureAnalyst } from "../../worker/store/people";
import { everyTable } from "./canaries";
import { database, eventBody, loadShipped, ORIGIN, SLUG } from "./harness";
import { fetchWorker } from "./worker";

const NAMES: Record<string, string> = { slug: SLUG, ref: "PKRU-0001", id: "C01", month: "2012-01" };
/** Of these, the first two start a session rather than use one, and readers of a link have none. */
const WITHOUT_SESSION = ["/sign-in", "/invite", "/s/"];

/** Every route that changes something for whoever has a session. */
const WRITES = [
  ...new Set(
    app.routes
      .filter(({ method }) => !["GET", "ALL"].includes(method))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, (_all, name: string) => NAMES[name] ?? "1")}`),
  ),
]
  .filter((route) => !WITHOUT_SESSION.some((path) => route.includes(` ${path}`)))
  .map((route) => route.split(" ") as [string, string]);

/** What a browser sends for a page that is not ours. */
const FOREIGN: [string, Record<string, string>][] = [
  ["another site", { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" }],
  ["another site, of an old browser", { Origin: "https://evil.example" }],
  ["another port", { Origin: "http://localhost:9999", "Sec-Fetch-Site": "same-site" }],
  ["another scheme", { Origin: "https://localhost" }],
  ["a host that begins like ours", { Origin: `${ORIGIN}.evil.example` }],
  ["a hidden origin", { Origin: "null" }],
  ["a hidden origin, cross-site", { Origin: "null", "Sec-Fetch-Site": "cross-site" }],
  ["an address that somebody typed", { "Sec-Fetch-Site": "none" }],
  ["our origin, but said to be cross-site", { Origin: ORIGIN, "Sec-Fetch-Site": "cross-site" }],
  ["nothing said", {}],
];

/** After the first, what a form or a script may send to another site without asking it first. */
const BODIES = [
  "application/json",
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
];

/** Presses the button of the sign-in page at this origin. */
async function signIn(origin: string): Promise<string> {
  const db = database();
  const { id } = await ensureAnalyst(db, "An owner with a browser", "owner", now());
  const code = await createSignInCode(db, id, now());
  const headers = { Origin: origin, "Sec-Fetch-Site": "same-origin" };
  const body = new URLSearchParams({ code });
  const response = await fetchWorker(
    new Request(`${origin}/sign-in`, { method: "POST", headers, redirect: "manual", body }),
  );
  expect(response.status).toBe(303);
  return response.headers.get("Set-Cookie") ?? "";
}

const sessionCookie = async (): Promise<string> => (await signIn(ORIGIN)).split(";")[0] ?? "";

function send(method: string, path: string, headers: Record<string, string>, body: string): Promise<Response> {
  return fetchWorker(new Request(`${ORIGIN}${path}`, { method, headers, body, redirect: "manual" }));
}

/** All that is kept; when a session was used last may change. */
async function kept(): Promise<string> {
  const tables = await everyTable();
  tables.delete("sessions");
  return JSON.stringify([...tables]);
}

describe("a write that rides on a cookie", () => {
  test("there are many routes that write", () => {
    expect(WRITES.length).toBeGreaterThan(35);
    expect(WRITES).toContainEqual(["POST", "/sign-out"]);
  });

  test.each(FOREIGN)("is refused at every route when it comes from %s, and changes nothing", async (_where, from) => {
    await loadShipped();
    const Cookie = await sessionCookie();
    const before = await kept();
    for (const [method, path] of WRITES) {
      for (const type of BODIES) {
        const body = JSON.stringify(eventBody());
        const response = await send(method, path, { Cookie, "Content-Type": type, ...from }, body);
        await response.body?.cancel();
        expect([method, path, type, response.status]).toEqual([method, path, type, 403]);
        expect(response.headers.get("Set-Cookie")).toBeNull();
      }
    }
    expect(await kept()).toBe(before);
    const headers = { Cookie, Accept: "text/html" };
    const page = await fetchWorker(new Request(`${ORIGIN}/scenarios`, { headers }));
    await page.body?.cancel();
    expect(page.status).toBe(200);
  });

  test("no reply lets another site read it, whatever it asks", async () => {
    await loadShipped();
    const Cookie = await sessionCookie();
    for (const method of ["GET", "OPTIONS", "HEAD"]) {
      const headers = { Cookie, Origin: "https://evil.example", "Access-Control-Request-Method": "POST" };
      const response = await fetchWorker(new Request(`${ORIGIN}/api/v1/scenarios/${SLUG}/events`, { method, headers }));
      await response.body?.cancel();
      for (const [name] of response.headers) expect(name).not.toMatch(/^access-control-/);
    }
  });
});

describe("the session's cookie", () => {
  test.each([
    ["http://localhost", "signpost", false],
    ["https://signpost.example", "__Host-signpost", true],
  ])(
    "at %s is %s, for this host, for the browser only, never sent along by other sites' posts",
    async (origin, name, secure) => {
      const [pair = "", ...attributes] = (await signIn(origin)).split("; ");
      expect(pair).toMatch(new RegExp(`^${name}=[\\w-]{43,}$`));
      expect(attributes.toSorted()).toEqual(
        ["HttpOnly", "Max-Age=2592000", "Path=/", "SameSite=Lax", ...(secure ? ["Secure"] : [])].toSorted(),
      );
    },
  );
});

describe("a session that another site begins for somebody", () => {
  const hidden = ([where]: (typeof FOREIGN)[number]) => where === "a hidden origin" || where === "nothing said";

  test.each(FOREIGN.filter((one) => !hidden(one)))("is refused when it comes from %s", async (_where, from) => {
    const db = database();
    const { id } = await ensureAnalyst(db, "Somebody else", "owner", now());
    const code = await createSignInCode(db, id, now());
    for (const path of ["/sign-in", "/invite"]) {
      const type = "application/x-www-form-urlencoded";
      const response = await send("POST", path, { "Content-Type": type, ...from }, `code=${code}`);
      await response.body?.cancel();
      expect([path, response.status, response.headers.get("Set-Cookie")]).toEqual([path, 403, null]);
    }
    // It was not used up either.
    const headers = { "Content-Type": "application/x-www-form-urlencoded", Origin: "null" };
    expect((await send("POST", "/sign-in", headers, `code=${code}`)).status).toBe(303);
  });
});
