import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFindings, faultsOf, figureOf, openSite, SHIPPED, sideways, untilDrawn } from "./helpers";
import type { Site } from "./helpers";

const PATH = `/scenarios/${SHIPPED}`;

describe("a guarded page", () => {
  let site: Site;
  let reader: Page;
  let faults: string[];
  let link: { id: string; url: string; passphrase: string };
  const field = () => reader.getByLabel("Passphrase");
  const open = () => reader.getByRole("button", { name: "Open the page" });

  beforeAll(async () => {
    site = await openSite();
    const asked = { title: "For one desk", purpose: "colleague", passphrase: true, viewCap: 3 };
    link = await site.api("POST", `${PATH}/snapshots`, asked);
    reader = await site.visitor({ viewport: { width: 360, height: 740 }, colorScheme: "dark" });
    faults = faultsOf(reader, { refusals: true });
    await reader.goto(link.url);
    await field().waitFor();
  });
  afterAll(() => site.close());

  test("asks for the passphrase, says how often it still opens, and shows nothing of the page", async () => {
    expect(await reader.locator("main").innerText()).toContain("It can be opened 3 more times");
    expect(await reader.content()).not.toContain("For one desk");
    expect(await sideways(reader)).toBe(0);
    expect(await axeFindings(reader)).toEqual([]);
  });

  test("says what was wrong with a wrong passphrase, in the field that it is about, and counts nothing", async () => {
    await field().fill("wrong");
    await reader.keyboard.press("Enter");
    await reader.getByText("That is not this page's passphrase.").waitFor();
    expect(await field().evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await field().getAttribute("aria-invalid")).toBe("true");
    expect(await reader.locator("main").innerText()).toContain("It can be opened 3 more times");
    expect(await axeFindings(reader)).toEqual([]);
  });

  test("opens with it however it is spaced and written, draws its charts, and its files and check work", async () => {
    await field().fill(` ${link.passphrase.toUpperCase().replaceAll("-", " ")} `);
    await open().click();
    await reader.getByRole("heading", { name: "For one desk" }).waitFor();
    await untilDrawn(figureOf(reader, "Warming index"), 300);
    expect(new URL(reader.url()).search).toBe("");
    const href = await reader.getByRole("link", { name: "The events behind them as CSV" }).getAttribute("href");
    expect((await fetch(new URL(href ?? "", site.server.url))).status).toBe(200);
    expect((await fetch(`${link.url}/events.csv`)).status).toBe(404);
    await reader.getByRole("button", { name: "Check this page" }).click();
    await reader.getByText("Everything fits").waitFor();
    expect(await reader.getByText("Show it on another site").count()).toBe(0);
    expect(await reader.context().cookies()).toEqual([]);
  });

  test("opens without JavaScript's help too: a plain form, sent to the page's own address", async () => {
    const plain = await site.visitor({ javaScriptEnabled: false });
    await plain.goto(link.url);
    await plain.locator("#passphrase").fill(link.passphrase);
    await plain.locator("#open").click();
    await plain.waitForLoadState();
    expect(await plain.title()).toContain("For one desk");
  });

  test("says before the last press that it is the last, and after it that it is used up", async () => {
    await reader.goto(link.url);
    await reader.getByText("It can be opened once more, and this uses it up.").waitFor();
    await field().fill(link.passphrase);
    await open().click();
    await reader.getByRole("heading", { name: "For one desk" }).waitFor();
    expect((await reader.goto(link.url))?.status()).toBe(410);
    expect(await reader.locator("main").innerText()).toContain("Opened as often as it allows.");
    expect(faults).toEqual([]);
  });
});
