import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { verifyViews } from "../../worker/actions/verify-views";
import type { MadeLink, Snapshot } from "../../worker/contract/link-types";
import type { ScenarioView } from "../../worker/core/view-types";
import { runSchedule } from "../../worker/schedule";
import { sha256 } from "../../worker/store/hash";
import { verifySignature } from "../../worker/store/signing";
import { canary, EVENTS, problems, REASON, redact, redactEverywhere, SCENARIO, write } from "./canaries";
import { freeze, publishedKeys, EARLIER_KEY, earlierSigner, shown, signatureOf, withKey, withoutKey } from "./frozen";
import { api, database, eventBody, loadShipped, request } from "./harness";

/** A link to a view, and the files of it, that hold what an owner will remove. */
async function libelled(body: object = {}) {
  const { analyst, owner } = await loadShipped();
  const { ref } = await write(analyst, EVENTS, eventBody({ title: canary("title"), sourceTitle: canary("source") }));
  return { analyst, owner, ref, link: await freeze(analyst, body) };
}

const image = async ({ url }: MadeLink) => {
  const response = await request("GET", `${new URL(url).pathname}/preview.png`);
  return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
};

const linkNow = async (key: string, { id }: MadeLink): Promise<Snapshot> =>
  (await api("GET", `/snapshots/${id}`, { key })).json();

async function wordsOf(link: MadeLink, file: string): Promise<string> {
  return new TextDecoder().decode(await shown(link, file));
}

describe("a link from which texts were removed", () => {
  test("is signed anew, with the hash of its new events.csv, and names the old hash", async () => {
    const { owner, ref, link } = await libelled();
    const before = await signatureOf(link);
    await redact(owner, ref);
    const [bytes, after, [key]] = [await shown(link, "view.json"), await signatureOf(link), await publishedKeys()];
    const view: ScenarioView = JSON.parse(new TextDecoder().decode(bytes));
    expect(await verifySignature(key?.publicKey ?? "", bytes, after.signature)).toBe(true);
    expect(after).toMatchObject({ sha256: await sha256(bytes), ledgerHead: before.ledgerHead, key: key?.id });
    expect([after.earlierHashes, after.signature === before.signature]).toEqual([[before.sha256], false]);
    expect(view.frozen?.eventsCsv).toBe(await sha256(await shown(link, "events.csv")));
    expect(view.frozen?.ledgerHead).toBe(before.ledgerHead);
    expect(await wordsOf(link, "events.csv")).not.toContain("CANARY");
    expect(await problems()).toEqual([]);
  });

  test("keeps its preview image, which shows no text of an event", async () => {
    const { owner, ref, link } = await libelled();
    const before = await image(link);
    expect(before.status).toBe(200);
    await redact(owner, ref);
    expect(await image(link)).toEqual(before);
    expect(await env.DB.prepare("SELECT count(*) AS n FROM view_images").first()).toEqual({ n: 1 });
  });

  test("loses them in its notices too where that was asked for, and a live one in its words", async () => {
    const { analyst, owner, ref, link } = await libelled();
    const live = await freeze(analyst, { purpose: "live", title: "Live", note: `It said ${canary("title")}.` });
    const untouched = await freeze(analyst, { purpose: "live", title: "Other" });
    for (const notice of [`Not so: ${canary("title")}.`, "Nothing of it."]) {
      await write(analyst, `/snapshots/${link.id}`, { notice }, {}, "PATCH");
    }
    const { links } = await redactEverywhere(owner, ref);
    expect(links).toBe(2);
    const texts = (await linkNow(owner, link)).notices.map(({ text }) => text);
    expect(texts).toEqual(["Not so: [removed].", "Nothing of it."]);
    expect((await linkNow(owner, live)).note).toBe("It said [removed].");
    expect((await linkNow(owner, untouched)).title).toBe("Other");
    expect(JSON.stringify((await env.DB.prepare("SELECT * FROM snapshots").all()).results)).not.toContain("CANARY");
    expect(await problems()).toEqual([]);
  });

  test("is signed with the key of today, which is published with it", async () => {
    const { owner, ref, link } = await libelled();
    await withKey(EARLIER_KEY, "POST", `/api/v1${SCENARIO}/events/${ref}/redact`, owner, { reason: REASON });
    const { key } = await earlierSigner();
    expect((await signatureOf(link)).key).toBe(key);
    expect((await publishedKeys()).map(({ id }) => id)).toContain(key);
    expect(await problems()).toEqual([]);
  });

  test("is rewritten at once also where no key is set, and signed when there is one", async () => {
    const { owner, ref, link } = await libelled();
    const done = await withoutKey("POST", `/api/v1${SCENARIO}/events/${ref}/redact`, owner, { reason: REASON });
    expect(done.status).toBe(200);
    expect(await wordsOf(link, "view.json")).not.toContain("CANARY");
    expect((await request("GET", `${new URL(link.url).pathname}/view.sig`)).status).toBe(404);
    expect((await verifyViews(database())).problems).toEqual([expect.stringContaining("has no signature")]);
    await runSchedule({ DB: env.DB, LOCAL: "1", SIGNING_KEY: env.SIGNING_KEY ?? "" });
    expect(await signatureOf(link)).toMatchObject({ sha256: await sha256(await shown(link, "view.json")) });
    expect(await problems()).toEqual([]);
  });

  test("leaves nothing behind: no old view, no old file, no old image", async () => {
    const { owner, ref, link } = await libelled();
    await redact(owner, ref);
    for (const [table, column] of [
      ["views", "hash"],
      ["view_files", "view_hash"],
      ["view_images", "view_hash"],
      ["snapshots", "view_hash"],
    ]) {
      const sql = `SELECT 1 FROM ${table} WHERE ${column} = ?`;
      expect([table, await env.DB.prepare(sql).bind(link.viewHash).first()]).toEqual([table, null]);
    }
  });
});
