import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { app } from "../../worker/app";
import { loadShipped } from "./harness";
import { ADDRESSES, look, pageDataOf, press, rowOf, share, ticketOf } from "./shared-links";

describe("a link with a cap", () => {
  test("is not used up by an instance that has lost its secret and can open nothing", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst, { viewCap: 3 });
    const asked = { method: "POST", headers: { Accept: "application/json" } };
    const response = await app.request(new URL(link.url).pathname, asked, { ...env, LINK_SECRET: "" });
    expect(response.status).toBe(503);
    expect(await rowOf(link)).toMatchObject({ opens: 0 });
  });

  test("is used up by presses alone: not by looks, files or wrong passphrases", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst, { viewCap: 2, passphrase: true });
    for (const method of ["GET", "HEAD", "GET"]) expect((await look(link, "", {}, method)).status).toBe(200);
    expect((await press(link, "wrong")).status).toBe(403);
    expect(await pageDataOf(await look(link))).toMatchObject({ opensLeft: 2 });
    const ticket = await ticketOf(link);
    expect((await look(link, `/view.json?ticket=${ticket}`)).status).toBe(200);
    expect(await pageDataOf(await look(link))).toMatchObject({ opensLeft: 1 });
    const last = await ticketOf(link);
    expect(await rowOf(link)).toMatchObject({ opens: 2 });
    for (const response of [await look(link), await press(link, link.passphrase), await look(link, "/view.json")]) {
      expect(response.status).toBe(410);
      expect(await response.text()).toContain("Opened as often as it allows");
    }
    // Whoever opened it last may still check and download what they see.
    expect((await look(link, `/view.json?ticket=${last}`)).status).toBe(200);
  });

  test("opens for no more than its cap of many who press at once", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst, { viewCap: 5 });
    const replies = await Promise.all(Array.from({ length: 20 }, () => press(link)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(5);
    expect(replies.filter(({ status }) => status === 410)).toHaveLength(15);
    expect(await rowOf(link)).toMatchObject({ opens: 5 });
  });
});

describe("openings", () => {
  test("are counted for each GET of the page, and for nothing else", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst);
    const etag = (await look(link)).headers.get("ETag") ?? "";
    expect((await look(link, "", { "If-None-Match": etag })).status).toBe(304);
    await look(link, "", {}, "HEAD");
    for (const address of ADDRESSES.slice(1)) await look(link, address);
    const many = Array.from({ length: 20 }, () => look(link));
    await Promise.all(many);
    await expect.poll(async () => (await rowOf(link))["opens"], { timeout: 5000 }).toBe(22);
    expect(Number((await rowOf(link))["last_opened_at"])).toBeGreaterThan(link.createdAt - 1);
  });

  test("that cannot be counted keep nobody from the page", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst);
    await env.DB.prepare(
      "CREATE TRIGGER broken BEFORE UPDATE ON snapshots BEGIN SELECT RAISE(ABORT, 'broken'); END",
    ).run();
    for (const _try of [1, 2]) expect((await look(link)).status).toBe(200);
  });
});
