import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Status } from "../../../worker/contract/status-types";
import { faultsOf, openSite, SHIPPED, expectFits, SCREENS } from "./helpers";
import type { Site } from "./helpers";

describe("an owner sees how the instance stands", () => {
  let site: Site;
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    site = await openSite();
    page = await site.owner({ viewport: { width: 1280, height: 900 } });
    faults = faultsOf(page);
  });
  afterAll(() => site.close());

  /** The cells of a section's table, row by row. */
  const tableUnder = (heading: string): Promise<string[][]> =>
    page
      .locator("section", { has: page.getByRole("heading", { name: heading, exact: true }) })
      .locator("tbody tr")
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? "")));

  test("it is found in the menu under one's name, by keyboard alone", async () => {
    await page.goto(`/scenarios/${SHIPPED}`);
    await page.locator("header .menu.wide-only summary").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Status" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Status", level: 1 }).waitFor();
  });

  test("version, ledger head, database, links and use stand there as the API has them", async () => {
    await site.api("POST", `/scenarios/${SHIPPED}/snapshots`, { title: "A link" });
    await page.reload();
    const status = await site.api<Status>("GET", "/status");
    await page.getByText(`${status.version}, as of`).waitFor();
    const [scenario] = status.scenarios;
    expect(await tableUnder("Scenarios")).toEqual([
      [scenario?.title, String(scenario?.revision), `${scenario?.head.slice(0, 12)}…`, "none"],
    ]);
    await page.getByText("1 link open, 0 paused, 0 ended.").waitFor();
    await page.getByText(/MB: \d+\.\d % of the free plan's 500 MB, \d+\.\d % of the paid plan's 10 GB\./).waitFor();
    await page.getByText("Every frozen view is signed.").waitFor();
    const use = await tableUnder("Use");
    expect(use.map(([name, , , free]) => [name, free])).toEqual([
      ["Requests", "100,000"],
      ["Rows read", "5,000,000"],
      ["Rows written", "100,000"],
    ]);
    for (const [, today = ""] of use) expect(Number(today.replaceAll(",", ""))).toBeGreaterThan(0);
  });

  test("what needs somebody is said first, with what to do", async () => {
    const notice = page.locator(".notice.warning");
    await notice.getByText("This needs somebody:").waitFor();
    expect(await notice.innerText()).toMatch(/never been backed up\. Run .*npm run backup/);
  });

  test.each(SCREENS)("axe finds nothing and nothing is wider than the window: %s, %i px", async (...screen) => {
    await expectFits(page, ...screen);
  });

  test("nothing went wrong on the way", () => {
    expect(faults).toEqual([]);
  });
});
