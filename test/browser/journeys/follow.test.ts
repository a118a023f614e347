import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFindings, faultsOf, openSite, SHIPPED, sideways, untilWhole } from "./helpers";
import type { Site } from "./helpers";
import { makeLink, seeAsReaders, shownOnce } from "./share-helpers";

const PATH = `/scenarios/${SHIPPED}`;
const TITLE = 'Ties & "tempo" <2026>';

describe("following a live page", () => {
  let site: Site;
  let owner: Page;
  let reader: Page;
  let faults: string[];
  let url: string;

  beforeAll(async () => {
    site = await openSite();
    owner = await site.owner();
    reader = await site.visitor({ viewport: { width: 360, height: 740 } });
    faults = faultsOf(reader, { refusals: true });
  });
  afterAll(() => site.close());

  test("its maker lets readers follow it while making it; a frozen page does not offer it", async () => {
    await owner.goto(`${PATH}/links`);
    await owner.getByLabel("For publication").waitFor();
    for (const fold of await owner.locator("summary:has(.change)").all()) await fold.click();
    const follow = owner.getByLabel("Readers may follow it");
    expect(await follow.isVisible()).toBe(false);
    await owner.getByLabel(/^Live/).check();
    await follow.check();
    await owner.getByLabel("Title").first().fill(TITLE);
    await seeAsReaders(owner);
    await makeLink(owner);
    url = await shownOnce(owner, "Address");
    await owner.reload();
    await owner.getByText("Readers may follow it.").waitFor();
  });

  test("the page names feed and calendar, for people and for feed readers", async () => {
    await reader.goto(url);
    await untilWhole(reader);
    await reader.getByText("Follow this page:").waitFor();
    const named = reader.locator('link[rel="alternate"][type="application/atom+xml"]');
    expect(await named.getAttribute("href")).toBe(`${url}/feed.atom`);
    expect(await sideways(reader)).toBe(0);
    expect(await axeFindings(reader)).toEqual([]);
  });

  test("the feed is well-formed, whatever its title, and tells of every change of the verdict", async () => {
    const xml = await (await fetch(`${url}/feed.atom`)).text();
    // A page without our headers: ours let no script parse a text.
    const read = await (
      await site.visitor()
    ).evaluate((text) => {
      const feed = new DOMParser().parseFromString(text, "application/xml");
      const all = (selector: string) => [...feed.querySelectorAll(selector)].map(({ textContent }) => textContent);
      return { errors: all("parsererror"), title: all("feed > title"), entries: all("entry > title") };
    }, xml);
    expect(read.errors).toEqual([]);
    expect(read.title).toEqual([TITLE]);
    expect(read.entries[0]).toMatch(/: the verdict at the end of /);
  });

  test("the calendar has the deadlines that the page names", async () => {
    const file = await (await fetch(`${url}/deadlines.ics`)).text();
    expect(file.split("BEGIN:VEVENT").length).toBeGreaterThan(2);
    expect(file).toContain("SUMMARY:Due: ");
  });

  test("once its maker takes it back, neither is there, and the page no longer offers them", async () => {
    const { snapshots } = await site.api<{ snapshots: { id: string }[] }>("GET", `${PATH}/snapshots`);
    await site.api("PATCH", `/snapshots/${snapshots[0]?.id}`, { feeds: false });
    for (const file of ["feed.atom", "deadlines.ics"]) expect((await fetch(`${url}/${file}`)).status).toBe(404);
    await reader.reload();
    await untilWhole(reader);
    expect(await reader.getByText("Follow this page:").count()).toBe(0);
    expect(await reader.locator('link[rel="alternate"]').count()).toBe(0);
  });

  test("no page has had an error, and no request has left the server", () => {
    expect(faults).toEqual([]);
  });
});
