import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ScenarioView } from "../../../worker/core/view-types";
import { faultsOf, figureOf, openSite, SHIPPED, shown, tableOf } from "./helpers";
import type { Site } from "./helpers";

const PATH = `/scenarios/${SHIPPED}`;
const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/hostile/${name}`, import.meta.url), "utf8")
    // Late enough to stand among the latest events of the dashboard.
    .replaceAll("2013-01-", "2025-10-");
// One of its two scripts leaves a trace instead of opening a dialog.
const MARKUP = fixture("11-html-script.csv").replace("onerror=alert(1)", "onerror=window.ran=1");
const SCRIPTS = fixture("18-rtl-emoji.csv").replaceAll("HX-", "RT-");

describe("importing a file", () => {
  let site: Site;
  let page: Page;
  let faults: string[];
  let before: ScenarioView;
  const readView = () => site.api<ScenarioView>("GET", `${PATH}/view`);

  beforeAll(async () => {
    site = await openSite();
    page = await site.owner();
    faults = faultsOf(page, { refusals: true });
    before = await readView();
    await page.goto(`${PATH}/import`);
  });
  afterAll(() => site.close());

  async function check(csv: string): Promise<void> {
    const file = { name: "events.csv", mimeType: "text/csv", buffer: Buffer.from(csv) };
    await page.getByLabel("CSV file").setInputFiles(file);
    await page.getByRole("button", { name: "Check it" }).click();
    await page.getByRole("heading", { name: "What the import would do" }).waitFor();
  }
  async function importAll(rows: number): Promise<void> {
    await page.getByRole("button", { name: `Import ${rows} rows` }).click();
    await page.getByRole("heading", { name: "Imported" }).waitFor();
  }

  test("a row with an error is named by line and column, and nothing is imported", async () => {
    await check(MARKUP.replace("2025-10-03", "2025-13-03"));
    const cells = await page.locator("table.messages tbody tr").first().locator("td").allInnerTexts();
    expect(cells.slice(0, 2)).toEqual(["3", "date"]);
    expect(cells[2]).toMatch(/^Rejected\. .*2025-13-03/);
    expect(await page.getByText("1 row cannot be imported, so nothing is").isVisible()).toBe(true);
    expect(await page.getByRole("button", { name: /^Import \d/ }).count()).toBe(0);
    expect((await readView()).revision).toBe(before.revision);
  });

  test("put right it is imported, and the dashboard follows", async () => {
    await check(MARKUP);
    expect((await readView()).revision).toBe(before.revision);
    await importAll(3);
    const after = await readView();
    expect(after.eventsCounted).toBe(before.eventsCounted + 3);
    await page.getByRole("link", { name: "Back to the dashboard" }).click();
    await page.waitForURL(`**${PATH}`);
    const rows = await tableOf(figureOf(page, "Warming index"));
    expect(rows.map((cells) => [cells[2], cells[4]])).toEqual(
      after.months.map(({ index, events }) => [shown(index), String(events)]),
    );
  });

  test("markup in a title is shown as text and does not run, on any page that shows it", async () => {
    for (const path of [PATH, `${PATH}/events`, `${PATH}/events/HX-001`, `${PATH}/events/HX-002`]) {
      await page.goto(path);
      const title = path.endsWith("HX-002") ? "<img src=x onerror=window.ran=1>" : "<script>alert(1)</script> visit";
      await page.getByText(title, { exact: true }).first().waitFor();
      expect(await page.locator("main img, main script, main svg").count()).toBe(0);
      expect(await page.evaluate(() => "ran" in window)).toBe(false);
    }
    // An entity is text too.
    await page.goto(`${PATH}/events/HX-003`);
    await page.getByRole("heading", { name: "Talks on A &amp; B <b>today</b>" }).waitFor();
  });

  test("a right-to-left title takes its own direction, and a direction mark is made visible", async () => {
    await page.goto(`${PATH}/import`);
    await check(SCRIPTS);
    await importAll(4);
    for (const path of [PATH, `${PATH}/events`]) {
      await page.goto(path);
      const urdu = page.locator("bdi[dir=auto]", { hasText: "پاکستان اور روس کے تعلقات" }).first();
      await urdu.waitFor();
      expect(await urdu.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
      await page.getByText("Override [RLO]gnp.exe[PDF] mark").first().waitFor();
      expect(await page.getByText("Visit 🇵🇰‍🤝 🇷🇺 held").first().isVisible()).toBe(true);
    }
  });

  test("no page has had an error or a dialog, and no request has left the server", () => {
    expect(faults).toEqual([]);
  });
});
