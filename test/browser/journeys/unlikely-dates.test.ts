import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EventPage } from "../../../worker/contract/api-types";
import type { ScenarioView } from "../../../worker/core/view-types";
import { axeFindings, faultsOf, openSite, SHIPPED, sideways, untilWhole, type Site } from "./helpers";

const PATH = `/scenarios/${SHIPPED}`;
const TEMPLATE = readFileSync(new URL("../../../web/scenarios/template.json", import.meta.url), "utf8");

/** One visit dated 1026 for 2026, and one of the right year; without references, so that it goes in parts. */
const FILE = [
  "date,indicator,code,title,source_title,source_reliability,info_credibility",
  "1026-10-06,visit,minister_visit_held,A minister visits,A paper,B,2",
  "2025-10-07,visit,minister_visit_held,Another minister visits,A paper,B,2",
].join("\n");

describe("a date whose year looks mistyped", () => {
  let site: Site;
  let page: Page;
  let faults: string[];
  let before: ScenarioView;
  let height: number;
  const readView = () => site.api<ScenarioView>("GET", `${PATH}/view`);
  const heightOf = () => page.evaluate(() => document.documentElement.scrollHeight);

  beforeAll(async () => {
    site = await openSite({ now: Date.parse("2026-11-15T12:00:00Z") });
    page = await site.owner({ viewport: { width: 1280, height: 900 } });
    faults = faultsOf(page, { refusals: true });
    before = await readView();
    await page.goto(PATH);
    await untilWhole(page);
    height = await heightOf();
  });
  afterAll(() => site.close());

  test("in a file is shown with its year in words, and one answer takes it", async () => {
    await page.goto(`${PATH}/import`);
    const file = { name: "events.csv", mimeType: "text/csv", buffer: Buffer.from(FILE) };
    await page.getByLabel("CSV file").setInputFiles(file);
    await page.getByRole("button", { name: "Check it" }).click();
    await page.getByText("1 date looks mistyped").waitFor();
    const line = page.getByRole("listitem").filter({ hasText: "Line 2" });
    expect(await line.innerText()).toBe(
      "Line 2: The date 1026-10-06 (the year one thousand and twenty-six) is 983 years before this scenario begins " +
        "(March 2010). Is the year right?",
    );
    expect(await page.getByRole("button", { name: /^Import \d/ }).count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel("The dates are right").click();
    await page.getByRole("button", { name: "Import 2 rows" }).waitFor();
    // The answer can be taken back.
    await page.getByLabel("The dates are right").click();
    await page.getByText("1 date looks mistyped").waitFor();
    await page.getByLabel("The dates are right").click();
    await page.getByRole("button", { name: "Import 2 rows" }).click();
    await page.getByRole("heading", { name: "Imported" }).waitFor();
    const { events } = await site.api<EventPage>("GET", `${PATH}/events?to=1100-01`);
    expect(events.map(({ date }) => date)).toEqual(["1026-10-06"]);
  });

  test("does not stretch the dashboard, which says where it lies", async () => {
    const after = await readView();
    expect(after.months.length).toBe(before.months.length);
    await page.goto(PATH);
    await untilWhole(page);
    // One row of the list of latest events may wrap otherwise.
    expect(Math.abs((await heightOf()) - height)).toBeLessThan(200);
    const notice = page.getByText("1 event is dated before June 1981.");
    expect(await notice.innerText()).toContain("It is listed and counted, but it earns no points and is in no chart.");
    await notice.getByRole("link", { name: "See which" }).click();
    await page.getByText("A minister visits", { exact: true }).waitFor();
    await page.getByText("A minister visits", { exact: true }).click();
    await page.getByText("dated before June 1981, where the figures can begin").waitFor();
    expect(await page.locator("canvas").count()).toBe(0);
  });

  test("is asked about under its field as it is typed, and again at Save; a tick answers both", async () => {
    const choose = (name: string) => page.getByRole("radio", { name }).check();
    await page.goto(`${PATH}/log`);
    await choose("Visits");
    const when = page.getByLabel("When", { exact: true });
    await when.fill("6 oct 1026");
    const question = page.getByText("You typed 6 oct 1026");
    expect(await question.innerText()).toBe(
      "You typed 6 oct 1026: that is the year one thousand and twenty-six. It is 983 years before this scenario begins " +
        "(March 2010). Is the year right?",
    );
    await when.fill("6 oct 2026");
    await question.waitFor({ state: "hidden" });
    await when.fill("6 oct 1026");
    await page.getByLabel("What happened").fill("Envoys of Mahmud arrive");
    await choose("Minister");
    await page.getByText("= Visit by a minister or speaker, held").waitFor();
    await page.getByLabel("Title of the source", { exact: true }).fill("A chronicle");
    await choose("C fairly reliable");
    await choose("3 possibly true");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Say that the year is right, or put it right above.").waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("confirm-date");
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel("Yes, 1026 is right.").check();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("heading", { name: "Saved" }).waitFor();
    const { events } = await site.api<EventPage>("GET", `${PATH}/events?q=Mahmud`);
    expect(events).toMatchObject([{ date: "1026-10-06", title: "Envoys of Mahmud arrive" }]);
  });

  test("that stands is not asked about when something else is corrected; another one is", async () => {
    const { events } = await site.api<EventPage>("GET", `${PATH}/events?q=Mahmud`);
    await page.goto(`${PATH}/events/${events[0]?.ref}`);
    await page.getByRole("button", { name: "Correct" }).click();
    await page.getByLabel("What happened").fill("Envoys of Mahmud arrive in Multan");
    await page.getByLabel("Reason for the correction").fill("More precise");
    expect(await page.getByText("You typed").isVisible()).toBe(false);
    await page.getByRole("button", { name: "Save the correction" }).click();
    await page.getByRole("heading", { level: 1, name: "Envoys of Mahmud arrive in Multan" }).waitFor();
    await page.getByRole("button", { name: "Correct" }).click();
    await page.getByLabel("When", { exact: true }).fill("1027-10-06");
    await page.getByText("that is the year one thousand and twenty-seven").waitFor();
    await page.getByLabel("Yes, 1027 is right.").check();
    await page.getByLabel("Reason for the correction").fill("Another year");
    await page.getByRole("button", { name: "Save the correction" }).click();
    await page.getByRole("button", { name: "Correct" }).waitFor();
    expect(await page.getByText("6 October 1027").first().isVisible()).toBe(true);
  });

  test("of a further source is asked about where it is before 1900", async () => {
    const { events } = await site.api<EventPage>("GET", `${PATH}/events?q=Mahmud`);
    await page.goto(`${PATH}/events/${events[0]?.ref}#report`);
    await page.reload();
    await page.getByLabel("Title of the source").fill("Another chronicle");
    await page.getByLabel("C fairly reliable").check();
    await page.getByLabel("3 possibly true").check();
    await page.getByLabel("Published").fill("oct 1812");
    await page.getByText("the year one thousand eight hundred and twelve. It is before the year 1900.").waitFor();
    await page.getByRole("button", { name: "Save the report" }).click();
    await page.getByText("Say below that the year is right, or put it right.").first().waitFor();
    await page.getByLabel("Yes, 1812 is right.").check();
    await page.getByRole("button", { name: "Save the report" }).click();
    await page.getByText("The report is saved.").waitFor();
  });

  test("of a scenario's first day is asked about before it is frozen", async () => {
    const later = TEMPLATE.replace(/"registeredOn": "[^"]*"/, '"registeredOn": "2027-01-30"')
      .replace(/"until": "[^"]*"/, '"until": "2028-01"')
      .replace(/"deadline": "[^"]*"/g, '"deadline": "2028-12-31"');
    await page.goto("/scenarios/new");
    const file = { name: "scenario.json", mimeType: "application/json", buffer: Buffer.from(later) };
    await page.getByLabel("Scenario file").setInputFiles(file);
    await page.getByRole("heading", { name: "What will be frozen" }).waitFor();
    const question = page.getByText("30 January 2027, a day to come (today is 15 November 2026)");
    expect(await question.innerText()).toContain("Until then there is an index and no verdict. Is the day right?");
    await page.getByRole("button", { name: "Register and freeze" }).click();
    await page.getByText("Say that the day is right, or put it right in the file").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel("Yes, 30 January 2027 is right.").check();
    await page.getByRole("button", { name: "Register and freeze" }).click();
    await page.waitForURL(/port-deal/);
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await sideways(page)).toBe(0);
  });

  test("no page has had an error, and no request has left the server", () => {
    expect(faults).toEqual([]);
  });
});
