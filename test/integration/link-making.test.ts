import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { now as suiteNow } from "../clock";
import { liveView } from "../../worker/actions/live-view";
import type { ApiEvent } from "../../worker/contract/api-types";
import type { LinkPreview, MadeLink } from "../../worker/contract/link-types";
import type { ScenarioView } from "../../worker/core/view-types";
import { sha256 } from "../../worker/store/hash";
import { everyTable } from "./canaries";
import { standAt } from "./clock";
import { shown, withoutKey } from "./frozen";
import { api, database, eventBody, keyFor, loadShipped, ORIGIN, registerShipped, SLUG } from "./harness";
import { LINKS, look, press, rowOf, share } from "./shared-links";
import { fetchWorker } from "./worker";

const DAY_MS = 86_400_000;

async function preview(key: string, body: object): Promise<LinkPreview> {
  const response = await api("POST", `${LINKS}/preview`, { key, body });
  if (response.status !== 200) throw new Error(await response.text());
  return response.json();
}

async function viewOf(link: MadeLink): Promise<ScenarioView> {
  return JSON.parse(new TextDecoder().decode(await shown(link, "view.json")));
}

describe("a link", () => {
  test("is what its purpose says where nothing else is asked for", async () => {
    const { analyst } = await loadShipped();
    const plain = { fields: { sources: true, monthNote: false, notes: false, names: false, forecasts: false } };
    const open = { passphrase: null, hasPassphrase: false, viewCap: null, since: true, status: "open", ...plain };
    const publication = await share(analyst);
    expect(publication).toMatchObject({ purpose: "publication", expiresAt: null, ...open });
    const colleague = await share(analyst, { purpose: "colleague" });
    expect(colleague).toMatchObject({ purpose: "colleague", ...open });
    expect(colleague.expiresAt).toBeGreaterThan(colleague.createdAt + 30 * DAY_MS);
    const live = await share(analyst, { purpose: "live" });
    expect(live).toMatchObject({ purpose: "live", expiresAt: null, viewHash: null, revision: 3, ...open });
  });

  test("for a colleague ends with the UTC day 30 days on, unless its maker says when", async () => {
    const { analyst } = await loadShipped();
    standAt(Date.parse("2028-02-29T23:59:30Z"));
    const colleague = await share(analyst, { purpose: "colleague" });
    expect(colleague.expiresAt).toBe(Date.parse("2028-03-31T00:00:00Z"));
    const expiresAt = Date.parse("2028-03-01T08:00:00Z");
    expect((await share(analyst, { purpose: "colleague", expiresAt })).expiresAt).toBe(expiresAt);
    expect((await share(analyst, { purpose: "colleague", expiresAt: null })).expiresAt).toBeNull();
  });

  test("is guarded in its row as it was asked for, and the row holds no part of the passphrase", async () => {
    const { analyst } = await loadShipped();
    const expiresAt = suiteNow() + DAY_MS;
    for (const purpose of ["publication", "colleague", "live"]) {
      const body = { purpose, passphrase: true, viewCap: 3, expiresAt, since: false, note: "Read this." };
      const link = await share(analyst, body);
      expect(link).toMatchObject({ hasPassphrase: true, viewCap: 3, expiresAt, since: false, note: "Read this." });
      const row = await rowOf(link);
      expect(row).toMatchObject({ view_cap: 3, expires_at: expiresAt, since: 0, purpose });
      expect(row["passphrase_mac"]).toMatch(/^[0-9a-f]{64}$/);
      // 16 of 32 letters: 80 bits.
      expect(link.passphrase).toMatch(/^([2-9a-z]{4}-){3}[2-9a-z]{4}$/);
      const groups = link.passphrase?.split("-") ?? [];
      const pairs = groups.slice(1).map((group, before) => `${groups[before]}${group}`);
      const everything = [...(await everyTable()).values()].join("\n");
      for (const part of [link.passphrase ?? "", groups.join(""), ...pairs]) {
        expect(everything).not.toContain(part);
      }
      expect((await press(link, link.passphrase)).status).toBe(200);
    }
  });

  test("has a passphrase and a token of its own each time", async () => {
    const { analyst } = await loadShipped();
    const links = [await share(analyst, { passphrase: true }), await share(analyst, { passphrase: true })];
    expect(new Set(links.map(({ passphrase }) => passphrase)).size).toBe(2);
    expect(new Set(links.map(({ url }) => url)).size).toBe(2);
    expect(new Set(links.map(({ viewHash }) => viewHash)).size).toBe(1);
  });

  test("is refused with an end in the past, a day to come, or a day where it is live", async () => {
    const { analyst } = await loadShipped();
    const bodies = {
      expiresAt: { expiresAt: suiteNow() - 1 },
      asOf: { asOf: "2098-01-01" },
      "asOf of a live one": { purpose: "live", asOf: "2020-01-31" },
    };
    for (const [field, body] of Object.entries(bodies)) {
      for (const path of [LINKS, `${LINKS}/preview`]) {
        const response = await api("POST", path, { key: analyst, body: { title: "T", ...body } });
        expect(response.status).toBe(422);
        expect(await response.json()).toMatchObject({ errors: [{ field: field.split(" ")[0] }] });
      }
    }
    expect((await everyTable()).get("snapshots")).toBe("[]");
  });

  test("is made by analysts and owners, and looked at beforehand by them alone", async () => {
    const { viewer, owner } = await loadShipped();
    const body = { title: "T" };
    for (const path of [LINKS, `${LINKS}/preview`]) {
      expect((await api("POST", path, { body })).status).toBe(401);
      expect((await api("POST", path, { key: viewer, body })).status).toBe(403);
      expect((await api("POST", path, { key: owner, body })).status).toBeLessThan(300);
      const nowhere = path.replace(SLUG, "no-such-scenario");
      expect((await api("POST", nowhere, { key: owner, body })).status).toBe(404);
    }
  });
});

describe("a frozen view", () => {
  test("names what went along, the ledger's head and the hash of its events.csv", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst, { fields: { notes: true }, asOf: "2012-10-31" });
    const { frozen, revision, asOf } = await viewOf(link);
    const head = "SELECT hash FROM commits WHERE scenario = ?1 AND revision = ?2";
    expect(frozen).toEqual({
      fields: { sources: true, monthNote: false, notes: true, names: false, forecasts: false },
      ledgerHead: await env.DB.prepare(head).bind(SLUG, revision).first("hash"),
      eventsCsv: await sha256(await shown(link, "events.csv")),
    });
    expect([asOf, revision]).toEqual(["2012-10-31", 3]);
    expect(await sha256(await shown(link, "view.json"))).toBe(link.viewHash);
  });

  test("frozen again is the same view, with its first signature and files", async () => {
    const { analyst } = await loadShipped();
    const first = await share(analyst);
    const stored = async () =>
      [
        await env.DB.prepare("SELECT * FROM views WHERE kept = 1").all(),
        await env.DB.prepare("SELECT * FROM view_files").all(),
        await env.DB.prepare("SELECT * FROM view_images").all(),
        await env.DB.prepare("SELECT * FROM signing_keys").all(),
      ].map(({ results }) => results);
    const before = await stored();
    expect(before.map((rows) => rows.length)).toEqual([1, 1, 1, 1]);
    const second = await share(analyst, { title: "Another" });
    expect(second.viewHash).toBe(first.viewHash);
    expect(await stored()).toEqual(before);
    const other = await share(analyst, { fields: { sources: false } });
    expect(other.viewHash).not.toBe(first.viewHash);
  });

  test("of an empty scenario has a file with the header alone", async () => {
    const { analyst } = await registerShipped();
    const csv = new TextDecoder().decode(await shown(await share(analyst), "events.csv"));
    expect(csv).toMatch(/^ref,date,indicator,[^\n]*\n$/);
  });
});

describe("the page before there is a link", () => {
  const asked = { title: "For the paper", note: "Read this.", fields: { sources: false }, viewCap: 5 };

  test("shows the very bytes that the link will freeze, and what stands around them", async () => {
    const { analyst } = await loadShipped();
    const { view, page } = await preview(analyst, asked);
    const link = await share(analyst, asked);
    expect(page.viewHash).toBe(link.viewHash);
    await env.DB.prepare("UPDATE snapshots SET view_cap = NULL").run();
    expect(view).toEqual(await viewOf(link));
    expect(page).toMatchObject({
      title: "For the paper",
      note: "Read this.",
      purpose: "publication",
      path: "",
      ticket: "",
    });
    expect(page).toMatchObject({ embeddable: false, since: true, notices: [], earlierHashes: [] });
  });

  test("shows what a live link shows", async () => {
    const { analyst } = await loadShipped();
    const body = { ...asked, purpose: "live", viewCap: null };
    const { view, page } = await preview(analyst, body);
    expect(view).not.toHaveProperty("frozen");
    expect(page).toMatchObject({ purpose: "live", embeddable: true, since: false });
    const link = await share(analyst, body);
    expect(await viewOf(link)).toEqual(view);
    expect(await sha256(await shown(link, "view.json"))).toBe(page.viewHash);
  });

  test("writes nothing", async () => {
    const { analyst } = await loadShipped();
    await api("GET", `/scenarios/${SLUG}/view`, { key: analyst });
    const before = await everyTable();
    for (const body of [asked, { ...asked, purpose: "live", passphrase: true }]) {
      const response = await api("POST", `${LINKS}/preview`, { key: analyst, body });
      expect(response.status).toBe(200);
      expect(response.headers.get("Server-Timing")).toMatch(/\bdb;desc="rows_read=\d+ rows_written=0/);
    }
    expect(await everyTable()).toEqual(before);
  });

  test("names the events that moved the figures most and that nobody but their author agreed with", async () => {
    const { analyst } = await loadShipped();
    const event = eventBody({ indicator: "visit", code: "leader_visit_held", date: "2025-11-20" });
    const key = await keyFor("analyst", "A colleague");
    const log = async (title: string): Promise<ApiEvent> => {
      const response = await api("POST", `/scenarios/${SLUG}/events`, { key: analyst, body: { ...event, title } });
      if (response.status !== 201) throw new Error(await response.text());
      return response.json();
    };
    const [alone, disputed, agreed] = [await log("Nobody looked"), await log("Disputed"), await log("Agreed")];
    const grade = { sourceReliability: "B", infoCredibility: 2, comment: "Seen." };
    const review = (ref: string, agrees: boolean) =>
      api("POST", `/scenarios/${SLUG}/events/${ref}/review`, {
        key,
        body: { ...grade, agrees },
        headers: { "If-Match": '"1"' },
      });
    expect((await review(disputed.ref, false)).status).toBeLessThan(300);
    expect((await review(agreed.ref, true)).status).toBeLessThan(300);
    const { unreviewed, view } = await preview(analyst, { title: "T" });
    expect(unreviewed).toHaveLength(10);
    const named = new Map(unreviewed.map((one) => [one.ref, one]));
    expect(named.get(alone.ref)).toMatchObject({ title: "Nobody looked", review: "unreviewed", date: "2025-11-20" });
    expect(named.get(disputed.ref)?.review).toBe("disputed");
    expect(named.has(agreed.ref)).toBe(false);
    const values = view.contributions.filter(({ ref }) => named.has(ref)).map(({ ref, value }) => ({ ref, value }));
    expect(unreviewed.map(({ ref, value }) => ({ ref, value }))).toEqual(values);
  });
});

describe("making links", () => {
  test("is refused where there is no signing key, with its name, and nothing is stored", async () => {
    const { analyst } = await loadShipped();
    const before = await everyTable();
    for (const purpose of ["publication", "colleague", "live"]) {
      const path = `/api/v1${LINKS}`;
      const response = await withoutKey("POST", path, analyst, { title: "T", purpose });
      expect(response.status).toBe(503);
      expect(await response.json()).toMatchObject({
        code: "not-configured",
        detail: expect.stringContaining("SIGNING_KEY"),
      });
    }
    expect(await everyTable()).toEqual(before);
  });

  test("with a guard is refused where there is no secret for it", async () => {
    const { analyst } = await loadShipped();
    const make = async (body: object): Promise<Response> => {
      const headers = { Authorization: `Bearer ${analyst}`, "Content-Type": "application/json" };
      const init = { method: "POST", headers, body: JSON.stringify({ title: "T", ...body }) };
      const { LINK_SECRET: _unset, ...rest } = env;
      return fetchWorker(new Request(`${ORIGIN}/api/v1${LINKS}`, init), rest);
    };
    for (const body of [{ passphrase: true }, { viewCap: 1 }, { purpose: "live", viewCap: 1 }]) {
      const response = await make(body);
      expect(response.status).toBe(503);
      expect(await response.json()).toMatchObject({
        code: "not-configured",
        detail: expect.stringContaining("LINK_SECRET"),
      });
    }
    expect((await everyTable()).get("snapshots")).toBe("[]");
    expect((await make({})).status).toBe(201);
  });

  test("is limited for each person, before anything of the request is read from the database", async () => {
    const { analyst, owner } = await loadShipped();
    let refused = await api("POST", LINKS, { key: analyst, body: {} });
    // 60 a minute: of 121 in two minutes at least one is one too many.
    for (let sent = 1; sent < 121 && refused.status === 422; sent += 1) {
      refused = await api("POST", LINKS, { key: analyst, body: {} });
    }
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ code: "too-many", detail: expect.stringContaining("wait a minute") });
    // The one row of the key and the one of its person.
    expect(refused.headers.get("Server-Timing")).toMatch(/\bdb;desc="rows_read=2 rows_written=0 queries=1/);
    expect((await everyTable()).get("snapshots")).toBe("[]");
    expect((await api("POST", LINKS, { key: owner, body: { title: "T" } })).status).toBe(201);
  });
});

test("a live link follows the log, keeps its fields, and costs three rows when it is warm", async () => {
  const { analyst } = await loadShipped();
  const link = await share(analyst, { purpose: "live", fields: { sources: false } });
  const before = await viewOf(link);
  await api("POST", `/scenarios/${SLUG}/events`, {
    key: analyst,
    body: eventBody({ title: "New", sourceTitle: "CANARY" }),
  });
  const after = await viewOf(link);
  expect([before.revision, after.revision]).toEqual([3, 4]);
  const bytes = await (await look(link, "/events.csv")).text();
  expect(bytes).toContain("New");
  expect(bytes + JSON.stringify(after)).not.toContain("CANARY");
  const db = database();
  const now = suiteNow();
  const question = { slug: SLUG, fields: link.fields, today: new Date(now).toISOString().slice(0, 10), now };
  await liveView(db, question);
  expect(db.usage).toMatchObject({ rowsRead: 3, rowsWritten: 0 });
});
