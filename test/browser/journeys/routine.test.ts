import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { today } from "../../clock";
import type { ApiEvent, Week } from "../../../worker/contract/api-types";
import { addMonths, lastMonthOver } from "../../../worker/core/months";
import type { ScenarioView } from "../../../worker/core/view-types";
import { axeFindings, faultsOf, openSite, SHIPPED, sideways, type Site } from "./helpers";

const PATH = `/scenarios/${SHIPPED}`;
const TODAY = today();
const LAST = lastMonthOver(TODAY);
const UNLOOKED = "2012-08";
const NOTE =
  "\u0631\u0648\u0633 \u0633\u06d2 \u06a9\u0648\u0626\u06cc \u062e\u0628\u0631 \u0646\u06c1\u06cc\u06ba\u06d4 <b>Quiet</b>.";

/** "October 2026" as the pages write it. */
function named(month: string): string {
  const when = new Date(`${month}-01T00:00:00Z`);
  return when.toLocaleDateString("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
}

describe("the week's routine", () => {
  let site: Site;
  let page: Page;
  let faults: string[];
  const cell = (month: string) => page.locator(`[data-month="${month}"]`);
  const view = () => site.api<ScenarioView>("GET", `${PATH}/view`);

  beforeAll(async () => {
    site = await openSite();
    page = await site.owner({ viewport: { width: 1280, height: 900 } });
    faults = faultsOf(page, { refusals: true });
  });
  afterAll(() => site.close());

  test("beside the verdict stands how many events nobody else has looked at, and leads to them", async () => {
    const { unreviewed } = (await view()).review;
    await page.goto(PATH);
    const line = `${unreviewed} of ${unreviewed} events not yet reviewed by a second person`;
    await page.getByRole("link", { name: line }).click();
    await page.waitForURL(/\?review=unreviewed$/);
    await page.getByText(`${unreviewed} of ${unreviewed} events`).waitFor();
    await page.getByLabel("Review").selectOption("agreed");
    await page.getByText("No event fits these filters.").waitFor();
    await page.getByText(`0 of ${unreviewed} events`).waitFor();
  });

  test("the list of events is filtered by its address, counts, and gives exactly what it shows as files", async () => {
    await page.goto(`${PATH}/events`);
    const all = page.locator("[role=status]", { hasText: /^\d+ events/ });
    await all.waitFor();
    await page.getByLabel("Indicator").selectOption({ label: "Visits" });
    await page.waitForURL(/\?indicator=visit$/);
    await page.getByLabel("Step").selectOption("minister_visit_held");
    await page.waitForURL(/code=minister_visit_held/);
    await page.getByLabel("From", { exact: true }).fill("someday");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await page.getByText(/is not a date/).waitFor();
    await page.getByLabel("From", { exact: true }).fill("2012");
    await page.getByLabel("To", { exact: true }).fill("dec 2014");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await page.waitForURL(/from=2012-01&to=2014-12/);
    const asked = `${PATH}/events.json${new URL(page.url()).search}`;
    const { events } = await site.api<{ events: ApiEvent[] }>("GET", asked);
    expect(events.length).toBeGreaterThan(0);
    await page.getByText(new RegExp(`^${events.length} of \\d+ events$`)).waitFor();
    const titles = await page.locator(".event-list tbody a").allInnerTexts();
    expect(titles).toEqual(events.map(({ title }) => title));
    const csv = await page.getByRole("link", { name: "CSV" }).getAttribute("href");
    const file = await (await page.request.get(csv ?? "")).text();
    expect(file.trim().split(/\r?\n/).length - 1).toBe(events.length);
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes("from="));
    expect(await page.getByLabel("From", { exact: true }).inputValue()).toBe("");
    expect(await page.getByLabel("Step").inputValue()).toBe("minister_visit_held");
  });

  test("a month nobody looked at is attested by keyboard, and the page follows in place", async () => {
    const before = (await view()).coverage.covered;
    await page.goto(PATH);
    expect(await cell(UNLOOKED).getAttribute("class")).toContain("unlooked");
    await cell(UNLOOKED).focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "August 2012" });
    await dialog.getByText("August 2012: not looked at.").waitFor();
    await dialog.getByRole("button", { name: "We looked: nothing to log" }).press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Dawn, TASS");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page
      .getByText(`${before + 1} of`)
      .first()
      .waitFor();
    expect(await cell(UNLOOKED).getAttribute("class")).toContain("searched");
    expect(await cell(UNLOOKED).evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test("it then says who looked and where, and can be taken back with a reason", async () => {
    await page.goto(PATH);
    await cell(UNLOOKED).press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Dawn, TASS").waitFor();
    expect(await dialog.innerText()).toContain("Looked at by Owner");
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Withdraw this" }).click();
    await dialog.getByRole("button", { name: "Withdraw it" }).click();
    await dialog.getByText("Reason: Say why, in a few words.").waitFor();
    await dialog.getByLabel("Reason").fill("Only half of the month was searched");
    await dialog.getByRole("button", { name: "Withdraw it" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.locator(`[data-month="${UNLOOKED}"].unlooked`).waitFor();
  });

  test("this week lists open threads, claims due and months to look at; a range is attested at once", async () => {
    const planned = await site.api<ApiEvent>("POST", `${PATH}/events`, {
      indicator: "visit",
      code: "minister_visit_held",
      date: "2025-11-20",
      plannedFor: "2025-12",
      title: "A visit is announced for December",
      sourceTitle: "Dawn",
      sourceReliability: "B",
      infoCredibility: 2,
    });
    const week = await site.api<Week>("GET", `${PATH}/week`);
    expect(week.openThreads.map(({ ref }) => ref)).toContain(planned.ref);
    await page.goto(PATH);
    await page.getByRole("navigation").getByRole("link", { name: "This week" }).click();
    await page.getByText("announced for December 2025, nothing since").waitFor();
    const next = await page.getByRole("link", { name: "Log what came of it" }).getAttribute("href");
    expect(next).toBe(`${PATH}/log?follows=${planned.ref}&indicator=visit`);
    for (const { question } of week.dueClaims) expect(await page.getByText(question).isVisible()).toBe(true);
    // Whoever reviews gives a grade before seeing the first.
    expect(await page.locator(".week-lists").innerText()).not.toMatch(/\b[A-F][1-6]\b/);
    const [first = ""] = week.unlookedMonths;
    const second = addMonths(first, 1);
    await page.getByText("Several months at once").click();
    await page.getByLabel("From", { exact: true }).selectOption(first);
    await page.getByLabel("To", { exact: true }).selectOption(second);
    await page.getByText(/^2 months: /).waitFor();
    await page.getByLabel("Where you looked").fill('-"Dawn", TASS');
    await page.getByRole("button", { name: "We looked: nothing to log" }).click();
    await page.getByText(/Recorded that you looked at 2 months: /).waitFor();
    const { attestations } = await site.api<{ attestations: { month: string; note: string; revision: number }[] }>(
      "GET",
      `${PATH}/attestations`,
    );
    const said = attestations.filter(({ month }) => month === first || month === second);
    expect(said.map(({ note }) => note)).toEqual(['-"Dawn", TASS', '-"Dawn", TASS']);
    expect(new Set(said.map(({ revision }) => revision)).size).toBe(1);
  });

  test("a week in which nothing waits says so and what was looked for", async () => {
    const quiet: Partial<Week> = {
      unreviewed: { count: 0, events: [] },
      disputed: { count: 0, events: [] },
      openThreads: [],
      dueClaims: [],
      unlookedMonths: [],
      lastMonth: { month: LAST, closed: true },
    };
    await page.route("**/week", (route, request) =>
      request.url().includes("/api/") ? route.fulfill({ json: quiet }) : route.continue(),
    );
    await page.goto(`${PATH}/week`);
    await page.getByRole("heading", { name: "Nothing waits." }).waitFor();
    expect(await page.getByText(/every event has been reviewed/).isVisible()).toBe(true);
    await page.unroute("**/week");
  });

  test("a month that is not over is refused in words, and so is one that nobody looked at", async () => {
    const now = TODAY.slice(0, 7);
    const current = addMonths(LAST, 1);
    await page.goto(`${PATH}/close?month=${current > now ? addMonths(now, 1) : current}`);
    await page.getByText(/is not over, so it cannot be closed yet/).waitFor();
    await page.getByRole("heading", { name: `Close ${named(LAST)}` }).waitFor();
    await page.getByText(`Once ${named(LAST)} is looked at, the dashboard shows figures up to today.`).waitFor();
    await page.getByLabel("The note", { exact: true }).fill(NOTE);
    await page.getByRole("button", { name: `Close ${named(LAST)}` }).click();
    await page.getByText(/Where you looked: Say where you looked, or log what happened/).waitFor();
  });

  test("closing keeps its draft over a reload, then shows the link once, and the note stands signed", async () => {
    await page.reload();
    await page.getByText("What you typed last time is still here.").waitFor();
    expect(await page.getByLabel("The note", { exact: true }).inputValue()).toBe(NOTE);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel("Where you looked").fill("Dawn, TASS, MoFA");
    await page.getByRole("button", { name: `Close ${named(LAST)}` }).click();
    await page.getByRole("heading", { name: `${named(LAST)} is closed` }).waitFor();
    const url = await page.getByRole("textbox", { name: "Address" }).inputValue();
    expect(url).toMatch(/\/s\/[\w-]{43}$/);
    expect(await axeFindings(page)).toEqual([]);
    await page.goto(PATH);
    const note = page.getByRole("region", { name: /^Analyst.s note/ });
    const signed = await note.innerText();
    expect(signed).toContain(NOTE);
    expect(signed).toContain("Owner, ");
    expect(await note.locator("b").count()).toBe(0);
    const reader = await site.visitor({ viewport: { width: 360, height: 740 } });
    await reader.goto(url);
    const shared = await reader.getByRole("region", { name: /^Analyst.s note/ }).innerText();
    expect(shared).toContain(NOTE);
    expect(shared).not.toContain("Owner");
    expect(await reader.getByRole("link", { name: /not yet reviewed/ }).count()).toBe(0);
    expect(await sideways(reader)).toBe(0);
    await reader.context().close();
    await page.reload();
    expect(await page.content()).not.toContain(url);
  });

  test.each([
    [1280, "light"],
    [1280, "dark"],
    [360, "light"],
    [360, "dark"],
  ] as const)("at %i pixels in %s mode nothing scrolls sideways and axe finds nothing", async (width, colorScheme) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    for (const [rest, heading] of [
      ["/week", "Not yet reviewed"],
      [`/close?month=${addMonths(LAST, -1)}`, "Review"],
      ["/events?review=unreviewed&indicator=visit", "Events"],
    ] as const) {
      await page.goto(`${PATH}${rest}`);
      await page.getByRole("heading", { name: heading }).waitFor();
      await page.waitForLoadState("networkidle");
      expect(await sideways(page)).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
    }
  });

  test("no page has had an error, and no request has left the server", () => {
    expect(faults).toEqual([]);
  });
});
