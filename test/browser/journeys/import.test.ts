import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ApiEvent } from "../../../worker/contract/api-types";
import type { ScenarioView } from "../../../worker/core/view-types";
import { axeFindings, faultsOf, figureOf, openSite, SHIPPED, shown, sideways, tableOf } from "./helpers";
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

  test("cells pasted from a spreadsheet are read by their own headings, which a person can change", async () => {
    const cells = [
      ["Ref", "When", "Indicator", "Code", "Headline", "Source", "Reliability", "Credibility", "Mood"],
      ["SS-1", "2025-10-07", "visit", "minister_visit_held", "Заголовок из таблицы", "Dawn", "B", "2", "A calm visit"],
      ["SS-2", "45937", "visit", "minister_visit_held", "A second one", "Dawn", "B", "2", ""],
    ].map((row) => row.join("\t"));
    await page.goto(`${PATH}/import`);
    await page.getByLabel("Or paste").fill(cells.join("\n"));
    await page.getByRole("heading", { name: "2 rows" }).waitFor();
    const chosen = (name: string) => page.getByLabel(`Read ${name} as`);
    expect(await chosen("Headline").inputValue()).toBe("title");
    expect(await chosen("Mood").inputValue()).toBe("");
    await chosen("Mood").selectOption("notes");
    await chosen("When").selectOption({ label: "ignored" });
    expect(await page.getByText("Not there yet, and needed: date.").isVisible()).toBe(true);
    await chosen("When").selectOption("date");

    await page.getByRole("button", { name: "Check it" }).click();
    await page.getByText("It looks like a spreadsheet's number for the day 2025-10-07").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel("Import the valid rows only").check();
    await page.getByRole("button", { name: "Import 1 row" }).click();
    await page.getByRole("heading", { name: "Imported" }).waitFor();
    await page.getByText("The index of all evidence").waitFor();
    const saved = await site.api<ApiEvent>("GET", `${PATH}/events/SS-1`);
    expect(saved).toMatchObject({ title: "Заголовок из таблицы", notes: "A calm visit" });
  });

  test("a long file shows how far it is, and goes on from where the connection was lost", async () => {
    const [header = "", first = ""] = MARKUP.split("\n");
    const rows = Array.from({ length: 400 }, (_, i) => first.replace("HX-001", `LONG-${i + 1}`));
    const { eventsCounted, revision } = await readView();
    const sent: number[] = [];
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/imports/*/parts", async (route) => {
      const { part } = route.request().postDataJSON() as { part: number };
      sent.push(part);
      const isLost = part === 3 && sent.filter((one) => one === 3).length === 1;
      if (!isLost) return route.continue();
      await held;
      return route.abort();
    });
    const leavingIsAsked = () =>
      page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));

    await page.goto(`${PATH}/import`);
    const file = { name: "long.csv", mimeType: "text/csv", buffer: Buffer.from([header, ...rows].join("\n")) };
    await page.getByLabel("CSV file").setInputFiles(file);
    await page.getByRole("button", { name: "Check it" }).click();
    await page.getByText("150 of 400 rows checked").waitFor();
    expect(await page.getByRole("progressbar").evaluate((bar: HTMLProgressElement) => bar.value)).toBe(150);
    expect(await leavingIsAsked()).toBe(true);
    release();

    await page.getByText("The server could not be reached. 150 of 400 rows checked, and kept.").waitFor();
    expect(await leavingIsAsked()).toBe(true);
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByRole("heading", { name: "What the import would do" }).waitFor();
    expect(sent).toEqual([0, 1, 2, 3, 3, 4, 5, 6, 7]);
    expect(await leavingIsAsked()).toBe(false);
    expect(await page.locator(".counts dd").allInnerTexts()).toEqual(["400", "0", "0", "0", "0"]);
    expect((await readView()).revision).toBe(revision);

    // The answer to the last request is lost too: the import is found in the log, and not made twice.
    await page.route("**/imports/*/commit*", async (route) => {
      await route.fetch();
      await page.unroute("**/imports/*/commit*");
      return route.abort();
    });
    await page.getByRole("button", { name: "Import 400 rows" }).click();
    await page.getByText("Whether the rows are in the log will show").waitFor();
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByText(`400 new, 0 corrected, 0 unchanged, 0 rejected. Revision ${revision + 1}.`).waitFor();
    const after = await readView();
    expect([after.revision, after.eventsCounted]).toEqual([revision + 1, eventsCounted + 400]);
  });

  test("a file that is dropped on the page is read, and so are cells pasted beside the fields", async () => {
    await page.goto(`${PATH}/import`);
    const dropped = await page.evaluateHandle((csv) => {
      const data = new DataTransfer();
      data.items.add(new File([csv], "dropped.csv", { type: "text/csv" }));
      return data;
    }, MARKUP);
    await page.dispatchEvent("body", "drop", { dataTransfer: dropped });
    await page.getByText("From dropped.csv").waitFor();
    await page.getByRole("heading", { name: "3 rows" }).waitFor();
    await page.evaluate((csv) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", csv);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    }, SCRIPTS);
    await page.getByRole("heading", { name: "4 rows" }).waitFor();
    expect(await page.getByLabel("Or paste").inputValue()).toContain("RT-");
  });

  test("the page fits a phone with the columns and the messages of a long file", async () => {
    const [header = "", first = ""] = MARKUP.split("\n");
    const bad = Array.from({ length: 300 }, (_, i) =>
      first.replace("HX-001", `B-${i}`).replace("2025-10-", "2025/10/"),
    );
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${PATH}/import`);
    await check([header, ...bad].join("\n"));
    await page.getByText(/^\d+ known columns/).click();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Show each of the 300" }).click();
    expect(await page.locator("table.messages tbody tr").count()).toBe(1 + 100 + 1);
    await page.getByRole("button", { name: "Show 100 more of 200" }).click();
    expect(await page.locator("table.messages tbody tr").count()).toBe(1 + 200 + 1);
    expect(await sideways(page)).toBe(0);
  });

  test("no page has had an error or a dialog, and no request has left the server", () => {
    expect(faults).toEqual([]);
  });
});
