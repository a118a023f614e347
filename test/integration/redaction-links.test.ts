import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { today } from "../clock";
import type { Snapshot } from "../../worker/contract/link-types";
import type { ScenarioView } from "../../worker/core/view-types";
import { isOutdated } from "../../worker/store/database";
import { requireSameLinks } from "../../worker/store/frozen-views";
import { sha256 } from "../../worker/store/hash";
import { insertSnapshot, listSnapshots, markWithdrawn } from "../../worker/store/snapshots";
import { cacheView, readView } from "../../worker/store/views";
import { SCENARIO, EVENTS, REASON, canary, write, libel, redact, problems, texts, open } from "./canaries";
import { currentSigner } from "./frozen";
import { api, database, eventBody, loadShipped, SLUG } from "./harness";

describe("a link that showed what was removed", () => {
  test("still opens, says what happened, and lists the hash that it had", async () => {
    const { keys, ref, links } = await libel();
    await redact(keys.owner, ref);
    for (const link of links.slice(0, 2)) {
      const bytes = new Uint8Array(await (await open(link.url, "/view.json")).arrayBuffer());
      const view: ScenarioView = JSON.parse(new TextDecoder().decode(bytes));
      expect(view.redactions).toEqual([{ on: today(), reason: REASON }]);
      const now: Snapshot = await (await api("GET", `/snapshots/${link.id}`, { key: keys.viewer })).json();
      expect(now.viewHash).toBe(await sha256(bytes));
      expect(now.viewHash).not.toBe(link.viewHash);
      const page = await (await open(link.url)).text();
      expect(page).toContain(`"earlierHashes":["${link.viewHash}"]`);
      expect(page).toContain(REASON);
      const file = await (await open(link.url, "/events.csv")).text();
      expect(file.split("\n").find((line) => line.startsWith(`${ref},`))).toContain(",[removed],");
      const gone = await env.DB.prepare("SELECT count(*) AS n FROM views WHERE hash = ?").bind(link.viewHash).first();
      expect(gone).toEqual({ n: 0 });
    }
  });

  test("keeps every figure, and every word that was not removed", async () => {
    const { keys, ref, links } = await libel();
    const url = links[1]?.url ?? "";
    const before = await (await open(url, "/view.json")).text();
    const rows = (await (await open(url, "/events.csv")).text()).split("\n");
    await redact(keys.owner, ref);
    const after: ScenarioView = await (await open(url, "/view.json")).json();
    const { redactions: _redactions, ...rest } = after;
    const { eventsCsv = "" } = (JSON.parse(before) as ScenarioView).frozen ?? {};
    const expected = before
      .replace(eventsCsv, await sha256(await (await open(url, "/events.csv")).text()))
      .replaceAll(canary("title second"), "[removed]")
      .replaceAll(canary("source second"), "[removed]")
      .replaceAll(texts("second").sourceUrl, "");
    expect(rest).toEqual(JSON.parse(expected));
    const left = (await (await open(url, "/events.csv")).text()).split("\n");
    expect(left.filter((row) => !rows.includes(row))).toHaveLength(1);
  });

  test("of a day before the event stays as it is, byte for byte", async () => {
    const { keys, ref, links } = await libel();
    const { url = "", viewHash = "" } = links[2] ?? {};
    const before = await (await open(url, "/view.json")).text();
    await redact(keys.owner, ref);
    expect(await (await open(url, "/view.json")).text()).toBe(before);
    expect(await sha256(before)).toBe(viewHash);
    expect(await (await open(url)).text()).toContain('"earlierHashes":[]');
  });

  test("lists both removals after a second one", async () => {
    const { keys, ref, links } = await libel();
    await redact(keys.owner, ref, { reason: "First", fields: ["title"] });
    await redact(keys.owner, ref, { reason: "Second" });
    const view: ScenarioView = await (await open(links[0]?.url ?? "", "/view.json")).json();
    expect(view.redactions?.map(({ reason }) => reason)).toEqual(["First", "Second"]);
    const row = await env.DB.prepare(
      "SELECT earlier_hashes FROM views v JOIN snapshots s ON s.view_hash = v.hash WHERE s.id = ?",
    )
      .bind(links[0]?.id)
      .first<{ earlier_hashes: string }>();
    expect(JSON.parse(row?.earlier_hashes ?? "[]")).toHaveLength(2);
    expect(await problems()).toEqual([]);
  });

  test("keeps the words of other events that say the same", async () => {
    const { analyst, owner } = await loadShipped();
    const title = "The very same title of two events";
    const { ref } = await write(analyst, EVENTS, eventBody({ title }));
    const { ref: other } = await write(analyst, EVENTS, eventBody({ title, date: "2025-11-21" }));
    const link = await write(analyst, `${SCENARIO}/snapshots`, { title: "Both" });
    await redact(owner, ref, { reason: REASON, fields: ["title"] });
    const view: ScenarioView = await (await open(link.url, "/view.json")).json();
    const titleOf = (wanted: string) => view.latestEvents.find((event) => event.ref === wanted)?.title;
    expect([titleOf(ref), titleOf(other)]).toEqual(["[removed]", title]);
  });

  test("is not missed when it is made at the same moment", async () => {
    const { analyst, owner } = await loadShipped();
    const { ref } = await write(analyst, EVENTS, eventBody({ title: canary("title") }));
    const freeze = () => api("POST", `${SCENARIO}/snapshots`, { key: analyst, body: { title: "Now" } });
    const [first, redacted, ...others] = await Promise.all([
      freeze(),
      api("POST", `${EVENTS}/${ref}/redact`, { key: owner, body: { reason: REASON } }),
      freeze(),
      freeze(),
    ]);
    expect(redacted.status).toBe(200);
    for (const made of [first, ...others]) {
      if (made.status !== 201) continue;
      const { url }: { url: string } = await made.json();
      for (const rest of ["/view.json", "/events.csv"])
        expect(await (await open(url, rest)).text()).not.toContain("CANARY");
    }
    expect(await problems()).toEqual([]);
  });
});

describe("what was read before a redaction is not stored after it", () => {
  async function outdated() {
    const { analyst, owner } = await loadShipped();
    const { ref } = await write(analyst, EVENTS, eventBody({ title: canary("title") }));
    await write(analyst, `${SCENARIO}/snapshots`, { title: "Frozen" });
    const hash = await env.DB.prepare("SELECT hash FROM views WHERE kept = 1").first<string>("hash");
    const view = await readView(database(), hash ?? "");
    const snapshot = (await listSnapshots(database(), SLUG))[0];
    if (!view || !snapshot) throw new Error("Nothing was frozen");
    await redact(owner, ref);
    return { view, snapshot: { ...snapshot, id: "late", tokenHash: "late" } };
  }

  test("neither as a link", async () => {
    const { view, snapshot } = await outdated();
    const signer = await currentSigner();
    const late = insertSnapshot(database(), snapshot, { view, seal: view, signer, csv: [], image: new Uint8Array(1) });
    await expect(late).rejects.toSatisfy(isOutdated);
    expect(await env.DB.prepare("SELECT count(*) AS n FROM snapshots").first()).toEqual({ n: 1 });
    expect(await env.DB.prepare("SELECT 1 FROM views WHERE hash = ?").bind(view.hash).first()).toBeNull();
  });

  test("nor as the stored answer to a question", async () => {
    const { view } = await outdated();
    await cacheView(database(), view, "a question", view.revision, 0);
    expect(await env.DB.prepare("SELECT 1 FROM views WHERE hash = ?").bind(view.hash).first()).toBeNull();
    expect(await env.DB.prepare("SELECT 1 FROM view_cache WHERE question = 'a question'").first()).toBeNull();
  });

  test("and a redaction that has not seen a link, or its withdrawal, begins again", async () => {
    await outdated();
    const { d1 } = database();
    const seen = await listSnapshots(database(), SLUG);
    await expect(d1.batch([requireSameLinks(d1, SLUG, [])])).rejects.toSatisfy(isOutdated);
    await expect(d1.batch([requireSameLinks(d1, SLUG, seen)])).resolves.toHaveLength(1);
    await markWithdrawn(database(), seen[0]?.id ?? "", "somebody", 7, canary("title"));
    await expect(d1.batch([requireSameLinks(d1, SLUG, seen)])).rejects.toSatisfy(isOutdated);
  });

  test.each([
    ["title", `a "quoted" \\u00e9 \u{1F600} title`],
    ["note", ""],
    ["notices", '[{"at":7,"text":"Corrected"}]'],
    ["withdrawn_reason", "Because"],
  ])("nor does one that has not seen another %s of a link go through", async (column, words) => {
    await outdated();
    const { d1 } = database();
    await env.DB.prepare("UPDATE snapshots SET note = 'A note'").run();
    const before = await listSnapshots(database(), SLUG);
    await env.DB.prepare(`UPDATE snapshots SET ${column} = ?`).bind(words).run();
    await expect(d1.batch([requireSameLinks(d1, SLUG, before)])).rejects.toSatisfy(isOutdated);
    const after = await listSnapshots(database(), SLUG);
    await expect(d1.batch([requireSameLinks(d1, SLUG, after)])).resolves.toHaveLength(1);
  });
});
