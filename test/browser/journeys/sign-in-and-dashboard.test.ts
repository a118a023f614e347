import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { today } from "../../clock";
import { levelSentence } from "../../../worker/core/sentences";
import type { ScenarioView } from "../../../worker/core/view-types";
import { axeFindings, untilDrawn, faultsOf, figureOf, openSite, SHIPPED, shown, sideways, tableOf } from "./helpers";
import type { Site } from "./helpers";

describe("signing in and reading the dashboard", () => {
  let site: Site;
  let page: Page;
  let faults: string[];
  let view: ScenarioView;

  beforeAll(async () => {
    site = await openSite();
    page = await site.visitor({ viewport: { width: 1280, height: 800 } });
    faults = faultsOf(page);
    view = await site.api("GET", `/scenarios/${SHIPPED}/view`);
  });
  afterAll(() => site.close());

  test("the printed link is not used up by looking at it, and signs in when the button is pressed", async () => {
    for (let look = 0; look < 2; look += 1) expect((await fetch(site.server.signInUrl)).status).toBe(200);
    await page.goto(site.server.signInUrl);
    await page.goto(site.server.signInUrl);
    expect(await page.context().cookies()).toEqual([]);
    await page.getByRole("button", { name: "Sign in to Signpost" }).click();
    await page.waitForURL(`${site.server.url}/`);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(view.title);
    const [cookie] = await page.context().cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  });

  test("the link does not sign in a second time, and the page says what to do", async () => {
    const second = await site.visitor();
    await second.goto(site.server.signInUrl);
    await second.getByRole("button", { name: "Sign in to Signpost" }).click();
    await second.getByRole("alert").waitFor();
    expect(await second.getByRole("alert").innerText()).toContain("npm run sign-in");
    expect(await second.context().cookies()).toEqual([]);
    await second.context().close();
  });

  test("the level line names both sums, the word and the months looked at", async () => {
    const { last12, baseline12, word } = view.level;
    const line = await page.locator(".level").innerText();
    expect(line).toContain(`${shown(last12.direct)} and ${shown(baseline12.direct)} points: ${word}`);
    expect(line).toContain(`${last12.covered} of 12 and ${baseline12.covered} of 12 months looked at.`);
  });

  test("the bars and their table show the twelve-month sums of view.json", async () => {
    const bars = figureOf(page, "Direct dealings, year by year");
    await untilDrawn(bars, 2000);
    const rows = await tableOf(bars);
    const sums = view.level.years.toReversed().map(({ direct, covered }) => [shown(direct), `${covered} of 12`]);
    const baseline = [shown(view.level.baseline12.direct), `${view.level.baseline12.covered} of 12`];
    expect(rows.map(([, ...numbers]) => numbers)).toEqual([...sums, baseline]);
  });

  test("the index is drawn, and its table shows every month of view.json", async () => {
    const index = figureOf(page, "Warming index");
    await untilDrawn(index, 1000);
    const rows = await tableOf(index);
    expect(rows.map((cells) => cells.slice(1, 5))).toEqual(
      view.months.map(({ directIndex, index: all, band90, events }) => [
        shown(directIndex),
        shown(all),
        `\u00b1${shown(band90)}`,
        String(events),
      ]),
    );
  });

  test("figures up to today can be asked for and left again", async () => {
    await page.getByRole("link", { name: /^Show figures to/ }).click();
    await page.getByRole("link", { name: "Back to the usual day" }).waitFor();
    const asked = await site.api<ScenarioView>("GET", `/scenarios/${SHIPPED}/view?asOf=${today()}`);
    expect(await page.locator(".level").innerText()).toContain(levelSentence(asked));
    await page.getByRole("link", { name: "Back to the usual day" }).click();
    await page.getByRole("link", { name: /^Show figures to/ }).waitFor();
    expect(await page.locator(".level").innerText()).toContain(`${shown(view.level.last12.direct)} and`);
  });

  test.each([
    [1280, "light"],
    [1280, "dark"],
    [360, "light"],
    [360, "dark"],
  ] as const)("at %i pixels in %s mode nothing scrolls sideways and axe finds nothing", async (width, colorScheme) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.reload();
    await untilDrawn(figureOf(page, "Warming index"), 300);
    expect(await sideways(page)).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });

  test("no page has had an error, and no request has left the server", () => {
    expect(faults).toEqual([]);
  });
});
