import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { now } from "../clock";
import { shareAgain } from "../../worker/actions/share-again";
import type { LinkPreview } from "../../worker/contract/link-types";
import { api, database, eventBody, loadShipped, registerShipped, SLUG } from "./harness";
import { act, AS_PROGRAM, change, made, statusOf } from "./link-acts";
import { look, press, rowOf, setRow, share, ticketOf, tokenOf } from "./shared-links";

describe("a new address", () => {
  test("is shown once; the old one is dead at once, and its tickets with it; everything else stays", async () => {
    const { owner } = await registerShipped();
    const link = await share(owner, { passphrase: true, viewCap: 5 });
    const ticket = await ticketOf(link);
    const rotated = await made(owner, link, "rotate");
    expect(rotated).toMatchObject({ id: link.id, opens: 1, viewCap: 5, hasPassphrase: true, passphrase: null });
    expect(tokenOf(rotated)).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(JSON.stringify(await rowOf(link))).not.toContain(tokenOf(rotated));
    for (const address of ["", "/view.json", `/view.json?ticket=${ticket}`, "/events.csv", "/view.sig"]) {
      expect(await statusOf(link, address)).toBe(404);
    }
    expect(await statusOf(rotated, `/view.json?ticket=${ticket}`)).toBe(404);
    expect((await press(rotated, link.passphrase)).status).toBe(200);
  });

  test("of a paused link stays paused", async () => {
    const { owner } = await registerShipped();
    const link = await share(owner);
    await change(owner, link, { paused: true });
    expect(await statusOf(await made(owner, link, "rotate"))).toBe(404);
  });
});

describe("sharing again", () => {
  test("makes a second link to the same view with the same guards, its own count and its own passphrase", async () => {
    const { owner } = await registerShipped();
    const terms = {
      purpose: "colleague",
      note: "n",
      passphrase: true,
      viewCap: 5,
      since: false,
      fields: { notes: true },
    };
    const first = await share(owner, terms);
    await setRow(first, "opens = 5");
    await change(owner, first, { notice: "A correction" });
    await api("POST", `/scenarios/${SLUG}/events`, { key: owner, body: eventBody() });
    const second = await made(owner, first, "again");
    const { url, id, passphrase, createdAt, opens, status, lastOpenedAt, ...rest } = second;
    const { passphrase: _guarded, ...same } = terms;
    expect(rest).toMatchObject({ ...same, hasPassphrase: true, fields: { ...first.fields, notes: true } });
    expect(rest).toMatchObject({ viewHash: first.viewHash, revision: first.revision, expiresAt: first.expiresAt });
    expect(rest.notices.map(({ text }) => text)).toEqual(["A correction"]);
    expect({ opens, status, lastOpenedAt }).toEqual({ opens: 0, status: "open", lastOpenedAt: null });
    expect([id, url, passphrase]).not.toContain(first.id);
    expect(passphrase).not.toBe(first.passphrase);
    expect(createdAt).toBeGreaterThanOrEqual(first.createdAt);
    expect((await press(second, first.passphrase, AS_PROGRAM)).status).toBe(403);
    expect((await press(second, passphrase)).status).toBe(200);
    await api("DELETE", `/snapshots/${first.id}`, { key: owner });
    expect(await statusOf(second, `/view.json?ticket=${await ticketOf(second)}`)).toBe(200);
  });

  test("a live link notes the day on which its second one is made", async () => {
    const { owner } = await registerShipped();
    const first = await share(owner, { purpose: "live" });
    await api("POST", `/scenarios/${SLUG}/events`, { key: owner, body: eventBody() });
    const second = await made(owner, first, "again");
    expect(second).toMatchObject({ purpose: "live", viewHash: null, revision: first.revision + 1, passphrase: null });
    expect(await statusOf(second)).toBe(200);
  });

  test.each([
    ["withdrawn", "withdrawn_at = 5", "was withdrawn on 1 January 1970 (UTC)"],
    ["expired", "expires_at = 5", "Give it a new date"],
    ["paused", "paused_at = 5", "Let it go on"],
  ])("is refused of a link that is %s, and no link is made", async (_name, assignment, words) => {
    const { owner } = await registerShipped();
    const link = await share(owner);
    await setRow(link, assignment);
    const response = await act(owner, link, "again");
    expect([response.status, await response.text()]).toEqual([409, expect.stringContaining(words)]);
    expect(await env.DB.prepare("SELECT count(*) AS n FROM snapshots").first("n")).toBe(1);
  });

  test("never leaves the passphrase off, also where the secret is missing", async () => {
    const { owner } = await registerShipped();
    const link = await share(owner, { passphrase: true });
    const context = { db: database(), who: "somebody", now: now(), isOwner: true };
    await expect(shareAgain(context, link.id, undefined)).rejects.toThrow(/LINK_SECRET/);
    expect(await env.DB.prepare("SELECT count(*) AS n FROM snapshots").first("n")).toBe(1);
  });

  test("and new addresses are limited by the person, before anything is written", async () => {
    const { owner } = await registerShipped();
    const link = await share(owner);
    const before = await rowOf(link);
    const refusing = { limit: async () => ({ success: false }) };
    const limit = env.MAKING;
    Object.assign(env, { MAKING: refusing });
    try {
      for (const name of ["rotate", "again"] as const) expect((await act(owner, link, name)).status).toBe(429);
    } finally {
      Object.assign(env, { MAKING: limit });
    }
    expect(await rowOf(link)).toEqual(before);
    expect(await env.DB.prepare("SELECT count(*) AS n FROM snapshots").first("n")).toBe(1);
  });
});

describe("looking at what a link shows", () => {
  test("gives the frozen view and what stands around it, without a token or a passphrase, and counts nothing", async () => {
    const { owner, viewer } = await loadShipped();
    const link = await share(owner, { passphrase: true, title: "Shared" });
    await change(owner, link, { notice: "A correction" });
    await api("POST", `/scenarios/${SLUG}/events`, { key: owner, body: eventBody() });
    const response = await api("GET", `/snapshots/${link.id}/preview`, { key: viewer });
    const text = await response.text();
    const { view, page, unreviewed }: LinkPreview = JSON.parse(text);
    expect(view).toMatchObject({ revision: link.revision, asOf: link.asOf });
    expect(page).toMatchObject({ title: "Shared", viewHash: link.viewHash, path: "", ticket: "", embeddable: false });
    expect(page.notices.map((notice) => notice.text)).toEqual(["A correction"]);
    expect(unreviewed.length).toBeGreaterThan(0);
    for (const secret of [tokenOf(link), link.passphrase ?? ""]) expect(text).not.toContain(secret);
    expect((await rowOf(link))["opens"]).toBe(0);
  });

  test("gives of a live link what it shows now", async () => {
    const { owner } = await registerShipped();
    const link = await share(owner, { purpose: "live" });
    await api("POST", `/scenarios/${SLUG}/events`, { key: owner, body: eventBody() });
    const { view, page }: LinkPreview = await (
      await api("GET", `/snapshots/${link.id}/preview`, { key: owner })
    ).json();
    expect(view.revision).toBe(link.revision + 1);
    expect(JSON.parse(await (await look(link, "/view.json")).text())).toEqual(view);
    expect(page).toMatchObject({ purpose: "live", since: false });
  });
});
