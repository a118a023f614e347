import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { now } from "../clock";
import { changeLink } from "../../worker/actions/change-link";
import type { Snapshot } from "../../worker/contract/link-types";
import { passphraseMac } from "../../worker/store/link-access";
import { copyLink, MAX_NOTICES, replaceToken, updateLink } from "../../worker/store/link-life";
import { api, database, registerShipped, SLUG } from "./harness";
import { act, AS_PROGRAM, change, send, statusOf } from "./link-acts";
import { look, press, rowOf, setRow, share, ticketOf } from "./shared-links";

const DAY = 86_400_000;

describe("changing a link", () => {
  test("pauses it and lets it go on, from the next request on", async () => {
    const { owner } = await registerShipped();
    const link = await share(owner);
    const paused = await change(owner, link, { paused: true });
    expect(paused).toMatchObject({ status: "paused", passphrase: null });
    for (const address of ["/view.json", "/events.csv", "/view.sig", "/since.json", "/embed"]) {
      expect(await statusOf(link, address)).toBe(404);
    }
    expect((await change(owner, link, { paused: true })).pausedAt).toBe(paused.pausedAt);
    expect(await change(owner, link, { paused: false })).toMatchObject({ status: "open", pausedAt: null });
    expect(await statusOf(link)).toBe(200);
  });

  test("gives an expired link a new date, and takes a date away", async () => {
    const { owner } = await registerShipped();
    const link = await share(owner, { purpose: "colleague" });
    await setRow(link, "expires_at = 1");
    expect(await statusOf(link)).toBe(410);
    const expiresAt = now() + DAY;
    expect(await change(owner, link, { expiresAt })).toMatchObject({ status: "open", expiresAt });
    expect(await statusOf(link)).toBe(200);
    expect((await change(owner, link, { expiresAt: null })).expiresAt).toBeNull();
  });

  test("to a cap at or below what was opened uses it up, and a higher one opens it again", async () => {
    const { owner } = await registerShipped();
    const link = await share(owner, { viewCap: 5 });
    await setRow(link, "opens = 3");
    expect((await change(owner, link, { viewCap: 3 })).status).toBe("used-up");
    expect((await press(link)).status).toBe(410);
    expect((await change(owner, link, { viewCap: 4 })).status).toBe("open");
  });

  test("gives it a passphrase, shown once and stored as its code under the secret only", async () => {
    const { owner } = await registerShipped();
    const link = await share(owner);
    const { passphrase, hasPassphrase } = await change(owner, link, { passphrase: true });
    expect(hasPassphrase).toBe(true);
    expect(await statusOf(link)).toBe(404);
    const row = await rowOf(link);
    expect(row["passphrase_mac"]).toBe(await passphraseMac(env.LINK_SECRET, link.id, passphrase ?? ""));
    for (const part of (passphrase ?? "").split("-")) expect(JSON.stringify(Object.values(row))).not.toContain(part);
    const list = await (await api("GET", `/scenarios/${SLUG}/snapshots`, { key: owner })).text();
    expect(list).not.toContain(passphrase);
  });

  test("to a new passphrase makes the old one and its tickets worthless at once", async () => {
    const { owner } = await registerShipped();
    const link = await share(owner, { passphrase: true });
    const ticket = await ticketOf(link);
    expect(await statusOf(link, `/view.json?ticket=${ticket}`)).toBe(200);
    const { passphrase } = await change(owner, link, { passphrase: true });
    expect(passphrase).not.toBe(link.passphrase);
    expect(await statusOf(link, `/view.json?ticket=${ticket}`)).toBe(404);
    expect((await press(link, link.passphrase, AS_PROGRAM)).status).toBe(403);
    expect((await press(link, passphrase)).status).toBe(200);
  });

  test("takes a guard away only where that very guard is named", async () => {
    const { owner } = await registerShipped();
    const link = await share(owner, { passphrase: true, viewCap: 9, expiresAt: now() + DAY });
    const before = await rowOf(link);
    await change(owner, link, { title: "New", note: "n", since: false, paused: true });
    await change(owner, link, { paused: false, notice: "A correction" });
    const guards = ["passphrase_mac", "view_cap", "expires_at", "token_hash", "fields", "view_hash"];
    const after = await rowOf(link);
    for (const guard of guards) expect(after[guard]).toBe(before[guard]);
    expect(after).toMatchObject({ title: "New", note: "n", since: 0 });
    expect(await change(owner, link, { passphrase: false })).toMatchObject({ hasPassphrase: false, viewCap: 9 });
  });

  test.each([
    ["a passphrase that is a text", { passphrase: "secret" }, "passphrase"],
    ["a cap of nothing", { viewCap: 0 }, "viewCap"],
    ["a cap that is a text", { viewCap: "5" }, "viewCap"],
    ["a date as a text", { expiresAt: "2030-01-01" }, "expiresAt"],
    ["a moment that has passed", { expiresAt: 5 }, "expiresAt"],
    ["a pause that is a text", { paused: "false" }, "paused"],
    ["a notice that says nothing", { notice: " " }, "notice"],
    ["a notice of 2,001 characters", { notice: "x".repeat(2001) }, "notice"],
    ["one good member beside a bad one", { title: "New", since: 1 }, "since"],
    ["nothing that it knows", { pasued: true }, ""],
  ])("is refused with %s, and nothing is changed", async (_name, body, field) => {
    const { owner } = await registerShipped();
    const link = await share(owner, { passphrase: true });
    const before = await rowOf(link);
    const response = await send(owner, link, body);
    expect(response.status).toBe(422);
    expect((await response.json<{ errors: { field: string }[] }>()).errors[0]?.field).toBe(field);
    expect(await rowOf(link)).toEqual(before);
  });

  test("needs the secret wherever it guards, and changes nothing without one", async () => {
    const { owner } = await registerShipped();
    const link = await share(owner);
    const before = await rowOf(link);
    const context = { db: database(), who: "somebody", now: now(), isOwner: true };
    for (const asked of [{ passphrase: true }, { viewCap: 5 }, { title: "New", viewCap: 5 }]) {
      await expect(changeLink(context, link.id, asked, undefined)).rejects.toThrow(/LINK_SECRET/);
    }
    expect(await rowOf(link)).toEqual(before);
  });
});

describe("a notice", () => {
  test("stands dated above the page, oldest first, and leaves the frozen view as it was", async () => {
    const { owner } = await registerShipped();
    const link = await share(owner);
    const view = await (await look(link, "/view.json")).text();
    await change(owner, link, { notice: "First" });
    const { notices } = await change(owner, link, { notice: "Second\nwith a second line" });
    expect(notices.map(({ text }) => text)).toEqual(["First", "Second\nwith a second line"]);
    expect(Math.abs((notices[0]?.at ?? 0) - now())).toBeLessThan(60_000);
    expect(await (await look(link)).text()).toContain("with a second line");
    expect(await (await look(link, "/view.json")).text()).toBe(view);
  });

  test("is lost by nobody where many write at once, and there is room for twenty", async () => {
    const { owner } = await registerShipped();
    const link = await share(owner);
    const texts = Array.from({ length: MAX_NOTICES + 5 }, (_, n) => `Notice ${n}`);
    const replies = await Promise.all(texts.map((notice) => send(owner, link, { notice, title: `After ${notice}` })));
    expect(replies.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(MAX_NOTICES);
    expect(replies.map(({ status }) => status).filter((status) => status === 409)).toHaveLength(5);
    const { notices }: Snapshot = await (await api("GET", `/snapshots/${link.id}`, { key: owner })).json();
    const written = texts.filter((_, n) => replies[n]?.status === 200);
    expect(notices.map(({ text }) => text).toSorted()).toEqual(written.toSorted());
    expect((await change(owner, link, { title: "Still to be changed" })).title).toBe("Still to be changed");
  });
});

test("a withdrawn link is closed for good, whatever is tried", async () => {
  const { owner } = await registerShipped();
  const link = await share(owner);
  await api("DELETE", `/snapshots/${link.id}`, { key: owner, body: { reason: "An error" } });
  const before = await rowOf(link);
  const tries = [
    send(owner, link, { paused: false }),
    send(owner, link, { expiresAt: null, viewCap: null, passphrase: false }),
    send(owner, link, { notice: "A notice" }),
    act(owner, link, "rotate"),
    act(owner, link, "again"),
  ];
  for (const response of await Promise.all(tries)) {
    expect(response.status).toBe(409);
    expect(await response.text()).toMatch(/This link was withdrawn on \d+ \w+ \d{4} \(UTC\), which is for good/);
  }
  const again = await api("DELETE", `/snapshots/${link.id}`, { key: owner, body: { reason: "Another reason" } });
  expect(await again.json()).toMatchObject({ status: "withdrawn", withdrawnReason: "An error" });
  expect(await rowOf(link)).toEqual(before);
  expect(await statusOf(link)).toBe(410);
});

test("a link that is withdrawn between the look at it and the write is not written to", async () => {
  const { owner } = await registerShipped();
  const link = await share(owner);
  await setRow(link, "withdrawn_at = 5");
  const before = await rowOf(link);
  const copy = { id: "copy", tokenHash: "x", by: "somebody", now: 6, passphraseMac: null, current: null };
  expect(await updateLink(database(), link.id, { title: "Changed", pausedAt: null })).toBeNull();
  expect(await replaceToken(database(), link.id, "x")).toBeNull();
  expect(await copyLink(database(), link.id, copy)).toBe(false);
  expect(await rowOf(link)).toEqual(before);
  expect(await rowOf({ id: "copy" })).toEqual({});
});

test("a second link is not made without the passphrase that the first was given in between", async () => {
  const { owner } = await registerShipped();
  const link = await share(owner);
  const copy = { id: "copy", tokenHash: "x", by: "somebody", now: 6, passphraseMac: null, current: null };
  await change(owner, link, { passphrase: true });
  expect(await copyLink(database(), link.id, copy)).toBe(false);
  expect(await rowOf({ id: "copy" })).toEqual({});
});
