import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ScenarioView } from "../../../worker/core/view-types";
import {
  axeFindings,
  faultsOf,
  figureOf,
  openSite,
  SHIPPED,
  shown,
  sideways,
  type Site,
  tableOf,
  untilDrawn,
} from "./helpers";

const PATH = `/scenarios/${SHIPPED}`;

/** Months are a day's work away from their names: "2014-11" is "November 2014". */
const named = (month: string) =>
  new Date(`${month}-15`).toLocaleDateString("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

describe("reading the charts", () => {
  let site: Site;
  let page: Page;
  let faults: string[];
  let view: ScenarioView;
  let index: Locator;
  const readout = (figure: Locator) => figure.locator(".readout");
  const lines = () => page.locator(".u-cursor-x:not(.u-off)").count();

  beforeAll(async () => {
    site = await openSite();
    page = await site.owner({ viewport: { width: 1280, height: 900 } });
    faults = faultsOf(page);
    view = await site.api("GET", `${PATH}/view`);
    await page.goto("/");
    index = figureOf(page, "Warming index");
    await page.locator(".chart[role=application]").last().waitFor();
  });
  afterAll(() => site.close());

  test("the first screen says verdict, periods and claims before it draws the bars, and the bars before the index", async () => {
    const text = (await page.locator(".view").textContent()) ?? "";
    const parts = [
      "Stalled:",
      "Period by period",
      "Said outright",
      "analyst’s note",
      "Direct dealings, year by year",
      "Warming index",
    ];
    const places = parts.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test("every indicator with events has a picture, drivers and context apart from direct dealings", async () => {
    const lanes = page.locator("figure.lane");
    const logged = view.indicators.filter(({ spans, countsByYear }) => spans.length + countsByYear.length > 0);
    expect(await lanes.count()).toBe(logged.length);
    const groups = await page.locator(".lanes h3").allInnerTexts();
    expect(groups).toEqual([
      "Direct dealings",
      "Reasons to expect warming: they count a quarter",
      "Context: they earn no points",
    ]);
    await untilDrawn(index, 1000);
    expect(await page.locator("figure canvas").count()).toBe(await page.locator(".chart[role=application]").count());
  });

  test("on a phone the verdict's material is open, the rest folded with what is in it, and a fold opens with its charts", async () => {
    const phone = await site.owner({ viewport: { width: 360, height: 740 } });
    await phone.goto(PATH);
    const open = (of: string) => phone.locator(of).evaluate((fold) => (fold as HTMLDetailsElement).open);
    const drivers = phone.locator(".lanes.driver");
    await drivers.locator("canvas").first().waitFor({ state: "attached" });
    expect([await open(".lanes.direct"), await open(".lanes.driver"), await open("#months")]).toEqual([
      true,
      false,
      false,
    ]);
    const inside = drivers.locator("summary .inside");
    expect(await inside.innerText()).toContain("NATO supply line");
    await drivers.locator("> summary").click();
    expect(await inside.isVisible()).toBe(false);
    const chart = await drivers.locator("canvas").first().boundingBox();
    expect(chart?.width).toBeGreaterThan(250);
    expect(await sideways(phone)).toBe(0);
    await phone.close();
  });

  test("arrow keys walk the months and read each one out; Home and End go to the ends", async () => {
    const chart = index.locator(".chart");
    await chart.focus();
    await page.keyboard.press("Home");
    const read = () => readout(index).innerText();
    const months = view.months.map(({ month }) => named(month));
    expect(await read()).toContain(months[0]);
    await page.keyboard.press("ArrowRight");
    expect(await read()).toContain(months[1]);
    await page.keyboard.press("End");
    const last = view.months.at(-1);
    expect(await read()).toContain(`${months.at(-1)}: direct dealings ${shown(last?.directIndex ?? 0)}`);
    expect(await readout(index).getAttribute("aria-live")).toBe("polite");
  });

  test("digits and letters change the time shown, and the table follows", async () => {
    await index.locator(".chart").focus();
    const pressed = () => index.locator(".ranges [aria-pressed=true]").innerText();
    for (const [key, label, months] of [
      ["1", "1 y", 12],
      ["3", "3 y", 36],
      ["r", "Around the article", 55],
      ["a", "All", view.months.length],
    ] as const) {
      await page.keyboard.press(key);
      expect(await pressed()).toBe(label);
      expect(await tableOf(index)).toHaveLength(months);
      await index.locator(".chart").focus();
    }
  });

  test("pointing at a month draws the line in all pictures on the axis, and their readouts follow", async () => {
    const move = view.moves?.find(({ role }) => role === "direct");
    if (!move) throw new Error("no move");
    const chart = index.locator(".chart");
    await chart.scrollIntoViewIfNeeded();
    const box = await chart.boundingBox();
    if (!box) throw new Error("no chart");
    const at = view.months.findIndex(({ month }) => month === move.month);
    // The plot lies between 36 pixels on the left and 14 on the right.
    const x = 36 + ((at + 0.5) / view.months.length) * (box.width - 50);
    await chart.hover({ position: { x, y: 100 } });
    expect(await readout(index).textContent()).toContain(named(move.month));
    const shared = (await page.locator("figure.lane").count()) + 1;
    expect(await lines()).toBe(shared);
    const year = move.month.slice(0, 4);
    const readouts = await page.locator("figure.lane .readout").allTextContents();
    expect(readouts.some((text) => text.startsWith(`${year}:`))).toBe(true);
    await page.mouse.move(2, 2);
    expect(await lines()).toBe(0);
    await chart.click({ position: { x, y: 100 } });
    const card = index.locator(".month-card");
    await card.locator("li").first().waitFor();
    expect(await card.locator("h3").innerText()).toBe(named(move.month));
    await card.getByRole("button", { name: "Close" }).click();
  });

  test("from a month's number to its sources in two steps, and back to the chart", async () => {
    const month = view.moves?.findLast(({ role }) => role === "direct");
    if (!month) throw new Error("no move");
    await index.locator(".chart").focus();
    await page.keyboard.press("End");
    const back = view.months.length - 1 - view.months.findIndex((one) => one.month === month.month);
    for (let step = 0; step < Math.floor(back / 12); step += 1) await page.keyboard.press("PageUp");
    for (let step = 0; step < back % 12; step += 1) await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Enter");
    const card = index.locator(".month-card");
    await card.locator("li").first().waitFor();
    expect(await card.locator("h3").innerText()).toBe(named(month.month));
    const [largest] = month.events;
    const first = card.locator("li").first();
    expect(await first.getByRole("link", { name: largest?.title ?? "" }).getAttribute("href")).toBe(
      `${PATH}/events/${largest?.ref}`,
    );
    expect(await first.getByRole("link", { name: largest?.sourceTitle ?? "" }).getAttribute("href")).toBe(
      largest?.sourceUrl,
    );
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await card.isHidden()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("chart");
  });

  test("a bar leads to the events of its twelve months", async () => {
    const bars = figureOf(page, "Direct dealings, year by year");
    await bars.locator(".chart").focus();
    // The last row is the baseline; the one before it the newest year.
    for (const key of ["End", "ArrowLeft", "Enter"]) await page.keyboard.press(key);
    const all = bars.locator(".month-card a", { hasText: "as a list" });
    await all.waitFor();
    const to = view.level.years[0]?.to ?? "";
    const href = (await all.getAttribute("href")) ?? "";
    expect(new URL(href, site.server.url).searchParams.get("to")).toBe(to);
    await all.click();
    await page.waitForURL(/events\?from=/);
    await page.locator("tbody tr").first().waitFor();
    await page.goto("/");
    await page.locator(".chart[role=application]").last().waitFor({ state: "attached" });
  });

  test("the charts are drawn anew for another width, another theme and paper", async () => {
    const widthOf = () => index.locator("canvas").evaluate((canvas: HTMLCanvasElement) => canvas.width);
    const before = await widthOf();
    await page.setViewportSize({ width: 700, height: 900 });
    await expect.poll(widthOf).toBeLessThan(before);
    await page.emulateMedia({ colorScheme: "dark" });
    await untilDrawn(index, 300);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await expect.poll(widthOf).toBe(1360);
    // Paper is white, whatever the screen was.
    const inked = () =>
      index.locator("canvas").evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
        let found = 0;
        for (let at = 0; at < data.length; at += 4) if (data[at] === 0x0a && data[at + 1] === 0x4f) found += 1;
        return found;
      });
    await expect.poll(inked).toBeGreaterThan(1000);
    await page.emulateMedia({ media: "screen", colorScheme: "light" });
    await page.setViewportSize({ width: 1280, height: 900 });
    await expect.poll(widthOf).toBe(before);
    await untilDrawn(index, 1000);
  });

  test.each(["light", "dark"] as const)(
    "on a phone and at 200 % nothing scrolls sideways, in %s mode",
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      for (const width of [360, 640]) {
        await page.setViewportSize({ width, height: 740 });
        await page.reload();
        await page.locator(".chart[role=application]").last().waitFor({ state: "attached" });
        expect(await sideways(page)).toBe(0);
      }
      expect(await axeFindings(page)).toEqual([]);
      const heights = await page
        .locator("figure.lane canvas")
        .evaluateAll((all) => all.map((canvas) => canvas.clientHeight));
      expect(Math.min(...heights)).toBeLessThanOrEqual(110);
    },
  );

  test("a snapshot opens a month to the sources that it holds, and names its file for the rest", async () => {
    const { url } = await site.api<{ url: string }>("POST", `${PATH}/snapshots`, { title: "Charts" });
    const reader = await site.visitor({ viewport: { width: 360, height: 740 } });
    const wrong = faultsOf(reader);
    await reader.goto(url);
    const figure = figureOf(reader, "Warming index");
    await untilDrawn(figure, 300);
    await figure.locator(".chart").focus();
    for (const key of ["End", "Enter"]) await reader.keyboard.press(key);
    const card = figure.locator(".month-card");
    await card.getByRole("link", { name: "events.csv" }).waitFor();
    const newest = view.latestEvents.find(({ date }) => date.startsWith(view.months.at(-1)?.month ?? "?"));
    expect(await card.innerText()).toContain(newest?.title);
    expect(await card.locator("li a").first().getAttribute("href")).toMatch(/^https?:/);
    expect(await axeFindings(reader)).toEqual([]);
    expect(wrong).toEqual([]);
  });

  test("a page without a figure does not fetch the chart code", async () => {
    const fetched = (path: string) =>
      page
        .goto(path, { waitUntil: "networkidle" })
        .then(() =>
          page.evaluate(
            () => performance.getEntriesByType("resource").filter(({ name }) => /\/all-/.test(name)).length,
          ),
        );
    expect(await fetched(`${PATH}/events`)).toBe(0);
    expect(await fetched(PATH)).toBe(1);
  });

  test("nothing went wrong on the way", () => {
    expect(faults).toEqual([]);
  });
});
