import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { now } from "../clock";
import type { Snapshot } from "../../worker/contract/link-types";
import { verifyLedgers } from "../../worker/actions/verify-ledger";
import { sha256 } from "../../worker/store/hash";
import { api, database, eventBody, keyFor, loadShipped, request, SLUG } from "./harness";

const SNAPSHOTS = `/scenarios/${SLUG}/snapshots`;

async function share(key: string, body: object = { title: "For the paper" }): Promise<Snapshot & { url: string }> {
  const response = await api("POST", SNAPSHOTS, { key, body });
  expect(response.status).toBe(201);
  return response.json();
}

function open(url: string, rest = "", headers: Record<string, string> = {}): Promise<Response> {
  return request("GET", new URL(url).pathname + rest, { headers });
}

const EVERYTHING = ["", "/view.json", "/events.csv"];

describe("a snapshot", () => {
  test("is made from a title alone, under 256 random bits that are stored as a hash", async () => {
    const { analyst } = await loadShipped();
    const snapshot = await share(analyst);
    expect(snapshot).toMatchObject({ title: "For the paper", status: "open", asOf: "2025-11-30", revision: 3 });
    const [, token = ""] = /^http:\/\/localhost\/s\/([A-Za-z0-9_-]{43})$/.exec(snapshot.url) ?? [];
    expect(token).not.toBe("");
    const row = await env.DB.prepare("SELECT * FROM snapshots").first();
    expect(JSON.stringify(row)).not.toContain(token);
    expect(row?.["token_hash"]).toBe(await sha256(token));
  });

  test("opens without an account, and gives everybody the same bytes", async () => {
    const { analyst } = await loadShipped();
    const { url, viewHash } = await share(analyst);
    for (const path of EVERYTHING) {
      const plain = await open(url, path);
      const known = await open(url, path, { Authorization: `Bearer ${analyst}`, Cookie: "signpost=x" });
      expect(plain.status).toBe(200);
      expect(await known.arrayBuffer()).toEqual(await plain.arrayBuffer());
    }
    const bytes = new Uint8Array(await (await open(url, "/view.json")).arrayBuffer());
    expect(await sha256(bytes)).toBe(viewHash);
  });

  test("does not change when events are added, corrected and retracted afterwards", async () => {
    const { analyst } = await loadShipped();
    const { url } = await share(analyst);
    const before = await Promise.all(EVERYTHING.map(async (path) => (await open(url, path)).text()));
    const events = `/scenarios/${SLUG}/events`;
    const version = { "If-Match": '"1"' };
    await api("POST", events, { key: analyst, body: eventBody() });
    await api("PATCH", `${events}/PKRU-0191`, { key: analyst, headers: version, body: { title: "x", reason: "y" } });
    await api("DELETE", `${events}/PKRU-0190`, { key: analyst, headers: version, body: { reason: "y" } });
    await api("GET", `/scenarios/${SLUG}/view`, { key: analyst });
    const after = await Promise.all(EVERYTHING.map(async (path) => (await open(url, path)).text()));
    expect(after).toEqual(before);
    const [report] = await verifyLedgers(database(), now());
    expect(report?.problems).toEqual([]);
  });

  test("of a past day knows nothing of later days", async () => {
    const { analyst } = await loadShipped();
    const { url } = await share(analyst, { title: "Then", asOf: "2012-10-31" });
    const text = (await (await open(url, "/events.csv")).text()).trim();
    // 43 events and the state changes up to 31 October 2012.
    expect(text.split("\n").every((line) => !/^PKRU-\d+,201[3-9]/.test(line))).toBe(true);
    const view = await (await open(url, "/view.json")).text();
    expect(JSON.parse(view)).toMatchObject({ asOf: "2012-10-31", eventsCounted: 43, scheduled: 143 });
  });

  test("shows neither notes nor names of analysts, nor anything of another scenario", async () => {
    const { analyst, owner } = await loadShipped();
    const note = "CANARY-NOTE";
    await api("POST", `/scenarios/${SLUG}/events`, { key: analyst, body: eventBody({ notes: note }) });
    const other = (await (await api("GET", `/scenarios/${SLUG}`, { key: owner })).json()) as object;
    await api("POST", "/scenarios", { key: owner, body: { ...other, slug: "canary-scenario", title: "CANARY-OTHER" } });
    const { url } = await share(analyst);
    for (const path of EVERYTHING) {
      const text = await (await open(url, path)).text();
      for (const canary of [note, "A analyst", "A owner", "CANARY-OTHER"]) expect(text).not.toContain(canary);
    }
  });

  test("takes title and note from the sender, and nothing else", async () => {
    const { analyst } = await loadShipped();
    const { url } = await share(analyst, {
      title: "</script><script>alert(1)</script>",
      note: "n",
      view: { index: 99 },
      url: "https://evil.example",
    });
    expect(url).toMatch(/^http:\/\/localhost\/s\//);
    const page = await (await open(url)).text();
    expect(page).not.toContain("<script>alert(1)");
    expect(page).not.toContain("evil.example");
  });

  test("is never stored, indexed, framed or told to other sites", async () => {
    const { analyst } = await loadShipped();
    const { url } = await share(analyst);
    for (const path of [...EVERYTHING, "/nothing"]) {
      const { headers } = await open(url, path);
      expect(headers.get("Cache-Control")).toBe("no-store");
      expect(headers.get("X-Robots-Tag")).toContain("noindex");
      expect(headers.get("Referrer-Policy")).toBe("no-referrer");
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(headers.get("Content-Security-Policy")).toContain("frame-ancestors 'none'");
      expect(headers.get("Set-Cookie")).toBeNull();
    }
  });
});

describe("withdrawing a link", () => {
  test("closes every address under it at once, without a body or with a reason", async () => {
    const { analyst } = await loadShipped();
    const first = await share(analyst);
    const second = await share(analyst);
    expect((await api("DELETE", `/snapshots/${first.id}`, { key: analyst })).status).toBe(200);
    const body = { reason: "An error in March" };
    const withdrawn = await api("DELETE", `/snapshots/${second.id}`, { key: analyst, body });
    expect(await withdrawn.json()).toMatchObject({ status: "withdrawn", withdrawnReason: "An error in March" });
    for (const path of EVERYTHING) {
      expect((await open(first.url, path)).status).toBe(410);
      const gone = await open(second.url, path);
      expect(gone.status).toBe(410);
      expect(await gone.text()).toContain("An error in March");
    }
    const list: { snapshots: Snapshot[] } = await (await api("GET", SNAPSHOTS, { key: analyst })).json();
    expect(list.snapshots.map(({ status }) => status)).toEqual(["withdrawn", "withdrawn"]);
  });

  test("is for whoever made it and for owners", async () => {
    const { analyst, owner, viewer } = await loadShipped();
    const { id, url } = await share(analyst);
    const other = await keyFor("analyst", "Another analyst");
    expect((await api("DELETE", `/snapshots/${id}`, { key: other })).status).toBe(403);
    expect((await api("DELETE", `/snapshots/${id}`, { key: viewer })).status).toBe(403);
    expect((await open(url)).status).toBe(200);
    expect((await api("DELETE", `/snapshots/${id}`, { key: owner })).status).toBe(200);
    expect((await open(url)).status).toBe(410);
  });

  test("cannot be done with the link itself", async () => {
    const { analyst } = await loadShipped();
    const { url } = await share(analyst);
    const token = url.split("/").at(-1) ?? "";
    for (const method of ["DELETE", "POST", "PUT", "PATCH"]) {
      // POST is the Open button of a guarded link: one that needs none leads to its page.
      expect((await request(method, `/s/${token}`)).status).toBe(method === "POST" ? 303 : 404);
      expect((await api(method, `/snapshots/${token}`)).status).toBe(401);
      expect((await api(method, `/snapshots/${token}`, { key: token })).status).toBe(401);
    }
    expect((await api("DELETE", `/snapshots/${token}`, { key: analyst })).status).toBe(404);
    expect((await open(url)).status).toBe(200);
  });
});

test("an address that is no link's is the same plain not found, whatever it looks like", async () => {
  const { analyst } = await loadShipped();
  const { id } = await share(analyst);
  const texts = new Set<string>();
  for (const path of ["%3Atoken", ":token", "", "*", "1", id, "a".repeat(43), "..%2Fhealthz"]) {
    const response = await request("GET", `/s/${path}`, { headers: { Accept: "text/html" } });
    expect(response.status).toBe(404);
    texts.add((await response.text()).replace(/\s+/g, " "));
  }
  expect(texts.size).toBe(1);
});
