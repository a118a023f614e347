import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFindings, faultsOf, openSite, sideways, type Site } from "./helpers";

/** The template as somebody fills it in. */
const TEMPLATE = readFileSync(new URL("../../../web/scenarios/template.json", import.meta.url), "utf8");
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split("\n").length;

describe("registering a scenario from a file", () => {
  let site: Site;
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    site = await openSite();
    page = await site.owner({ viewport: { width: 360, height: 740 } });
    faults = faultsOf(page, { refusals: true });
  });
  afterAll(() => site.close());

  const choose = (text: string, name = "scenario.json") =>
    page.getByLabel("Scenario file").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  const text = () => page.getByLabel("Its text").inputValue();

  test("an owner finds the page from the list, and the template on it", async () => {
    await page.goto("/scenarios");
    await page.getByRole("link", { name: "Register a scenario" }).click();
    await page.getByRole("heading", { level: 1, name: "Register a scenario" }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download a template" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("scenario.json");
    expect(readFileSync(await download.path(), "utf8")).toBe(TEMPLATE);
    expect(await axeFindings(page)).toEqual([]);
  });

  test("a file with something wrong is answered with line, field and what to do, and stays to be put right", async () => {
    const wrong = TEMPLATE.replace('"score": 2.8', '"score": 28');
    await choose(wrong);
    await page.getByRole("heading", { name: "Not yet: 1 problem in the file" }).waitFor();
    expect(await page.getByText("indicators[0].codebook[0].score").isVisible()).toBe(true);
    expect(await page.getByText("Write a number from -10 to 10.").isVisible()).toBe(true);
    expect(await text()).toBe(wrong);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: `Line ${lineOf(wrong, '"score": 28')}` }).click();
    const selected = await page
      .getByLabel("Its text")
      .evaluate((box: HTMLTextAreaElement) => box.value.slice(box.selectionStart, box.selectionEnd));
    expect(selected.trim()).toBe('"score": 28,');
    await page.keyboard.type('        "score": 2.8,');
    await page.getByRole("heading", { name: "Not yet" }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Check it" }).click();
    await page.getByRole("heading", { name: "What will be frozen" }).waitFor();
  });

  test("the preview shows all that will be frozen, and that it cannot be taken back", async () => {
    const main = page.getByRole("main");
    for (const part of [
      "The two ministries go on building the port together.",
      "/scenarios/port-deal-2026",
      "One year: to February 2027; To date: no end",
      "1: 0.95, 2: 0.75, 3: 0.5, 4: 0.25, 5: 0.05",
      "Meeting called off",
      "Will the first quay open by the end of 2027?",
      "Registering cannot be taken back or edited.",
    ])
      expect(await main.getByText(part).first().isVisible()).toBe(true);
    expect(await sideways(page)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });

  test("what the server refuses or does not answer is said, and nothing is lost", async () => {
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Register and freeze" }).click();
    await page.getByText("No answer came from the server, so this may or may not have been saved").waitFor();
    await page.context().setOffline(false);
    // Meanwhile somebody else takes the address.
    const { slug: _slug, ...rest } = JSON.parse(TEMPLATE) as { slug: string };
    await site.api("POST", "/scenarios", { ...rest, slug: "port-deal-2026" });
    await page.getByRole("button", { name: "Register and freeze" }).click();
    await page.getByText("is registered already").waitFor();
    expect(await page.getByRole("button", { name: `Line ${lineOf(TEMPLATE, '"slug"')}` }).isVisible()).toBe(true);
    expect(JSON.parse(await text())).toEqual(JSON.parse(TEMPLATE));
  });

  test("a version that is there is refused before anything is sent; a higher one stands beside it", async () => {
    await page.reload();
    await choose(TEMPLATE);
    await page.getByText("Version 1 of port-deal-2026 is registered already").waitFor();
    await choose(TEMPLATE.replace('"version": 1', '"version": 2').replace('"alpha": 0.1', '"alpha": 0.1, "colur": 1'));
    await page.getByText("/scenarios/port-deal-2026-v2, beside version 1, which stays as it is").waitFor();
    expect(await page.getByText("1 member not part of the format").isVisible()).toBe(true);
    await page.getByRole("button", { name: "Register and freeze" }).click();
    await page.waitForURL("**/scenarios/port-deal-2026-v2");
    await page.getByRole("heading", { level: 1, name: "Will the port deal hold?" }).waitFor();
  });

  test("a file can be dropped, and one that is no text says so", async () => {
    await page.goto("/scenarios/new");
    const drop = (bytes: number[]) =>
      page.locator(".drop").evaluate((target, content) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(content)], "scenario.json"));
        target.dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true }));
      }, bytes);
    await drop([0xff, 0xfe, 0x00]);
    await page.getByText("This file is not UTF-8 text.").waitFor();
    await drop([...Buffer.from("{")]);
    await page.getByText("From here on this is not JSON.").waitFor();
  });

  test("nobody but an owner sees the form; others see whom to ask", async () => {
    const key = await site.server.key("analyst", "Ann");
    const other = await site.visitor({ extraHTTPHeaders: { Authorization: `Bearer ${key}` } });
    await other.goto("/scenarios/new");
    await other.getByText("Only an owner can register a scenario").waitFor();
    expect(await other.getByText(/Owners here: .*Robot/).isVisible()).toBe(true);
    expect(await other.getByLabel("Scenario file").count()).toBe(0);
    await other.goto("/scenarios");
    await other.getByRole("link", { name: /Pakistan/ }).waitFor();
    expect(await other.getByRole("link", { name: "Register a scenario" }).count()).toBe(0);
  });

  test("no page has had an error, and no request has left the server", () => {
    expect(faults).toEqual([]);
  });
});
