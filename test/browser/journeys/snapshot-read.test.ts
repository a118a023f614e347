import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { now } from "../../clock";
import type { ScenarioView } from "../../../worker/core/view-types";
import { axeFindings, faultsOf, figureOf, openSite, SHIPPED, sideways, untilDrawn } from "./helpers";
import type { Site } from "./helpers";

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

describe("reading a frozen page", () => {
  let site: Site;
  let reader: Page;
  let faults: string[];
  let link: { id: string; url: string; viewHash: string };
  let view: ScenarioView;
  const section = (name: string) => reader.getByRole("region", { name });

  beforeAll(async () => {
    site = await openSite();
    link = await site.api("POST", `${PATH}/snapshots`, { title: "Pakistan and Russia", note: "Read with care." });
    view = await site.api("GET", `${PATH}/view`);
    reader = await site.visitor({
      viewport: { width: 360, height: 740 },
      permissions: ["clipboard-read", "clipboard-write"],
    });
    faults = faultsOf(reader);
    await reader.goto(link.url);
    await section("Is this what was frozen?").waitFor();
  });
  afterAll(() => site.close());

  test("begins with who publishes it, since when it stands still, its title and the publisher's note", async () => {
    const day = new Date(now()).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
    const title = reader.locator(".page-title");
    expect(await title.innerText()).toMatch(
      new RegExp(`^Published by .+\\. Frozen on ${day} \\(UTC\\) at revision ${view.revision}`),
    );
    expect(await title.getByRole("heading", { level: 1 }).innerText()).toBe("Pakistan and Russia");
    expect(await title.getByRole("complementary").innerText()).toBe("Read with care.");
  });

  test("gives a paragraph to quote that has the verdict with its numbers, and the link", async () => {
    const quote = section("To quote this page");
    await quote.getByRole("button", { name: "Copy" }).click();
    await quote.getByText("Copied.").waitFor();
    const text = await reader.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain(view.statement.replaceAll(/(?<=[\s(])-(?=\d)/g, "\u2212"));
    expect(text).toContain("a back-test, made with the outcomes known");
    expect(text.endsWith(link.url)).toBe(true);
    expect(await quote.innerText()).toContain(text);
  });

  test("is checked in the reader's browser, which says what it looked at and what that cannot show", async () => {
    await reader.getByRole("button", { name: "Check this page" }).click();
    const check = section("Is this what was frozen?");
    await check.getByText("Everything fits: this is what was frozen and signed.").waitFor();
    const said = await check.innerText();
    expect(said).toContain(`The JSON file has the SHA-256 that this page names: ${link.viewHash}.`);
    expect(said).toMatch(/The signature fits: key [0-9a-f]{16} signed exactly these bytes/);
    expect(said).toContain("not that the server is honest");
  });

  test("names the commands that check it without trusting its server", async () => {
    await reader.getByText("Check it without trusting this server").click();
    const commands = await reader.getByRole("textbox", { name: "Commands" }).inputValue();
    expect(commands).toContain(`'${link.url}/view.json'`);
    expect(commands).toContain("sha256sum view.json");
    expect(commands).toContain("openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in view.json");
  });

  test("offers its files, and a frame for other sites", async () => {
    const hrefs = await section("Take it away")
      .locator("a[download]")
      .evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
    const types = await Promise.all(
      hrefs.map(async (href) => (await fetch(new URL(href, site.server.url))).headers.get("Content-Type")),
    );
    expect(types).toEqual(["application/json", "text/csv; charset=utf-8", "application/json", "image/png"]);
    await reader.getByText("Show it on another site").click();
    const code = await reader.getByRole("textbox", { name: "Code for the other page" }).inputValue();
    expect(code).toContain(`src="${link.url}/embed"`);
  });

  test("says that nothing happened since, and after the log grew what did, without moving anything", async () => {
    await section("What happened since").getByText("Nothing was added or corrected since").waitFor();
    await site.api("POST", `${PATH}/events`, EVENT);
    const later = await site.visitor({ viewport: { width: 360, height: 740 } });
    await later.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const { name, entryType } of list.getEntries()) document.title = `${entryType}: ${name}`;
      }).observe({ type: "layout-shift", buffered: true });
    });
    await later.goto(link.url);
    const title = await later.title();
    const since = later.getByRole("region", { name: "What happened since" });
    await since.getByText(/Since then: 1 event added; index .+ then, .+ now\./).waitFor();
    // The head of the page says it as well: a reader on a phone need not scroll for it.
    await later.getByRole("link", { name: /^Since then: 1 event added; index .+ now\.$/ }).waitFor();
    expect(await later.title()).toBe(title);
    await since.getByText("What reads differently").click();
    expect(await since.getByRole("rowheader").allInnerTexts()).toContain("Index");
    // Titles of what came later are not the frozen page's to show.
    expect(await later.locator("main").innerText()).not.toContain(EVENT.title);
  });

  test("shows a correction above the figures, which stay as they were", async () => {
    const before = await reader.locator("#headline").innerText();
    await site.api("PATCH", `/snapshots/${link.id}`, { notice: "One visit was <b>put off</b>." });
    await reader.reload();
    const notice = reader.getByRole("complementary", { name: "Corrections by the publisher" });
    expect(await notice.innerText()).toContain("One visit was <b>put off</b>.");
    expect((await notice.boundingBox())?.y).toBeLessThan((await reader.locator("h1").boundingBox())?.y ?? 0);
    expect(await reader.locator("#headline").innerText()).toBe(before);
  });

  test("fits a phone in both themes, is for readers of any kind, and asks nobody else for anything", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      await reader.emulateMedia({ colorScheme });
      await untilDrawn(figureOf(reader, "Warming index"), 300);
      await section("Is this what was frozen?").waitFor();
      await reader.getByRole("button", { name: "Check this page" }).click();
      await reader.getByText("Everything fits").waitFor();
      expect(await sideways(reader)).toBe(0);
      expect(await axeFindings(reader)).toEqual([]);
    }
    expect(await reader.context().cookies()).toEqual([]);
    expect(faults).toEqual([]);
  });

  test("shows its first chart without scrolling, under a title and a note of two lines", async () => {
    const body = {
      title: "Pakistan and Russia: emerging allies? (as of 30 November 2025)",
      note: "One line.\nAnother.",
    };
    const noted = await site.api<{ url: string }>("POST", `${PATH}/snapshots`, body);
    const wide = await site.visitor({ viewport: { width: 1280, height: 900 } });
    await wide.goto(noted.url);
    const box = await figureOf(wide, "Direct dealings, year by year").locator("canvas").boundingBox();
    expect((box?.y ?? Number.NaN) + (box?.height ?? Number.NaN)).toBeLessThanOrEqual(900);
  });

  test("stacks the checks on a phone, so that no number is beside the screen", async () => {
    await reader.locator("summary", { hasText: /^Checks/ }).click();
    const table = reader.locator("table", { hasText: "one assumption changed at a time" });
    await table.getByText("Material rise (D): ").first().waitFor();
    const hidden = await table.evaluate(({ parentElement }) =>
      parentElement ? parentElement.scrollWidth - parentElement.clientWidth : Number.NaN,
    );
    expect(hidden).toBe(0);
  });

  test("is a report of two pages on paper, without anything to press", async () => {
    const wide = await site.visitor({ viewport: { width: 1280, height: 900 } });
    await wide.goto(link.url);
    await wide.getByRole("button", { name: "Check this page" }).waitFor();
    const pdf = (await wide.pdf({ format: "A4" })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(2);
    await wide.emulateMedia({ media: "print" });
    expect(await wide.getByText("One visit was").isVisible()).toBe(true);
    const pressed = await wide
      .locator("button:not(.term)")
      .evaluateAll((all) => all.filter((one) => one.checkVisibility()));
    expect(pressed).toEqual([]);
  });
});
