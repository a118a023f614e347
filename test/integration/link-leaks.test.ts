import { env } from "cloudflare:workers";
import { afterEach, describe, expect, test, vi } from "vitest";
import { now } from "../clock";
import { app } from "../../worker/app";
import { createSignInCode, ensureAnalyst } from "../../worker/store/people";
import { api, database, eventBody, keyFor, loadShipped, request, scenarioFile, SLUG } from "./harness";
import { ADDRESSES, bytesOf, dump, LINKS, look, press, share, ticketOf, tokenOf } from "./shared-links";

const READER = "203.0.113.77";

describe("what comes with a request changes nothing (lessons 11, 18, 19 and 25)", () => {
  const QUERIES = [
    "?title=EVIL&embedTitle=EVIL&note=EVIL&publisher=EVIL",
    "?fields=notes&notes=true&names=1&forecasts=1&sources=1",
    "?asOf=2012-01-31&revision=1&today=2030-01-01",
    "?theme=dark&hide_parameters=x&_trace=<script>EVIL</script>",
    "?ticket=EVIL",
    "?token=EVIL&path=EVIL",
  ];

  test("no parameter, header or cookie changes a byte of any address", async () => {
    const { analyst, owner } = await loadShipped();
    const link = await share(analyst);
    for (const address of ADDRESSES) {
      const plain = await bytesOf(await look(link, address));
      for (const query of QUERIES) expect((await bytesOf(await look(link, address + query))) === plain).toBe(true);
      const headers: Record<string, string>[] = [
        { Authorization: `Bearer ${owner}` },
        { Authorization: `Bearer ${analyst}`, Cookie: "signpost=x; theme=dark" },
        { Cookie: await sessionOf("Reader") },
        { "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "gopher", Forwarded: "host=evil.example" },
        { "X-Original-URL": "/s/x", "X-Rewrite-URL": "/s/x", Referer: "https://evil.example/EVIL", Origin: "null" },
        { "Accept-Language": "ur", "User-Agent": "EVIL", DNT: "1" },
      ];
      for (const one of headers) expect((await bytesOf(await look(link, address, one))) === plain).toBe(true);
    }
  });

  test("no parameter opens what a passphrase guards", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst, { passphrase: true });
    for (const query of [...QUERIES, `?passphrase=${link.passphrase}`, "?ticket=&ticket=", "?open=1"]) {
      for (const address of ADDRESSES.slice(1)) expect((await look(link, address + query)).status).toBe(404);
      const gate = await bytesOf(await look(link, query));
      expect(gate.includes("EVIL")).toBe(false);
      expect(gate.includes("signpost.view/1")).toBe(false);
    }
    const inAddress = await request("POST", `${new URL(link.url).pathname}?passphrase=${link.passphrase}`, {
      body: "",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
    });
    expect(inAddress.status).toBe(403);
  });

  test("a page kept for one host's readers is never another's", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst);
    const at = (host: string): Promise<string> =>
      Promise.resolve(app.fetch(new Request(`https://${host}${new URL(link.url).pathname}`), env, context())).then(
        bytesOf,
      );
    expect((await at("evil.example")).includes("evil.example")).toBe(true);
    expect((await at("localhost")).includes("evil.example")).toBe(false);
    expect((await bytesOf(await look(link))).includes("evil.example")).toBe(false);
  });
});

/** Stands in for the runtime's; what it is given to wait for runs on by itself. */
function context(): ExecutionContext {
  return { waitUntil: () => {}, passThroughOnException: () => {}, props: {} } as unknown as ExecutionContext;
}

/** A session's cookie of a viewer. */
async function sessionOf(name: string): Promise<string> {
  const db = database();
  const person = await ensureAnalyst(db, name, "viewer", now());
  const code = await createSignInCode(db, person.id, now());
  const response = await request("POST", "/sign-in", {
    body: new URLSearchParams({ code }).toString(),
    headers: { "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin", Origin: "null" },
  });
  return response.headers.get("Set-Cookie")?.split(";")[0] ?? "";
}

describe("what leaves with an answer (lessons 6, 16 and 17)", () => {
  afterEach(() => void vi.restoreAllMocks());

  test("is kept from search engines, caches and other sites, whatever the answer", async () => {
    const { analyst } = await loadShipped();
    const links = [
      await share(analyst),
      await share(analyst, { purpose: "live" }),
      await share(analyst, { passphrase: true }),
      await share(analyst, { viewCap: 1 }),
    ];
    const answers = await Promise.all(links.flatMap((link) => ADDRESSES.map((address) => look(link, address))));
    for (const method of ["HEAD", "POST", "DELETE"]) answers.push(await look(links[0] ?? { url: "" }, "", {}, method));
    answers.push(await press(links[2] ?? { url: "" }, "wrong"), await press(links[3] ?? { url: "" }));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 303, 403, 404]));
    for (const { headers } of answers) {
      expect(headers.get("X-Robots-Tag")).toBe("noindex, nofollow");
      expect(headers.get("Cache-Control")).toBe("no-store");
      expect(headers.get("Referrer-Policy")).toBe("no-referrer");
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(headers.get("Set-Cookie")).toBeNull();
      expect(headers.get("Server-Timing")).toBeNull();
      expect(headers.get("Access-Control-Allow-Origin")).toBeNull();
      expect(headers.get("Content-Security-Policy")).toMatch(/default-src 'none'.*script-src 'self'/);
    }
    const robots = await request("GET", "/robots.txt");
    expect(await robots.text()).not.toContain("Disallow");
  });

  test("asks nothing of another site", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst);
    for (const address of ["", "/embed"]) {
      const text = await bytesOf(await look(link, address));
      const loaded = [
        ...(text.split('<script type="application/json"')[0]?.matchAll(/\b(?:src|href|action)="([^"]*)"/g) ?? []),
      ];
      expect(loaded.length).toBeGreaterThan(2);
      for (const [, target] of loaded) expect(target).toMatch(/^[/#](?!\/)/);
    }
  });

  test("no token, ticket, passphrase or address of a reader is ever logged, not even when something breaks", async () => {
    const { analyst } = await loadShipped();
    const lines: string[] = [];
    for (const method of ["log", "info", "warn", "error", "debug"] as const) {
      vi.spyOn(console, method).mockImplementation((...parts: unknown[]) => void lines.push(JSON.stringify(parts)));
    }
    const link = await share(analyst);
    const guarded = await share(analyst, { passphrase: true });
    const ticket = await ticketOf(guarded);
    for (const address of ADDRESSES) {
      await look(link, address);
      await look(guarded, `${address}?ticket=${ticket}`);
    }
    const headers = { Accept: "text/html", "CF-Connecting-IP": READER };
    for (let n = 0; n < 21; n += 1) await press(guarded, "wrong", headers);
    for (const table of ["views", "view_files", "snapshots"]) {
      await env.DB.prepare(`DROP TABLE ${table}`).run();
      for (const address of [...ADDRESSES, "/events.csv?x"]) await look(link, address);
      await press(guarded, guarded.passphrase, headers);
    }
    expect(lines.length).toBeGreaterThan(0);
    // The beginning of a token is enough: a line may cut what it quotes, and a stack names folders of the checkout.
    const tokens = [tokenOf(link), tokenOf(guarded), ticket].map((token) => token.slice(0, 8));
    const secrets = [...tokens, String(guarded.passphrase), READER];
    for (const line of lines) for (const secret of secrets) expect(line.includes(secret)).toBe(false);
  });

  test("holds nothing of another scenario, of private notes or of analysts", async () => {
    const { analyst, owner } = await loadShipped();
    const other = { ...scenarioFile, slug: "another", title: "CANARY-SCENARIO" };
    expect((await api("POST", "/scenarios", { key: owner, body: other })).status).toBe(201);
    const named = await keyFor("analyst", "CANARY-NAME");
    const body = eventBody({ notes: "CANARY-NOTES", score: 3, scoreReason: "CANARY-REASON" });
    expect((await api("POST", `/scenarios/${SLUG}/events`, { key: named, body })).status).toBe(201);
    const links = [await share(named), await share(analyst, { purpose: "live" }), await share(named, { viewCap: 9 })];
    for (const link of links) {
      const query = link.viewCap === null ? "" : `?ticket=${await ticketOf(link)}`;
      const answers = [press(link), ...ADDRESSES.map((address) => look(link, address + query))];
      for (const answer of await Promise.all(answers)) {
        const text = await bytesOf(answer);
        expect(/CANARY-\w+/.exec(text)?.[0]).toBeUndefined();
      }
    }
  });
});

test("looking never writes, but for the count of an unguarded page (lesson 23)", async () => {
  const { analyst } = await loadShipped();
  const links = [
    await share(analyst),
    await share(analyst, { passphrase: true }),
    await share(analyst, { viewCap: 1 }),
  ];
  const before = await dump();
  for (const link of links) {
    for (const method of ["HEAD", "GET"]) {
      for (const address of ADDRESSES) {
        // A messenger's look at the address; the page itself is counted and has tests of its own.
        if (link === links[0] && address === "" && method === "GET") continue;
        await look(link, address, { "User-Agent": "WhatsApp/2.0" }, method);
      }
    }
  }
  const apart = (tables: Record<string, unknown[]>): Record<string, unknown[]> => ({
    ...tables,
    views: [],
    view_cache: [],
  });
  const after = await dump();
  // What since.json compares with is the current view, kept as any warm view is.
  expect(apart(after)).toEqual(apart(before));
  expect((await api("GET", LINKS, { key: analyst })).status).toBe(200);
});
