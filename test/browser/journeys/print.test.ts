import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSite, SHIPPED } from "./helpers";
import type { Site } from "./helpers";

describe("the dashboard on paper", () => {
  let site: Site;
  let page: Page;

  beforeAll(async () => {
    site = await openSite();
    page = await site.owner({ colorScheme: "dark" });
    await page.goto(`/scenarios/${SHIPPED}`);
    await page.getByRole("heading", { name: "Indicator by indicator" }).waitFor();
    // The last chart of the page.
    await page.locator(".lanes.context canvas").last().waitFor();
  });
  afterAll(() => site.close());

  test("is a report of two pages", async () => {
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(2);
  });

  test("has every group of indicators, also what a narrow window had folded", async () => {
    const narrow = await site.owner({ viewport: { width: 360, height: 740 } });
    await narrow.goto(`/scenarios/${SHIPPED}`);
    const group = narrow.locator(".lanes.context");
    await group.locator("canvas").waitFor({ state: "attached" });
    expect(await group.locator("canvas").isVisible()).toBe(false);
    await narrow.emulateMedia({ media: "print" });
    expect(await group.locator("canvas").isVisible()).toBe(true);
  });

  test("has verdict, charts, sources, limits and how to cite it, and nothing to press", async () => {
    await page.emulateMedia({ media: "print" });
    for (const name of [/^Stalled:/, "Warming index", "Latest events", "What this cannot tell you"]) {
      expect(await page.getByRole("heading", { name }).first().isVisible(), String(name)).toBe(true);
    }
    expect(await page.getByText(/Events to 30 November 2025, revision \d+\. http/).isVisible()).toBe(true);
    // On paper the summary of a group of indicators is its heading.
    for (const hidden of ["nav", ".button", ":not(.lanes) > summary"]) {
      const shown = await page
        .locator(hidden)
        .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 120)));
      expect(shown, hidden).toEqual([]);
    }
  });
});
