import { describe, expect, test } from "vitest";
import type { MadeLink } from "../../worker/contract/link-types";
import { now } from "../clock";
import { newTicket, passphraseMac } from "../../worker/store/link-access";
import { env } from "cloudflare:workers";
import { standAt } from "./clock";
import { loadShipped, request } from "./harness";
import {
  ADDRESSES,
  FOLLOWED,
  FOLLOWED_ADDRESSES,
  look,
  pageDataOf,
  press,
  rowOf,
  setRow,
  share,
  ticketOf,
  tokenOf,
} from "./shared-links";

const NOTHING = "There is nothing at this address. Check that the link is complete.";

/** What a state is made with, and what every address under the link then says. */
const STATES: [string, string, number, string][] = [
  [
    "withdrawn",
    "withdrawn_at = 1795568400000, withdrawn_reason = 'An error.'",
    410,
    "Withdrawn by Signpost on 25 November 2026 (UTC). Reason: An error.",
  ],
  [
    "expired",
    "expires_at = 1763000000000",
    410,
    "This page could be read until 13 November 2025, 02:13 UTC. Ask the person who sent it.",
  ],
  ["expired with a day", "expires_at = 1763078400000", 410, "could be read until the end of 13 November 2025 (UTC)."],
  ["used up", "view_cap = 3, opens = 3", 410, "Opened as often as it allows. Ask the person who sent it."],
  ["paused", "paused_at = 1", 404, NOTHING],
  [
    "withdrawn, paused and expired",
    "withdrawn_at = 1795568400000, paused_at = 1, expires_at = 5",
    410,
    "Withdrawn by Signpost on 25 November 2026 (UTC).",
  ],
  ["paused and used up", "paused_at = 1, view_cap = 3, opens = 3", 404, NOTHING],
  ["another's token", "token_hash = 'x'", 404, NOTHING],
];

const KINDS = [
  ["frozen", {}, ADDRESSES],
  ["live", FOLLOWED, FOLLOWED_ADDRESSES],
] as const;

describe.each(STATES)("a link that is %s", (_name, assignment, status, words) => {
  test.each(KINDS)("says the same at every address, from the next request on: %s", async (_kind, body, addresses) => {
    const { analyst } = await loadShipped();
    const link = await share(analyst, body);
    for (const address of addresses) expect((await look(link, address)).status).toBe(200);
    await setRow(link, assignment);
    for (const address of addresses) {
      for (const Accept of ["*/*", "text/html", "image/png"]) {
        const response = await look(link, address, { Accept });
        const text = await response.text();
        expect([address, response.status]).toEqual([address, status]);
        expect(text).toContain(words);
        expect(text).not.toContain("For the paper");
        expect(text).not.toContain("Pakistan");
        expect(response.headers.get("Cache-Control")).toBe("no-store");
        expect(response.headers.get("X-Robots-Tag")).toContain("noindex");
        expect(response.headers.get("Referrer-Policy")).toBe("no-referrer");
        // Sites that framed it show what became of it.
        const framed = address === "/embed" && status === 410 ? "*" : "'none'";
        expect(response.headers.get("Content-Security-Policy")).toContain(`frame-ancestors ${framed}`);
        expect(response.headers.get("ETag")).toBeNull();
        expect(response.headers.get("Set-Cookie")).toBeNull();
      }
    }
    expect((await press(link)).status).toBe(status);
  });
});

test("a link that is paused opens again the moment it no longer is", async () => {
  const { analyst } = await loadShipped();
  const link = await share(analyst);
  await setRow(link, "paused_at = 1");
  expect((await look(link)).status).toBe(404);
  await setRow(link, "paused_at = NULL");
  expect((await look(link)).status).toBe(200);
});

test("a link expires at its instant, not a moment later", async () => {
  const { analyst } = await loadShipped();
  const link = await share(analyst);
  await setRow(link, "expires_at = ?2", now() + 60_000);
  expect((await look(link)).status).toBe(200);
  await setRow(link, "expires_at = ?2", now());
  expect((await look(link)).status).toBe(410);
});

test("a link that ends on 30 November in Los Angeles can be read there to the end of that day, and says by UTC when it ended", async () => {
  const { analyst } = await loadShipped();
  const expiresAt = Date.parse("2026-12-01T08:00:00Z");
  standAt(Date.parse("2026-11-30T20:00:00Z"));
  const link = await share(analyst, { expiresAt });
  expect(await pageDataOf(await look(link))).toMatchObject({ expiresAt });
  standAt(expiresAt - 1);
  expect((await look(link)).status).toBe(200);
  standAt(expiresAt);
  const gone = await look(link);
  expect(gone.status).toBe(410);
  expect(await gone.json()).toMatchObject({
    code: "expired",
    detail: "This page could be read until 1 December 2026, 08:00 UTC. Ask the person who sent it.",
  });
});

describe("a link with a passphrase", () => {
  test("shows a button and says nothing of what lies behind it", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst, { passphrase: true, note: "A note" });
    const gate = await look(link);
    expect(gate.status).toBe(200);
    const text = await gate.clone().text();
    for (const inner of ["For the paper", "A note", "Pakistan", "og:image"]) expect(text).not.toContain(inner);
    expect(await pageDataOf(gate)).toEqual({
      publisher: "Signpost",
      path: `/s/${tokenOf(link)}`,
      needsPassphrase: true,
      opensLeft: null,
      problem: "",
    });
    for (const address of ADDRESSES.slice(1)) {
      const response = await look(link, address);
      expect([address, response.status]).toEqual([address, 404]);
      expect(await response.text()).toContain(NOTHING);
    }
  });

  test("opens with it, however it is typed, without a cookie", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst, { passphrase: true });
    expect(link.passphrase).toMatch(/^[2-9a-z]{4}(-[2-9a-z]{4}){3}$/);
    const spoken = link.passphrase?.toUpperCase().replaceAll("-", " ") ?? "";
    for (const passphrase of [link.passphrase, spoken, ` ${spoken} `]) {
      const response = await press(link, passphrase);
      expect(response.status).toBe(200);
      expect(response.headers.get("Set-Cookie")).toBeNull();
      expect(response.headers.get("Cache-Control")).toBe("no-store");
      const text = await response.clone().text();
      expect(text).toContain('"schema":"signpost.view/1"');
      expect(text).not.toContain("og:image");
      const page = await pageDataOf(response);
      expect(page).toMatchObject({ title: "For the paper", embeddable: false });
      expect(page.ticket).toMatch(/^\d{10}\.[A-Za-z0-9_-]{43}$/);
    }
    expect(await rowOf(link)).toMatchObject({ opens: 3 });
  });

  test("refuses any other, in words, and counts nothing", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst, { passphrase: true });
    const other = await share(analyst, { passphrase: true });
    for (const wrong of ["", "x", other.passphrase, link.passphrase?.slice(0, -1), "x".repeat(500)]) {
      const response = await press(link, wrong);
      expect(response.status).toBe(403);
      expect((await pageDataOf(response)).problem).toContain("Check it with the person who sent it");
    }
    const asProgram = await press(link, "x", { Accept: "*/*" });
    expect(await asProgram.json()).toMatchObject({ status: 403, code: "forbidden" });
    expect(await rowOf(link)).toMatchObject({ opens: 0, last_opened_at: null });
  });

  /** A press from an address. */
  const pressFrom = (address: string) => async (link: MadeLink, passphrase: string | null) =>
    (await press(link, passphrase, { Accept: "text/html", "CF-Connecting-IP": address })).status;

  test("answers no more than ten wrong tries a minute, each link and each client for itself, and writes nothing", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst, { passphrase: true });
    const other = await share(analyst, { passphrase: true });
    const [holder, reader] = [pressFrom("2001:db8:1:2::7"), pressFrom("2001:db8:1:3::7")];
    // Up to twenty where the minute ends in between.
    let tries = 0;
    while (tries <= 20 && (await holder(link, "x")) === 403) tries += 1;
    expect(tries).toBeGreaterThanOrEqual(10);
    expect(tries).toBeLessThanOrEqual(20);
    // A client has as many addresses as it likes within its network, and a minute may end here too.
    expect([403, 429]).toContain(await pressFrom("2001:db8:1:2:ffff::1")(link, "x"));
    expect(await rowOf(link)).toMatchObject({ opens: 0 });
    expect(await reader(link, "x")).toBe(403);
    expect(await holder(other, "x")).toBe(403);
  });

  test("lets the right passphrase in however often it comes, also from where wrong ones came", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst, { passphrase: true });
    for (let n = 0; n < 25; n += 1) expect([403, 429]).toContain(await pressFrom("192.0.2.1")(link, "x"));
    for (let n = 0; n < 25; n += 1) expect(await pressFrom("192.0.2.1")(link, link.passphrase)).toBe(200);
    expect(await pressFrom("192.0.2.2")(link, link.passphrase)).toBe(200);
    expect(await rowOf(link)).toMatchObject({ opens: 26 });
  });

  test("takes a form of at most 2 kB", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst, { passphrase: true });
    expect((await press(link, "x".repeat(2001))).status).toBe(413);
  });
});

describe("the ticket of an opened link", () => {
  test("opens its files, and no embed and no image", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst, { passphrase: true });
    const ticket = await ticketOf(link);
    for (const address of ADDRESSES.slice(1)) {
      const isFile = /\.(json|sig|csv)$/.test(address);
      const response = await look(link, `${address}?ticket=${ticket}`);
      expect([address, response.status]).toEqual([address, isFile ? 200 : 404]);
    }
  });

  test("opens no other link, not even one to the same view, and none with a letter changed", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst, { passphrase: true });
    const other = await share(analyst, { passphrase: true });
    const ticket = await ticketOf(link);
    expect((await look(other, `/view.json?ticket=${ticket}`)).status).toBe(404);
    const [end = "", mac = ""] = ticket.split(".");
    const flipped = (mac.startsWith("A") ? "B" : "A") + mac.slice(1);
    for (const wrong of [`${Number(end) + 1}.${mac}`, `${end}.${flipped}`, `${end}.`, mac, "", "x".repeat(5000)]) {
      expect((await look(link, `/view.json?ticket=${wrong}`)).status).toBe(404);
    }
  });

  test("ends after an hour", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst, { passphrase: true });
    const row = await rowOf(link);
    const bound = { id: link.id, tokenHash: String(row["token_hash"]), passphraseMac: String(row["passphrase_mac"]) };
    const madeAt = async (ago: number): Promise<number> => {
      const ticket = await newTicket(env.LINK_SECRET, bound, now() - ago);
      return (await look(link, `/view.json?ticket=${ticket}`)).status;
    };
    expect(await madeAt(59 * 60_000)).toBe(200);
    expect(await madeAt(61 * 60_000)).toBe(404);
  });

  test.each<[string, string, string[], number]>([
    ["withdrawn", "withdrawn_at = 5", [], 410],
    ["expired", "expires_at = 5", [], 410],
    ["paused", "paused_at = 5", [], 404],
    ["given another passphrase", "passphrase_mac = ?2", ["f".repeat(64)], 404],
  ])("is worth nothing from the moment that the link is %s", async (_what, assignment, values, status) => {
    const { analyst } = await loadShipped();
    const link = await share(analyst, { passphrase: true });
    const ticket = await ticketOf(link);
    expect((await look(link, `/view.json?ticket=${ticket}`)).status).toBe(200);
    await setRow(link, assignment, ...values);
    for (const address of ["/view.json", "/view.sig", "/events.csv", "/since.json"]) {
      expect((await look(link, `${address}?ticket=${ticket}`)).status).toBe(status);
    }
  });
});

test("a button that was pressed after its guard was taken away leads to the page", async () => {
  const { analyst } = await loadShipped();
  const link = await share(analyst, { passphrase: true });
  await setRow(link, "passphrase_mac = NULL");
  const response = await press(link, link.passphrase);
  expect(response.status).toBe(303);
  expect(response.headers.get("Location")).toBe(`/s/${tokenOf(link)}`);
  expect((await look(link)).status).toBe(200);
});

test("what is stored of a passphrase holds for one link only", async () => {
  const { analyst } = await loadShipped();
  const link = await share(analyst, { passphrase: true });
  const other = await share(analyst, { passphrase: true });
  const mac = await passphraseMac(env.LINK_SECRET, link.id, link.passphrase ?? "");
  expect((await rowOf(link))["passphrase_mac"]).toBe(mac);
  await setRow(other, "passphrase_mac = ?2", mac);
  expect((await press(other, link.passphrase)).status).toBe(403);
});

test("a link answers with the whole of its address only", async () => {
  const { analyst } = await loadShipped();
  const path = new URL((await share(analyst)).url).pathname;
  for (const address of ["/", "/view.json/", "/nothing", "/view.json/x", "//view.json"]) {
    expect((await request("GET", path + address)).status).toBe(404);
  }
});
