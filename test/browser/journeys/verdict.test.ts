import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DUE } from "../../clock";
import type { ScenarioView } from "../../../worker/core/view-types";
import { axeFindings, faultsOf, openSite, SHIPPED, sideways, untilWhole, type Site } from "./helpers";

describe("reading the verdict, and doubting it", () => {
  let site: Site;
  let page: Page;
  let faults: string[];
  let view: ScenarioView;

  beforeAll(async () => {
    site = await openSite();
    page = await site.owner({ viewport: { width: 1280, height: 800 } });
    faults = faultsOf(page);
    view = await site.api("GET", `/scenarios/${SHIPPED}/view`);
    await page.goto("/");
  });
  afterAll(() => site.close());

  test("the verdict's word and numbers lead the page", async () => {
    expect(view.pendingMonths).toEqual([]);
    const main = await page.locator("main").innerText();
    const [headline = "", ...rest] = view.statement.split(/(?<=rise\.) /);
    expect(main.replaceAll("\n", " ")).toContain(headline);
    expect(rest.join(" ")).toContain("16 of 17 variations");
    expect(main).toContain("16 of 17");
  });

  test("every check stands in a table, and the index's parts add up to it as shown", async () => {
    await page.getByRole("link", { name: "Checks", exact: true }).click();
    const checks = page.locator("table", { hasText: "one assumption changed at a time" });
    await checks.waitFor();
    expect(await checks.locator("tbody tr").count()).toBe(view.verdicts.at(-1)?.variants.length);
    await page.getByRole("link", { name: "Why", exact: true }).click();
    const why = page.locator("table", { hasText: "The lines add up to the index" });
    await why.waitFor();
    const cells = await why.locator("tbody tr:not(.total):not(.group) td.number").allInnerTexts();
    const read = (text: string): number => Math.round(Number(text.replace("\u2212", "-").replace("+", "")) * 100);
    const total = read(await why.locator("tfoot td.number").innerText());
    const lines = cells.map(read).filter((hundredths) => !Number.isNaN(hundredths));
    const subtotals = await why.locator("tbody tr.total td.number").allInnerTexts();
    expect(lines.reduce((sum, hundredths) => sum + hundredths, 0)).toBe(total);
    expect(subtotals.map(read).reduce((sum, hundredths) => sum + hundredths, 0) || total).toBe(total);
  });

  test("another assumption is tried in the browser, is marked, and stays in the address", async () => {
    await page.getByRole("button", { name: "Try other assumptions" }).click();
    await page.getByLabel("Leave out one indicator").selectOption({ index: 1 });
    await page.getByText("Not the registered method").first().waitFor();
    await page.waitForURL(/\?/);
    const address = page.url();
    await page.reload();
    await page.getByText("Not the registered method").first().waitFor();
    expect(page.url()).toBe(address);
    await page.goto("/");
  });

  test("an earlier day shows what was known of it, and leads back", async () => {
    await page.goto(`/scenarios/${SHIPPED}?asOf=2014-12-31`);
    const then: ScenarioView = await site.api("GET", `/scenarios/${SHIPPED}/view?asOf=2014-12-31`);
    await untilWhole(page);
    const main = await page.locator("main").innerText();
    expect(main).toContain("31 December 2014");
    for (const later of view.latestEvents.slice(0, 5)) expect(main).not.toContain(later.title);
    expect(main).toContain(then.latestEvents[0]?.title ?? "?");
    await page
      .getByRole("link", { name: /Back to/ })
      .first()
      .click();
    await page.waitForURL((url) => !url.search.includes("asOf"));
  });

  test("a claim's page gives its probability with its reasons, and takes a forecast", async () => {
    const { id } = await site.api<{ id: string }>("POST", `/scenarios/${SHIPPED}/propositions`, {
      question: "Will the two leaders meet?",
      criteria: "Yes if two agencies say so.",
      type: "by",
      deadline: DUE,
    });
    await page.goto(`/scenarios/${SHIPPED}/propositions/C01`);
    await page.getByText("almost no chance").first().waitFor();
    await page.getByText("Sum", { exact: true }).first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.goto(`/scenarios/${SHIPPED}/propositions/${id}`);
    await page.getByText("Will the two leaders meet?").first().waitFor();
    await site.api("POST", `/scenarios/${SHIPPED}/propositions/${id}/forecasts`, { probability: 0.3 });
    await page.reload();
    await page.getByText("30 %").first().waitFor();
  });

  test("on a phone nothing is wider than the screen", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const path of ["/", `/scenarios/${SHIPPED}/propositions/C01`, "/?d=2"]) {
      await page.goto(path);
      await page.locator("main h1").waitFor();
      expect(await sideways(page)).toBe(0);
    }
  });

  test("nothing went wrong on the way", () => {
    expect(faults).toEqual([]);
  });
});
