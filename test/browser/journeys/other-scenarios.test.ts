import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ScenarioView } from "../../../worker/core/view-types";
import { axeFindings, untilDrawn, faultsOf, figureOf, openSite, SHIPPED, shown, sideways, tableOf } from "./helpers";
import type { Site } from "./helpers";

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/small/clearly-holding/${name}`, import.meta.url), "utf8");
const SMALL = JSON.parse(fixture("scenario.json")) as { slug: string; title: string };
const EMPTY = { ...SMALL, slug: "nothing-yet", title: "Nothing logged yet" };

describe("scenarios other than the shipped one", () => {
  let site: Site;
  let page: Page;
  let faults: string[];
  const readView = (slug: string) => site.api<ScenarioView>("GET", `/scenarios/${slug}/view`);

  beforeAll(async () => {
    site = await openSite();
    for (const scenario of [SMALL, EMPTY]) await site.api("POST", "/scenarios", scenario);
    await site.api("POST", `/scenarios/${SMALL.slug}/import`, fixture("events.csv"));
    page = await site.owner({ viewport: { width: 360, height: 740 } });
    faults = faultsOf(page);
  });
  afterAll(() => site.close());

  async function logOne(slug: string, indicator: string, step: string): Promise<void> {
    await page.goto(`/scenarios/${slug}/log`);
    await page.getByLabel(indicator, { exact: true }).check();
    await page.getByLabel("What happened").fill("A step in a test");
    await page.getByLabel("When").fill("15 dec 2020");
    await page.getByLabel(step, { exact: true }).check();
    await page.getByLabel("Title of the source").fill("Test source");
    await page.getByLabel("B usually reliable").check();
    await page.getByLabel("1 confirmed by other sources").check();
    // 4 (this codebook's score) x 0.95 = 3.8.
    await page.getByText("4.0 × 0.95 = +3.8 points in December 2020").waitFor();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "Saved" }).waitFor();
  }
  async function dashboardShows(slug: string): Promise<ScenarioView> {
    const view = await readView(slug);
    await page.goto(`/scenarios/${slug}`);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(view.title);
    const index = figureOf(page, "Warming index");
    await untilDrawn(index, 50);
    const rows = await tableOf(index);
    expect(rows.map(([, direct, all]) => [direct, all])).toEqual(
      view.months.map((month) => [shown(month.directIndex), shown(month.index)]),
    );
    return view;
  }

  test("with several scenarios the first page lists them", async () => {
    await page.goto("/");
    await page.getByRole("heading", { level: 1, name: "Scenarios" }).waitFor();
    for (const { title } of [SMALL, EMPTY])
      expect(await page.getByRole("link", { name: title }).isVisible()).toBe(true);
    expect(await sideways(page)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("link", { name: SMALL.title }).click();
    await page.waitForURL(`**/scenarios/${SMALL.slug}`);
  });

  test("each scenario of the list has its verdict and its line, fetched where they were not at hand", async () => {
    await page.goto("/scenarios");
    const views = await Promise.all([SHIPPED, SMALL.slug].map(readView));
    for (const view of views) {
      const card = page.locator(".scenario-card", { has: page.getByRole("link", { name: view.title }) });
      await card.scrollIntoViewIfNeeded();
      const first = view.statement.replace(/(?<=\.) .*$/s, "");
      await card.getByText(first).waitFor();
      const last = shown(view.months.at(-1)?.directIndex ?? 0);
      const line = await card.getByRole("img").getAttribute("aria-label");
      expect(line).toMatch(/^Direct dealings from \w+ \d{4} to /);
      expect(line).toContain(`${last} at the end.`);
      expect(await card.getByText(`Revision ${view.revision}`).isVisible()).toBe(true);
    }
    const empty = page.locator(".scenario-card", { has: page.getByRole("link", { name: EMPTY.title }) });
    await empty.getByText("The line begins with the first event.").waitFor();
    await page.getByLabel("Order").selectOption("title");
    const titles = await page.locator(".scenario-card h2").allInnerTexts();
    expect(titles).toEqual(titles.toSorted((a, b) => a.localeCompare(b, "en", { sensitivity: "base" })));
    expect(await sideways(page)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });

  test("a small scenario has its own dashboard and form", async () => {
    const before = await dashboardShows(SMALL.slug);
    await logOne(SMALL.slug, "Trade", "Step towards");
    const after = await dashboardShows(SMALL.slug);
    // One event more: 3.8 points in the last month, before fading.
    expect(after.index).toBeCloseTo(before.index + 3.8, 9);
    expect(await sideways(page)).toBe(0);
  });

  test("an empty scenario says what is lacking and how to begin, and shows no row of noughts", async () => {
    await page.goto(`/scenarios/${EMPTY.slug}`);
    const lacking = "No verdict yet: 0 of 12 months looked at, 0 of 8 events, 0 of 2 indicators.";
    await page.getByRole("heading", { name: lacking }).waitFor();
    const text = await page.locator("main").innerText();
    expect(text).not.toMatch(/\b0\.0 (and|points)|What this cannot tell you|not judged/);
    expect(await page.locator("canvas").count()).toBe(0);
    for (const step of ["Log the first event", "Import a file", "Say where you looked"])
      expect(await page.getByRole("link", { name: step }).isVisible()).toBe(true);
    expect(await sideways(page)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });

  test("its last step leads to the months, and a month looked at counts", async () => {
    await page.getByRole("link", { name: "Say where you looked" }).click();
    expect(new URL(page.url()).hash).toBe("#coverage-title");
    await page.getByRole("grid").getByRole("button", { name: "November 2020" }).click();
    await page.getByRole("dialog", { name: "November 2020" }).waitFor();
    await page.keyboard.press("Escape");
    await site.api("POST", `/scenarios/${EMPTY.slug}/attestations`, { month: "2020-11", note: "Read the gazette" });
    await page.goto(`/scenarios/${EMPTY.slug}`);
    await page.getByRole("heading", { name: "No verdict yet: 1 of 12 months looked at" }).waitFor();
  });

  test("it follows the first event", async () => {
    await logOne(EMPTY.slug, "Defence", "Step towards");
    const after = await dashboardShows(EMPTY.slug);
    expect(after.eventsCounted).toBe(1);
    await page.getByRole("heading", { name: "Before there is a verdict" }).waitFor();
    await page.getByText("1 of 8 events", { exact: true }).waitFor();
    await page.getByText("Details", { exact: true }).click();
    await page.getByText("The test is run once 12 months were looked at").waitFor();
    expect(await sideways(page)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });

  test("no page has had an error, and no request has left the server", () => {
    expect(faults).toEqual([]);
  });
});
