import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ScenarioView } from "../../../worker/core/view-types";
import { faultsOf, figureOf, openSite, SHIPPED, shown, type Site } from "./helpers";

const PATH = `/scenarios/${SHIPPED}`;

/** The width of a PNG, its first pixel, and whether a line of the accent's light colour is in it. */
function pictureOf(page: Page, png: Buffer) {
  return page.evaluate(
    async (bytes) => {
      const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: "image/png" }));
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const ctx = canvas.getContext("2d");
      ctx?.drawImage(picture, 0, 0);
      const pixels = ctx?.getImageData(0, 0, picture.width, picture.height).data ?? [];
      let found = 0;
      for (let at = 0; at < pixels.length; at += 4) {
        if (pixels[at] === 0x0a && pixels[at + 1] === 0x4f && pixels[at + 2] === 0x6d) found += 1;
      }
      return { width: picture.width, corner: Array.from(pixels.slice(0, 4)), ink: found > 1000 };
    },
    [...png],
  );
}

describe("saving a chart", () => {
  let site: Site;

  beforeAll(async () => void (site = await openSite()));
  afterAll(() => site.close());

  test("a figure is saved as a picture with two pixels to each, and as the numbers that are shown", async () => {
    const page = await site.owner({ viewport: { width: 1280, height: 900 }, colorScheme: "dark" });
    const faults = faultsOf(page);
    const view: ScenarioView = await site.api("GET", `${PATH}/view`);
    const index = figureOf(page, "Warming index");
    await page.goto("/");
    await page.locator(".chart[role=application]").last().waitFor({ state: "attached" });
    await index.locator(".chart").focus();
    await page.keyboard.press("1");
    const menu = index.getByRole("button", { name: "Save: Warming index" });
    const saved = async (label: string) => {
      await menu.focus();
      await page.keyboard.press("Enter");
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        index.getByRole("button", { name: label }).press("Enter"),
      ]);
      expect(await index.locator(".save-panel").isHidden()).toBe(true);
      return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
    };
    const named = `${SHIPPED}-warming-index-${view.asOf}-r${view.revision}`;
    const csv = await saved("Numbers (CSV)");
    expect(csv.name).toBe(`${named}.csv`);
    const [head, ...lines] = csv.content.toString().trim().split("\n");
    expect(head).toMatch(/^Month,Direct dealings,All evidence,/);
    expect(lines).toHaveLength(12);
    const json = await saved("Numbers (JSON)");
    const { title, caption, rows, asOf, revision, url } = JSON.parse(json.content.toString());
    expect([json.name, title, asOf, revision]).toEqual([`${named}.json`, "Warming index", view.asOf, view.revision]);
    expect(caption).toBe(await index.locator("figcaption").textContent());
    expect(rows).toHaveLength(12);
    expect(rows[11][1]).toBe(Number(shown(view.months.at(-1)?.directIndex ?? 0)));
    expect(url).toBe(`${site.server.url}${PATH}?asOf=${view.asOf}&revision=${view.revision}`);
    const png = await saved("Picture (PNG)");
    expect(png.name).toBe(`${named}.png`);
    expect(await pictureOf(page, png.content)).toMatchObject({ width: 1800, corner: [255, 255, 255, 255], ink: true });
    await menu.focus();
    for (const key of ["Enter", "Escape"]) await page.keyboard.press(key);
    expect(await menu.getAttribute("aria-expanded")).toBe("false");
    expect(faults).toEqual([]);
  });
});
