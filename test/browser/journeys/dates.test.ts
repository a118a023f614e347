import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ApiEvent } from "../../../worker/contract/api-types";
import type { ScenarioView } from "../../../worker/core/view-types";
import { startServer, type TestServer } from "../harness/server";
import { axeFindings, faultsOf, openSite, SHIPPED, sideways, type Site } from "./helpers";

const PATH = `/scenarios/${SHIPPED}`;
const VLADIVOSTOK = "Asia/Vladivostok";
const DAY_MS = 86_400_000;

const whenOf = (page: Page): Locator => page.getByLabel("When", { exact: true });
/** What stands under the field of the event's day. */
const noteOf = (page: Page): Locator => page.locator(".field", { has: whenOf(page) }).locator(".field-note");

async function openForm(page: Page): Promise<void> {
  await page.goto(`${PATH}/log`);
  await whenOf(page).waitFor();
}

/** All but the day. */
async function fillRest(page: Page, title: string): Promise<void> {
  await page.getByRole("radio", { name: "Visits" }).check();
  await page.getByLabel("What happened").fill(title);
  await page.getByRole("radio", { name: "Met elsewhere" }).check();
  await page.getByRole("radiogroup", { name: "Which of these" }).getByRole("radio").first().check();
  await page.getByLabel("Title of the source").first().fill("A paper");
  await page.getByRole("radio", { name: "B usually reliable" }).check();
  await page.getByRole("radio", { name: "2 probably true" }).check();
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("heading", { name: "Saved" }).waitFor();
}

async function loggedAs(site: Pick<Site, "api">, title: string): Promise<ApiEvent | undefined> {
  return (await site.api<{ events: ApiEvent[] }>("GET", `${PATH}/events?q=${encodeURIComponent(title)}`)).events[0];
}

describe("today is the reader's own day", () => {
  let site: Site;
  beforeAll(async () => {
    // 04:21 on 1 December in Vladivostok, 10:21 on 30 November in Los Angeles.
    site = await openSite({ now: Date.parse("2026-11-30T18:21:00Z") });
  });
  afterAll(() => site.close());

  test.each([
    [VLADIVOSTOK, "Tuesday 1 December 2026", "2026-12-01"],
    ["Pacific/Kiritimati", "Tuesday 1 December 2026", "2026-12-01"],
    ["America/Los_Angeles", "Monday 30 November 2026", "2026-11-30"],
    ["Pacific/Pago_Pago", "Monday 30 November 2026", "2026-11-30"],
  ])(
    "in %s it is %s: typed, saved, and the last that another view can be asked for",
    async (timezoneId, named, day) => {
      const page = await site.owner({ timezoneId });
      const faults = faultsOf(page);
      const title = `Seen in ${timezoneId}`;
      await openForm(page);
      await fillRest(page, title);
      await whenOf(page).fill("today");
      await page.getByText(`= ${named}`).waitFor();
      await save(page);
      const later = page.getByText("Counts from 1 December 2026, 00:00 UTC.");
      expect(await later.isVisible()).toBe(day === "2026-12-01");
      const event = await loggedAs(site, title);
      expect(event?.date).toBe(day);
      const { latestEvents } = await site.api<ScenarioView>("GET", `${PATH}/view?asOf=2026-11-30`);
      expect(latestEvents.some(({ ref }) => ref === event?.ref)).toBe(day === "2026-11-30");
      await page.goto(PATH);
      await page.getByText("Another day, or earlier records").click();
      expect(await page.getByLabel("Events up to").getAttribute("max")).toBe(day);
      await page.goto(`${PATH}?asOf=${day}`);
      await page.getByText("Another day, or earlier records").click();
      expect(await page.getByLabel("Events up to").inputValue()).toBe(day);
      expect(await page.getByText("has not come yet").count()).toBe(0);
      expect(faults).toEqual([]);
    },
  );

  test("a day that has begun further east may be logged, and is marked; the one after is refused at once", async () => {
    const page = await site.owner({ timezoneId: "America/Los_Angeles" });
    await openForm(page);
    await whenOf(page).fill("1 dec 2026");
    await page.getByText("= Tuesday 1 December 2026 (not yet where you are)").waitFor();
    await whenOf(page).fill("1 dec");
    await page.getByText("= Monday 1 December 2025 (the latest one)").waitFor();
    await whenOf(page).fill("2 dec 2026");
    await page
      .getByText("Wednesday 2 December 2026 has not come yet: today is Monday 30 November 2026. Log what has happened")
      .waitFor();
    expect(await whenOf(page).getAttribute("aria-invalid")).toBe("true");
  });
});

describe("a date as it is typed", () => {
  let site: Site;
  let page: Page;
  let faults: string[];
  beforeAll(async () => {
    site = await openSite({ now: Date.parse("2026-11-30T12:00:00Z") });
    page = await site.owner({ timezoneId: "Europe/London", viewport: { width: 1280, height: 900 } });
    faults = faultsOf(page);
  });
  afterAll(() => site.close());

  test.each([
    ["17 nov", "= Tuesday 17 November 2026 (the latest one)"],
    ["tuesday", "= Tuesday 24 November 2026"],
    ["3 days ago", "= Friday 27 November 2026"],
    ["17.11.2026", "= Tuesday 17 November 2026"],
    ["17/11/2026", "= Tuesday 17 November 2026"],
    ["11/17/2026", "= Tuesday 17 November 2026"],
    ["17-nov-26", "= Tuesday 17 November 2026 (two digits mean 1947 to 2046)"],
    ["nov 2026", "= November 2026 (the day is not known)"],
    ["31 nov", "November has 30 days."],
    ["tomorrow", "= Tuesday 1 December 2026 (not yet where you are)"],
    ["someday", /^"someday" is not a date\. Write it like 17 nov/],
  ])("%j is answered under its field before anything is saved", async (typed, note) => {
    await openForm(page);
    await whenOf(page).fill(typed);
    await noteOf(page).getByText(note).waitFor();
    expect(await page.locator(".error-summary").isVisible()).toBe(false);
  });

  test("half a date is no mistake: what is wrong waits for a pause, or for the next field", async () => {
    await openForm(page);
    await whenOf(page).pressSequentially("17/11/2", { delay: 20 });
    expect(await noteOf(page).isVisible()).toBe(false);
    await page.keyboard.press("Tab");
    expect(await noteOf(page).innerText()).toContain("is not a date");
  });

  test("one with two readings is asked about; the answer is what is saved", async () => {
    await openForm(page);
    await fillRest(page, "Two readings");
    await whenOf(page).fill("03/10/2012");
    await page.getByText("Which one is meant?").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const summary = page.locator(".error-summary");
    await summary.getByText("Which one is meant: Wednesday 3 October 2012, or Saturday 10 March 2012?").waitFor();
    await page.getByRole("button", { name: "Saturday 10 March 2012" }).click();
    await noteOf(page).getByText("= Saturday 10 March 2012").waitFor();
    expect(await whenOf(page).inputValue()).toBe("10 March 2012");
    expect(await whenOf(page).evaluate((field) => field === document.activeElement)).toBe(true);
    await save(page);
    expect((await loggedAs(site, "Two readings"))?.date).toBe("2012-03-10");
  });

  test("a plan without a year is for the first such day after its announcement", async () => {
    await openForm(page);
    await fillRest(page, "A visit is announced");
    await whenOf(page).fill("3 oct 2012");
    await page.locator("summary", { hasText: "More" }).first().click();
    const planned = page.getByLabel("Planned for");
    await planned.fill("1 nov");
    await page.getByText("= Thursday 1 November 2012 (the next one)").waitFor();
    await save(page);
    expect(await loggedAs(site, "A visit is announced")).toMatchObject({
      date: "2012-10-03",
      plannedFor: "2012-11-01",
    });
  });

  test("filters read the same words, and say which stretch of time they take", async () => {
    await page.goto(`${PATH}/events`);
    await page.getByLabel("From", { exact: true }).fill("2012");
    await page.getByText("= the whole of 2012").waitFor();
    await page.getByLabel("To", { exact: true }).fill("17/11/2012");
    await page.getByText("= Saturday 17 November 2012").waitFor();
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await page.waitForURL(/from=2012-01&to=2012-11-17/);
  });

  test("on a phone the question stays within the screen", async () => {
    const phone = await site.owner({ timezoneId: "Europe/London", viewport: { width: 360, height: 780 } });
    await openForm(phone);
    await whenOf(phone).fill("03-10-12");
    await phone.getByRole("button", { name: "Sunday 12 October 2003" }).waitFor();
    expect(await sideways(phone)).toBe(0);
  });

  test("no page has had an error", () => expect(faults).toEqual([]));
});

describe("a tab left open", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "signpost-test-"));
  const START = Date.parse("2026-11-27T13:30:00Z");
  let site: Site;
  let later: TestServer | undefined;
  beforeAll(async () => {
    // 23:30 in Vladivostok.
    site = await openSite({ now: START, dataDir });
  });
  afterAll(async () => {
    await site.close();
    await later?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** A page whose clock can be moved on, as if the machine had slept. */
  async function tab(): Promise<Page> {
    const page = await site.owner({ timezoneId: VLADIVOSTOK });
    await page.clock.install();
    return page;
  }

  test("over midnight takes the next day's event, and what was typed before it keeps its day", async () => {
    const page = await tab();
    await openForm(page);
    await fillRest(page, "After midnight");
    await page.locator("summary", { hasText: "More" }).first().click();
    await page.getByLabel("Published").fill("yesterday");
    await page.getByText("= Thursday 26 November 2026").waitFor();
    await whenOf(page).fill("28 nov 2026");
    await page.getByText("not yet where you are").waitFor();
    await page.clock.fastForward("01:00:00");
    await whenOf(page).fill("today");
    await noteOf(page).getByText("= Saturday 28 November 2026", { exact: true }).waitFor();
    await page.getByText("= Thursday 26 November 2026").waitFor();
    await save(page);
    expect(await loggedAs(site, "After midnight")).toMatchObject({
      date: "2026-11-28",
      sourcePublished: "2026-11-26",
    });
  });

  test("asleep for a week takes that day's event, and offers the month that is over by then", async () => {
    const [log, week, untouched, written] = [await tab(), await tab(), await tab(), await tab()];
    await week.goto(`${PATH}/week`);
    await week.getByText("What waits on 27 November 2026.").waitFor();
    await week.getByRole("link", { name: "Close October 2026" }).waitFor();
    await openForm(log);
    await fillRest(log, "After a week");
    await untouched.goto(`${PATH}/close`);
    await untouched.getByRole("heading", { name: "Close October 2026" }).waitFor();
    await written.goto(`${PATH}/close`);
    await written.getByLabel("The note").fill("A quiet month.");
    await site.server.stop();
    later = await startServer({ dataDir, port: site.server.port, now: START + 7 * DAY_MS });

    for (const page of [log, week, untouched, written]) await page.clock.fastForward(7 * DAY_MS);
    await whenOf(log).fill("today");
    await noteOf(log).getByText("= Friday 4 December 2026").waitFor();
    await save(log);
    expect((await loggedAs(site, "After a week"))?.date).toBe("2026-12-04");

    await week.getByText("What waits on 4 December 2026.").waitFor();
    await week.getByRole("link", { name: "Close November 2026" }).waitFor();
    await untouched.getByRole("heading", { name: "Close November 2026" }).waitFor();
    await written.getByText("November 2026 is over.").waitFor();
    expect(await written.getByLabel("The note").inputValue()).toBe("A quiet month.");
    await written.getByRole("link", { name: "Close November 2026" }).click();
    await written.getByRole("heading", { name: "Close November 2026" }).waitFor();
  });
});
