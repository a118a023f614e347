import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { now } from "../../clock";
import type { ScenarioView } from "../../../worker/core/view-types";
import {
  axeFindings,
  untilDrawn,
  faultsOf,
  figureOf,
  openSite,
  SHIPPED,
  sideways,
  tableOf,
  untilWhole,
} from "./helpers";
import type { Site } from "./helpers";
import { COPIED, makeLink, openActions, seeAsReaders } from "./share-helpers";

const PATH = `/scenarios/${SHIPPED}`;
const EVENT = {
  indicator: "visit",
  code: "minister_visit_held",
  date: "2025-11-12",
  title: "Logged after the freeze",
  sourceTitle: "Dawn",
  sourceReliability: "B",
  infoCredibility: 2,
};

/** What needs an address, and so is not in a preview. */
const NEEDS_LINK = ["All as CSV", "Save", "What changed since", "Nothing was added or corrected since."];
const NO_ADDRESS = "[the link's address]";

/** What a page says of itself and of the scenario, line by line; its own address as a preview has it. */
async function wordsOf(place: Locator, address: string): Promise<string[]> {
  const texts = await place.locator(".page-title, .view").allInnerTexts();
  return texts
    .flatMap((text) => text.replace(address, NO_ADDRESS).split("\n"))
    .filter((line) => line.trim() !== "" && !NEEDS_LINK.includes(line));
}

describe("sharing a frozen link", () => {
  let site: Site;
  let owner: Page;
  let reader: Page;
  let faults: string[];
  let url: string;
  let previewed: string[];
  let frozen: { text: string; bytes: Buffer };
  const bytes = async () => Buffer.from(await (await fetch(`${url}/view.json`)).arrayBuffer());
  const textOf = async () => {
    await untilWhole(reader);
    const rows = await tableOf(figureOf(reader, "Warming index"));
    return `${await reader.locator("main .view").innerText()}${rows.join("\n")}`;
  };

  beforeAll(async () => {
    site = await openSite();
    owner = await site.owner({ permissions: ["clipboard-read", "clipboard-write"] });
    reader = await site.visitor({ viewport: { width: 360, height: 740 } });
    faults = faultsOf(reader);
  });
  afterAll(() => site.close());

  test("three presses look at the page, make its link and copy its address, which is shown that one time", async () => {
    await owner.goto(`${PATH}/links`);
    await owner.getByLabel("Note to the reader").fill("For the desk.");
    await seeAsReaders(owner);
    const region = owner.getByRole("region", { name: "The page as its readers will see it" });
    await untilDrawn(figureOf(owner, "Warming index"), 300);
    await region.getByText("readers find them here").waitFor();
    previewed = await wordsOf(region, NO_ADDRESS);
    // Named before anything is shared: what the figures rest on and nobody has reviewed.
    const { contributions } = await site.api<ScenarioView>("GET", `${PATH}/view`);
    expect(await owner.getByRole("link", { name: contributions[0]?.ref ?? "none" }).count()).toBe(1);
    expect(await site.api("GET", `${PATH}/snapshots`)).toEqual({ snapshots: [] });
    await makeLink(owner);
    await owner.getByRole("button", { name: "Copy: Address" }).click();
    await owner.getByText(COPIED).waitFor();
    url = await owner.evaluate(() => navigator.clipboard.readText());
    // 256 bits are 43 characters of base64url.
    expect(url).toMatch(new RegExp(`^${site.server.url}/s/[\\w-]{43}$`));
    const citation = owner.getByRole("textbox", { name: "Citation" });
    expect(await citation.inputValue()).toContain(`${url} (read on `);
    await owner.reload();
    await owner.getByText("Not opened yet.").waitFor();
    expect(await owner.content()).not.toContain(url);
  });

  test("the link shows word for word what the preview showed", async () => {
    const same = await site.visitor();
    await same.goto(url);
    await same.getByRole("heading", { name: "Take it away" }).waitFor();
    expect(await wordsOf(same.locator("main"), url)).toEqual(previewed);
    for (const part of ["For the desk.", "Latest events"]) expect(previewed).toContain(part);
    await same.context().close();
  });

  test("a stranger on a phone reads it: charts are drawn, no cookie is set, nothing is asked of anybody else", async () => {
    const answer = await reader.goto(url);
    expect(answer?.headers()).toMatchObject({ "cache-control": expect.stringContaining("no-store") });
    expect(answer?.headers()["x-robots-tag"]).toContain("noindex");
    for (const heading of ["Warming index", "Direct dealings, year by year"]) {
      await untilDrawn(figureOf(reader, heading), 300);
    }
    await reader.getByRole("heading", { name: "Take it away" }).waitFor();
    expect(await reader.context().cookies()).toEqual([]);
    expect(await sideways(reader)).toBe(0);
    expect(await axeFindings(reader)).toEqual([]);
    expect(faults).toEqual([]);
    frozen = { text: await textOf(), bytes: await bytes() };
  });

  test("an event logged, corrected and retracted afterwards changes the dashboard but not a byte of the link", async () => {
    const before = await site.api<ScenarioView>("GET", `${PATH}/view`);
    const { id } = await site.api<{ id: string }>("POST", `${PATH}/events`, EVENT);
    expect((await site.api<ScenarioView>("GET", `${PATH}/view`)).index).toBeGreaterThan(before.index);
    const change = { title: "Corrected after the freeze", reason: "A test" };
    await site.api("PATCH", `${PATH}/events/${id}`, change, { "If-Match": '"1"' });
    await site.api("DELETE", `${PATH}/events/${id}`, { reason: "A test" }, { "If-Match": '"2"' });
    await reader.reload();
    await untilDrawn(figureOf(reader, "Warming index"), 300);
    await reader.getByRole("heading", { name: "Take it away" }).waitFor();
    expect(await textOf()).toBe(frozen.text);
    expect((await bytes()).equals(frozen.bytes)).toBe(true);
  });

  test("withdrawn, the link says by whom, when and why; its files are gone too", async () => {
    await openActions(owner);
    await owner.getByRole("button", { name: "Withdraw" }).click();
    await owner.getByRole("textbox", { name: "Reason" }).fill("Wrong title");
    await owner.getByRole("button", { name: "Withdraw now" }).click();
    await owner.getByText("withdrawn", { exact: true }).waitFor();
    expect((await reader.goto(url))?.status()).toBe(410);
    const day = new Date(now()).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
    const said = await reader.locator("main").innerText();
    expect(said).toMatch(/Withdrawn by .+ on .+\. Reason: Wrong title/);
    expect(said).toContain(day);
    expect(await reader.locator("canvas").count()).toBe(0);
    for (const file of ["view.json", "events.csv"]) expect((await fetch(`${url}/${file}`)).status).toBe(410);
  });

  test("an address that never was a link says that nothing is found, and no more", async () => {
    expect((await reader.goto(`/s/${"A".repeat(43)}`))?.status()).toBe(404);
    const said = await reader.locator("main").innerText();
    expect(said).toMatch(/not found/i);
    expect(said).not.toMatch(/withdrawn|Signpost link/i);
    expect(await reader.context().cookies()).toEqual([]);
  });
});
