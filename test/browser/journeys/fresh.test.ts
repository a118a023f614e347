import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ApiEvent } from "../../../worker/contract/api-types";
import { faultsOf, openSite, SHIPPED } from "./helpers";
import type { Site } from "./helpers";

const PATH = `/scenarios/${SHIPPED}`;
const EVENT = {
  date: "2025-11-20",
  indicator: "visit",
  code: "minister_visit_held",
  title: "Logged by somebody else",
  sourceTitle: "A paper",
  sourceReliability: "B",
  infoCredibility: 2,
};

describe("an open dashboard", () => {
  let site: Site;
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    site = await openSite();
    page = await site.owner();
    faults = faultsOf(page, { refusals: true });
    await page.goto(PATH);
    await page.getByRole("heading", { name: "Latest events" }).waitFor();
  });
  afterAll(() => site.close());

  /** Coming back to the page, as a person does from another window. */
  const comeBack = () => page.evaluate(() => dispatchEvent(new Event("focus")));

  test("asks with the tag of what it shows, and says nothing while that is the newest", async () => {
    const reply = page.waitForResponse((response) => response.url().includes("/view"));
    await comeBack();
    expect((await reply).status()).toBe(304);
    expect(await page.locator(".fresh").isVisible()).toBe(false);
  });

  const FOLDS = ".figure-foot details";
  const opened = () => page.locator(FOLDS).evaluateAll((all) => all.map((fold) => (fold as HTMLDetailsElement).open));

  test("draws what somebody else logged in place, says what changed, and keeps the reader's place", async () => {
    // Every chart has one that reads "Show as table"; one of them is open.
    await page
      .locator(FOLDS)
      .nth(1)
      .evaluate((fold) => ((fold as HTMLDetailsElement).open = true));
    const before = await opened();
    await page.getByRole("heading", { name: "Latest events" }).scrollIntoViewIfNeeded();
    const top = await page.evaluate(() => scrollY);
    await site.api<ApiEvent>("POST", `${PATH}/events`, EVENT);
    await comeBack();
    await page.getByText(/^Updated just now: \+1 event, index \d+\.\d to \d+\.\d\./).waitFor();
    await page.getByRole("link", { name: EVENT.title }).waitFor();
    expect(Math.abs((await page.evaluate(() => scrollY)) - top)).toBeLessThan(80);
    expect(before.filter(Boolean)).toHaveLength(1);
    expect(await opened()).toEqual(before);
    await page.getByRole("button", { name: "Close", exact: true }).click();
    expect(await page.locator(".fresh").isVisible()).toBe(false);
  });

  test("without a connection keeps its figures, says so, and takes it back once the server answers", async () => {
    await page.context().setOffline(true);
    await comeBack();
    await page.getByText(/^The server cannot be reached\. You see the figures of revision \d+/).waitFor();
    await page.context().setOffline(false);
    await page.locator(".fresh").waitFor({ state: "hidden" });
  });

  test("gives a citation with day and revision, and its figures as a file", async () => {
    await page.getByText("Cite this page").click();
    const text = await page.getByLabel("Citation", { exact: true }).inputValue();
    expect(text).toMatch(
      /Events to 30 November 2025, revision \d+\. http:\/\/localhost:\d+\/scenarios\/\S+ \(read on /,
    );
    expect(await page.getByLabel("BibTeX", { exact: true }).inputValue()).toContain(`@misc{${SHIPPED}-r`);
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "These figures as JSON" }).click();
    expect((await download).suggestedFilename()).toBe(`${SHIPPED}.json`);
  });

  test("of somebody who was signed out says so and keeps its figures", async () => {
    await page.context().clearCookies();
    await comeBack();
    await page.getByText(/^You are signed out: the figures stay at revision \d+/).waitFor();
    expect(await page.getByRole("heading", { name: "Latest events" }).isVisible()).toBe(true);
    expect(faults).toEqual([]);
  });
});
