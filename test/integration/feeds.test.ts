import { describe, expect, test } from "vitest";
import { api, keyFor, loadShipped, request, SLUG } from "./harness";
import { canary, write } from "./canaries";
import { FOLLOWED, look, setRow, share } from "./shared-links";

const ROOT = `/scenarios/${SLUG}`;
const ids = (feed: string): string[] => [...feed.matchAll(/<id>([^<]*)</g)].map(([, id = ""]) => id);

async function textOf(response: Response): Promise<string> {
  expect(response.status).toBe(200);
  return response.text();
}

describe("what a scenario tells those who may see it", () => {
  test("its feed has every change of the verdict and every note, each under an id that stays", async () => {
    const { analyst } = await loadShipped();
    await write(analyst, `${ROOT}/notes`, { month: "2025-09", text: "A quiet <month> & a long one." });
    await write(analyst, `${ROOT}/notes`, { month: "2025-10", text: "Louder." });
    const response = await api("GET", `${ROOT}/feed.atom`, { key: analyst });
    expect(response.headers.get("Content-Type")).toBe("application/atom+xml; charset=utf-8");
    const feed = await textOf(response);
    expect(feed).toContain("A quiet &lt;month&gt; &amp; a long one.");
    const [whole = "", ...entries] = ids(feed);
    expect(whole).toMatch(/^tag:[\w.-]+,2026-01-01:scenarios\/pakistan-russia-2012$/);
    expect(entries.slice(0, 2)).toEqual([`${whole}/note/2025-10/1`, `${whole}/note/2025-09/1`]);
    expect(entries.at(-1)).toBe(`${whole}/verdict/2012-06/not-enough-evidence`);
    expect(new Set(entries).size).toBe(entries.length);
    expect(feed).toContain("Stalled: the verdict at the end of");
    // Another version is something new to tell; the rest stays as it was.
    const again = { month: "2025-10", text: "Louder, and longer.", reason: "More came in" };
    await write(analyst, `${ROOT}/notes`, again, { "If-Match": '"1"' });
    const later = ids(await textOf(await api("GET", `${ROOT}/feed.atom`, { key: analyst })));
    expect(later).toContain(`${whole}/note/2025-10/2`);
    expect(later).not.toContain(`${whole}/note/2025-10/1`);
    expect(later.slice(2)).toEqual(entries.slice(1));
  });

  test("its calendar has a day for each open claim and each horizon that ends", async () => {
    const { viewer } = await loadShipped();
    const response = await api("GET", `${ROOT}/deadlines.ics`, { key: viewer });
    expect(response.headers.get("Content-Type")).toBe("text/calendar; charset=utf-8");
    const file = await textOf(response);
    const view: { propositions: { id: string; outcome: unknown; deadline: string }[]; horizons: { until: unknown }[] } =
      await (await api("GET", `${ROOT}/view`, { key: viewer })).json();
    const open = view.propositions.filter(({ outcome }) => outcome === null);
    expect(open.length).toBeGreaterThan(0);
    for (const { id, deadline } of open) {
      expect(file).toContain(`/claim/${id}@`);
      expect(file).toContain(`DTSTART;VALUE=DATE:${deadline.replaceAll("-", "")}`);
    }
    const ends = view.horizons.filter(({ until }) => until !== null);
    expect(file.split("BEGIN:VEVENT")).toHaveLength(1 + open.length + ends.length);
  });

  test.each(["feed.atom", "deadlines.ics"])(
    "%s is the same bytes at each request, and 304 to whoever has them",
    async (name) => {
      const { viewer } = await loadShipped();
      const first = await api("GET", `${ROOT}/${name}`, { key: viewer });
      const tag = first.headers.get("ETag") ?? "";
      const text = await first.text();
      expect(await (await api("GET", `${ROOT}/${name}`, { key: viewer })).text()).toBe(text);
      const known = await api("GET", `${ROOT}/${name}`, { key: viewer, headers: { "If-None-Match": tag } });
      expect([known.status, await known.text()]).toEqual([304, ""]);
    },
  );

  test("nobody without a key gets them, and of an unknown scenario there are none", async () => {
    const { viewer } = await loadShipped();
    for (const name of ["feed.atom", "deadlines.ics"]) {
      expect((await request("GET", `/api/v1${ROOT}/${name}`)).status).toBe(401);
      expect((await api("GET", `/scenarios/none/${name}`, { key: viewer })).status).toBe(404);
    }
  });
});

describe("what a live link tells its readers", () => {
  test("only where its maker lets them follow it, from the next request on", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst, { purpose: "live" });
    for (const address of ["/feed.atom", "/deadlines.ics"]) expect((await look(link, address)).status).toBe(404);
    const change = (feeds: boolean) => api("PATCH", `/snapshots/${link.id}`, { key: analyst, body: { feeds } });
    expect(await (await change(true)).json()).toMatchObject({ feeds: true });
    for (const address of ["/feed.atom", "/deadlines.ics"]) expect((await look(link, address)).status).toBe(200);
    await change(false);
    for (const address of ["/feed.atom", "/deadlines.ics"]) expect((await look(link, address)).status).toBe(404);
  });

  test("a frozen page cannot be followed, and says why", async () => {
    const { analyst } = await loadShipped();
    const made = await api("POST", `${ROOT}/snapshots`, { key: analyst, body: { title: "T", feeds: true } });
    expect(made.status).toBe(422);
    expect(await made.text()).toContain("Only a live link can be followed");
    const frozen = await share(analyst);
    const changed = await api("PATCH", `/snapshots/${frozen.id}`, { key: analyst, body: { feeds: true } });
    expect(changed.status).toBe(422);
    // Whatever its row says.
    await setRow(frozen, "feeds = 1");
    expect((await look(frozen, "/feed.atom")).status).toBe(404);
  });

  test("a guarded page has none: a feed reader can press no button", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst, { ...FOLLOWED, passphrase: true });
    for (const address of ["/feed.atom", "/deadlines.ics"]) expect((await look(link, address)).status).toBe(404);
  });

  test("its feed has the page's own note and no other, and no name that does not go along", async () => {
    await loadShipped();
    const key = await keyFor("analyst", "CANARY ANALYST");
    await write(key, `${ROOT}/notes`, { month: "2025-09", text: canary("older note") });
    await write(key, `${ROOT}/notes`, { month: "2025-10", text: "The note of the page." });
    const feed = await textOf(await look(await share(key, { ...FOLLOWED, fields: { monthNote: true } }), "/feed.atom"));
    expect(feed).toContain("The note of the page.");
    expect(feed).not.toContain("CANARY");
    const bare = await share(key, { ...FOLLOWED, fields: { monthNote: false, names: true } });
    expect(await textOf(await look(bare, "/feed.atom"))).not.toContain("The note of the page.");
    const named = await share(key, { ...FOLLOWED, fields: { monthNote: true, names: true } });
    expect(await textOf(await look(named, "/feed.atom"))).toContain("CANARY ANALYST");
  });

  test("a new address of the same link is the same feed to its readers, and a parameter changes nothing", async () => {
    const { analyst } = await loadShipped();
    const link = await share(analyst, FOLLOWED);
    const before = await textOf(await look(link, "/feed.atom"));
    expect(await textOf(await look(link, "/feed.atom?fields=notes&x=%22%3E"))).toBe(before);
    const rotated: { url: string } = await (await api("POST", `/snapshots/${link.id}/rotate`, { key: analyst })).json();
    const after = await textOf(await look(rotated, "/feed.atom"));
    expect(ids(after)).toEqual(ids(before));
    expect(ids(after)[0]).toBe(`tag:${new URL(link.url).host},2026-01-01:link/${link.id}`);
    expect(after).toContain(`href="${rotated.url}/feed.atom"`);
    expect((await look(link, "/feed.atom")).status).toBe(404);
  });
});
