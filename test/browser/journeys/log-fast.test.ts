import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ApiEvent, EventLife } from "../../../worker/contract/api-types";
import type { ScenarioView } from "../../../worker/core/view-types";
import { faultsOf, openSite, SHIPPED, sideways, type Site } from "./helpers";

const PATH = `/scenarios/${SHIPPED}`;
const DRAWER = "dialog.drawer";
/** Keys that move, choose and save: with some seventy letters for the line and the day, well under twenty seconds. */
const KEYS = 17;

describe("logging beside the dashboard", () => {
  let site: Site;
  let page: Page;
  let faults: string[];
  let drawer: Locator;

  beforeAll(async () => {
    site = await openSite();
    page = await site.owner();
    faults = faultsOf(page, { refusals: true });
    drawer = page.locator(DRAWER);
  });
  afterAll(() => site.close());

  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** The dashboard, with nothing typed before. */
  async function dashboard(): Promise<void> {
    await page.goto(PATH);
    await page.evaluate(() => sessionStorage.clear());
    await page.getByRole("heading", { name: "Latest events" }).waitFor();
  }
  async function openDrawer(): Promise<void> {
    await press("l");
    await drawer.getByRole("radio", { name: "Visits" }).waitFor();
  }
  const found = async (title: string): Promise<ApiEvent[]> =>
    (await site.api<{ events: ApiEvent[] }>("GET", `${PATH}/events?q=${encodeURIComponent(title)}`)).events;
  const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);
  const directionOf = (field: Locator) => field.evaluate((element) => getComputedStyle(element).direction);
  const pick = (answer: string): Promise<void> => drawer.getByRole("radio", { name: answer, exact: true }).check();
  /** A form filled in by hand, as far as its grade. */
  async function fill(title: string, when: string, source: string): Promise<void> {
    await drawer.getByLabel("What happened").fill(title);
    await drawer.getByLabel("When", { exact: true }).fill(when);
    await drawer.getByLabel("Title of the source").first().fill(source);
    await pick("B usually reliable");
    await pick("2 probably true");
  }

  test("the form's code is fetched when the form is first opened, and the focus starts in its first question", async () => {
    const fetched: string[] = [];
    page.on("request", (request) => fetched.push(request.url()));
    await dashboard();
    expect(fetched.filter((url) => url.includes("/drawer"))).toEqual([]);
    await openDrawer();
    expect(fetched.filter((url) => /\/drawer[^/]*\.js$/.test(url))).toHaveLength(1);
    await expect.poll(() => isFocused(drawer.getByRole("radio", { name: "Visits" }))).toBe(true);
  });

  test(`a visit is logged by keyboard in ${KEYS} keys beside the words, and the reader's place is kept`, async () => {
    const before = await site.api<ScenarioView>("GET", `${PATH}/view`);
    await press("Escape");
    await drawer.waitFor({ state: "detached" });
    await page.evaluate(() => scrollTo(0, 700));
    await openDrawer();
    let keys = 0;
    const hit = async (...names: string[]): Promise<void> => {
      keys += names.length;
      await press(...names);
    };
    const title = "Mishustin receives Dar in Moscow";
    await hit("v", "Tab");
    await page.keyboard.type(title);
    await hit("Tab");
    await page.keyboard.type("11 nov 2025");
    await page.getByText("= Tuesday 11 November 2025").waitFor();
    await drawer.getByText("PAK to RUS").waitFor();
    await hit("Tab", "p", "Tab", "m");
    await page.getByText("= Visit by a minister or speaker, held · 2.8").waitFor();
    // The last three with this step, to compare with.
    await expect.poll(() => drawer.locator(".precedents > li").count()).toBe(3);
    const link = drawer.getByLabel("Link to the source").first();
    while (keys < KEYS && !(await isFocused(link))) await hit("Tab");
    await page.keyboard.insertText("https://www.dawn.com/news/1955077/mishustin-receives-dar-in-moscow");
    await drawer.getByText("dawn.com: last graded B").waitFor();
    expect(await drawer.getByLabel("Title of the source").inputValue()).toBe("Mishustin receives dar in moscow (Dawn)");
    // Neither half of the grade is chosen for anybody.
    expect(await drawer.getByRole("radio", { name: /^[A-F1-6] /, checked: true }).count()).toBe(0);
    await hit("Tab", "Enter", "Tab", "2");
    await drawer.getByText("2.8 × 0.75 = +2.1 points in November 2025").waitFor();
    expect(await drawer.getByText(/index of all evidence|verdict/).count()).toBe(0);
    await hit("Control+Enter");
    await drawer.getByRole("heading", { name: "Saved" }).waitFor();
    expect(keys).toBe(KEYS);
    const [event] = await found(title);
    expect(event).toMatchObject({ actors: ["PAK", "RUS"], points: 2.1, sourceReliability: "B", infoCredibility: 2 });
    await drawer.getByText(/index of all evidence goes from .* to /).waitFor();
    await drawer.getByText(/^The verdict stays/).waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(700);
    expect(await page.locator(".material").getByText(title).first().isVisible()).toBe(true);
    await press("Escape");
    await drawer.waitFor({ state: "detached" });
    const after = await site.api<ScenarioView>("GET", `${PATH}/view`);
    expect(after.eventsCounted).toBe(before.eventsCounted + 1);
    expect(await page.evaluate(() => scrollY)).toBe(700);
  });

  test("answers narrow each other: what the codebook does not have cannot be chosen, and one answer may be enough", async () => {
    await dashboard();
    await openDrawer();
    await press("v");
    await pick("Called off");
    await drawer.getByText("= Leader's announced visit called off · −5.0").waitFor();
    const ranks = drawer.getByRole("radiogroup", { name: "Who met" });
    expect(await ranks.getByRole("radio", { name: "Minister" }).isDisabled()).toBe(true);
    expect(await ranks.getByRole("radio", { name: "Leader" }).isChecked()).toBe(true);
    await drawer.getByRole("button", { name: "Clear these answers" }).click();
    expect(await ranks.getByRole("radio", { name: "Minister" }).isDisabled()).toBe(false);
    await pick("Met elsewhere");
    const left = drawer.getByRole("radiogroup", { name: "Which of these" }).getByRole("radio");
    expect(await left.count()).toBe(2);
    // Put off to another day: which one is asked at once.
    await drawer.getByRole("button", { name: "Clear these answers" }).click();
    expect(await drawer.getByLabel("Planned for").isVisible()).toBe(false);
    await pick("Put off");
    expect(await drawer.getByLabel("Planned for").isVisible()).toBe(true);
  });

  test("an amount needs to say whose money it is, and projects are picked from those used before", async () => {
    await dashboard();
    await openDrawer();
    await press("p");
    await pick("Offered");
    const scope = drawer.getByLabel("What the amount is");
    expect(await scope.isVisible()).toBe(false);
    await drawer.getByLabel("Amount in US dollars").fill("1.2 bn");
    await drawer.getByText("= USD 1,200,000,000").waitFor();
    await fill("Russia offers money for the line", "12 nov 2025", "TASS");
    await press("Control+Enter");
    await drawer.getByText("Not saved yet").waitFor();
    expect(await scope.getAttribute("aria-invalid")).toBe("true");
    await drawer.getByLabel("Project").fill("North-South line");
    await scope.selectOption("russian_money");
    await press("Control+Enter");
    await drawer.getByRole("heading", { name: "Saved" }).waitFor();
    await drawer.getByRole("button", { name: "Log another" }).click();
    await press("p");
    const projects = (): Promise<string[]> =>
      drawer.locator("datalist option").evaluateAll((all) => all.map((one) => one.getAttribute("value") ?? ""));
    await expect.poll(projects).toContain("North-South line");
  });

  test("a veto and how the other party voted are one save", async () => {
    await dashboard();
    await openDrawer();
    await press("r");
    await fill("Russia vetoes draft S/2025/901 on a test", "13 nov 2025", "UN record S/PV.9999");
    expect(await drawer.getByRole("radiogroup", { name: "How the other party voted" }).isVisible()).toBe(false);
    await pick("Alone");
    const votes = drawer.getByRole("radiogroup", { name: "How the other party voted" });
    expect(await votes.getByRole("radio", { name: /no row$/ }).isChecked()).toBe(true);
    await votes.getByRole("radio", { name: "Same side in the Security Council" }).check();
    await press("Control+Enter");
    await drawer.getByText("That vote in one line: Say in one line what happened.").waitFor();
    await drawer.getByLabel("That vote in one line").fill("Pakistan votes with Russia on S/2025/901");
    await press("Control+Enter");
    await drawer.getByRole("heading", { name: "Saved" }).waitFor();
    const both = await found("S/2025/901");
    expect(both.map(({ indicator }) => indicator).toSorted()).toEqual(["diplomacy", "veto"]);
    expect(new Set(both.map(({ revision }) => revision)).size).toBe(1);
  });

  test("a likely duplicate is shown while typing, and its source goes to the event that is there", async () => {
    await dashboard();
    await openDrawer();
    await press("v");
    await fill("Putin's visit to Pakistan cancelled", "27 sep 2012", "Putin's visit cancelled (The Nation)");
    await pick("Called off");
    const box = drawer.locator(".similar");
    await box.getByText(/^Looks like PKRU-0043/).waitFor();
    expect(await box.getByRole("button").allInnerTexts()).toEqual(["Add as a report to that one", "It is a new event"]);
    const logged = await site.api<ScenarioView>("GET", `${PATH}/view`);
    // A save waits for the answer.
    await press("Control+Enter");
    await box.getByText("Before it is saved: is this the same event?").waitFor();
    expect(await isFocused(box.getByRole("button").first())).toBe(true);
    await press("Enter");
    await drawer.getByRole("heading", { name: "Added as a report" }).waitFor();
    const life = await site.api<EventLife>("GET", `${PATH}/events/PKRU-0043/life`);
    expect(life.reports.map(({ sourceTitle }) => sourceTitle)).toContain("Putin's visit cancelled (The Nation)");
    const view = await site.api<ScenarioView>("GET", `${PATH}/view`);
    expect([view.eventsCounted, view.index]).toEqual([logged.eventsCounted, logged.index]);
    // Nothing is left to be saved a second time.
    await press("Escape");
    await openDrawer();
    expect(await drawer.getByLabel("What happened").inputValue()).toBe("");
  });

  test("what is typed outlives closing, a reload, a lost connection and a sign-out, and is saved once", async () => {
    await dashboard();
    await openDrawer();
    await press("d");
    const title = "روس اور پاکستان کی مشقیں";
    await fill(title, "14 nov 2025", "Дружба, учения (ТАСС)");
    await pick("Repeat of an established bilateral exercise");
    const line = drawer.getByLabel("What happened");
    expect(await directionOf(line)).toBe("rtl");
    expect(await directionOf(drawer.getByLabel("Title of the source").first())).toBe("ltr");
    await press("Escape");
    await drawer.waitFor({ state: "detached" });
    await page.reload();
    await openDrawer();
    await drawer.getByText("What you typed last time is still here.").waitFor();
    expect(await line.inputValue()).toBe(title);

    await page.context().setOffline(true);
    await press("Control+Enter");
    await drawer.getByText(/^The server could not be reached. What you typed is kept/).waitFor();
    await page.context().setOffline(false);
    await drawer.getByText(/^You are back online/).waitFor();

    await page.context().clearCookies();
    await press("Control+Enter");
    await drawer.getByText(/^You are no longer signed in. What you typed is kept/).waitFor();
    const tab = await page.context().newPage();
    await tab.goto(await site.server.signIn());
    await tab.getByRole("button", { name: "Sign in" }).click();
    await tab.waitForURL((url) => url.pathname !== "/sign-in");
    await tab.close();
    expect(await line.inputValue()).toBe(title);
    // This time it arrives, and the answer is lost on its way back.
    const loseAnswer = (route: Route) => route.fetch().then(() => route.abort());
    await page.route(`**${PATH}/events`, loseAnswer, { times: 1 });
    await press("Control+Enter");
    await drawer.getByText(/Saving twice makes one event/).waitFor();
    expect(await found(title)).toHaveLength(1);
    await press("Control+Enter");
    await drawer.getByRole("heading", { name: "Saved" }).waitFor();
    expect(await found(title)).toHaveLength(1);
  });

  test("keys that work alone do nothing while somebody types, and can be switched off", async () => {
    await dashboard();
    await openDrawer();
    await drawer.getByLabel("What happened").fill("");
    await page.keyboard.type("l?");
    expect(await drawer.getByLabel("What happened").inputValue()).toBe("l?");
    expect(await page.locator("dialog[open]").count()).toBe(1);
    await press("Escape");
    await drawer.waitFor({ state: "detached" });
    await press("Shift+?");
    await page.getByRole("dialog", { name: "Keys" }).getByLabel("Keys that work alone are on").uncheck();
    await press("Escape");
    await page.getByRole("dialog", { name: "Keys" }).waitFor({ state: "detached" });
    await press("l");
    await page.getByRole("button", { name: "Keys" }).click();
    expect(await drawer.count()).toBe(0);
    await page.getByRole("dialog", { name: "Keys" }).getByLabel("Keys that work alone are on").check();
    await press("Escape");
    await openDrawer();
  });

  test("a link to the form says what the event follows, in sight", async () => {
    await dashboard();
    await page.goto(`${PATH}/log?follows=PKRU-0043&indicator=visit`);
    const follows = page.getByLabel("Follows");
    expect(await follows.inputValue()).toBe("PKRU-0043");
    expect(await follows.isVisible()).toBe(true);
    expect(await page.getByRole("radio", { name: "Visits" }).isChecked()).toBe(true);
  });

  test("on a phone it fills the screen with Save at its foot, and nothing is wider than the screen", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await dashboard();
    await page.getByRole("link", { name: "Log an event" }).first().click();
    await pick("Visits");
    await pick("Minister");
    const box = await drawer.boundingBox();
    expect([box?.x, box?.width, box?.height]).toEqual([0, 360, 740]);
    const save = await drawer.getByRole("button", { name: "Save" }).boundingBox();
    expect((save?.y ?? 0) + (save?.height ?? 0)).toBeLessThanOrEqual(740);
    expect(await drawer.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    expect(await sideways(page)).toBe(0);
    await drawer.locator("details.more > summary").click();
    await drawer.getByText("A second source", { exact: true }).click();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).include(DRAWER).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
    }
  });

  test("no page has had an error, and no request has left the server", () => {
    expect(faults).toEqual([]);
  });
});
