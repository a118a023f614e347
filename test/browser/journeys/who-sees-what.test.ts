import type { Locator, Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ApiEvent } from "../../../worker/contract/api-types";
import { faultsOf, openSite, SHIPPED, type Site } from "./helpers";

const PATH = `/scenarios/${SHIPPED}`;
const LOG = `${PATH}/log`;
const ACCEPT = "Accept and sign in";

describe("what one person types", () => {
  let site: Site;
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    site = await openSite();
    page = await site.owner();
    faults = faultsOf(page, { refusals: true });
  });
  afterAll(() => site.close());

  const found = async (words: string): Promise<ApiEvent[]> =>
    (await site.api<{ events: ApiEvent[] }>("GET", `${PATH}/events?q=${encodeURIComponent(words)}`)).events;
  const line = (tab: Page): Locator => tab.getByLabel("What happened");
  const save = (tab: Page): Promise<void> => tab.keyboard.press("Control+Enter");
  const saved = (tab: Page): Promise<void> => tab.getByRole("heading", { name: "Saved" }).waitFor();
  /** A drill as it is logged, whole. */
  async function type(tab: Page, title: string): Promise<void> {
    await tab.goto(LOG);
    await tab.getByRole("radio", { name: "Defence", exact: true }).check();
    await tab.getByRole("radio", { name: "Repeat of an established bilateral exercise" }).check();
    await line(tab).fill(title);
    await tab.getByLabel("When", { exact: true }).fill("14 nov 2025");
    await tab.getByLabel("Title of the source").first().fill("TASS");
    await tab.getByRole("radio", { name: "B usually reliable" }).check();
    await tab.getByRole("radio", { name: "2 probably true" }).check();
  }
  /** A tab with a copy of the other's drafts, as browsers make one. */
  async function duplicate(tab: Page): Promise<Page> {
    const [copy] = await Promise.all([tab.waitForEvent("popup"), tab.evaluate(() => void open(location.href))]);
    await line(copy).waitFor();
    return copy;
  }

  test("in two tabs is two drafts and two events", async () => {
    const other = await page.context().newPage();
    await type(page, "Tab one drills");
    await type(other, "Tab two drills");
    await save(other);
    await saved(other);
    await page.reload();
    expect(await line(page).inputValue()).toBe("Tab one drills");
    await save(page);
    await saved(page);
    expect([(await found("Tab one drills")).length, (await found("Tab two drills")).length]).toEqual([1, 1]);
    await other.close();
  });

  test("goes along into a duplicated tab, and is an event of its own there, also after a save without an answer", async () => {
    await type(page, "Copied drills");
    await page.route(`**${PATH}/events`, (route: Route) => route.abort(), { times: 1 });
    await save(page);
    await page.getByText(/Saving twice makes one event/).waitFor();
    const copy = await duplicate(page);
    expect(await line(copy).inputValue()).toBe("Copied drills");
    await line(copy).fill("Copied drills, the second day");
    await save(copy);
    await saved(copy);
    await save(page);
    await saved(page);
    expect(await found("Copied drills")).toHaveLength(2);
    await copy.close();
  });

  test("and changed after a save whose answer was lost, is another event only if they say so", async () => {
    await type(page, "Lost drills");
    await page.route(`**${PATH}/events`, (route: Route) => route.fetch().then(() => route.abort()), { times: 1 });
    await save(page);
    await page.getByText(/Saving twice makes one event/).waitFor();
    await page.reload();
    await line(page).fill("Lost drills, put right");
    await save(page);
    await page.getByText(/^This was saved already, as PKRU-\d+/).waitFor();
    expect(await page.getByText(/clientId/).count()).toBe(0);
    await page.getByRole("button", { name: "Save it as another event" }).click();
    await saved(page);
    expect(await found("Lost drills")).toHaveLength(2);
  });

  test("is not there for the next person in the same tab, and cannot be saved in their name", async () => {
    await type(page, "Words of the owner");
    const second = await page.context().newPage();
    await type(second, "Words of the owner in a second tab");
    const invited = await site.api<{ url: string }>("POST", "/people", { name: "Second person", role: "analyst" });
    await page.goto(invited.url);
    await page.getByRole("button", { name: ACCEPT }).click();
    await page.waitForURL((url) => url.pathname === "/");
    // The page that stands open in the other tab was made for somebody else: it gives way to one of the new person.
    await expect.poll(() => line(second).inputValue()).toBe("");
    await page.goto(LOG);
    await line(page).waitFor();
    expect(await line(page).inputValue()).toBe("");
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain("Words of the owner");
    await second.close();
    expect(faults).toEqual([]);
  });

  test("waits in its tab through a sign-out for whoever signs in as the same person, and other tabs give way", async () => {
    const other = await page.context().newPage();
    await other.goto("/account");
    await type(page, "Unfinished words");
    await page.locator("header details.wide-only > summary").click();
    await page.getByRole("button", { name: "Sign out" }).first().click();
    await page.getByText("You are signed out of this browser.").waitFor();
    await other.getByRole("heading", { name: "Sign in" }).waitFor();
    const { people } = await site.api<{ people: { id: string; name: string }[] }>("GET", "/people");
    const second = people.find(({ name }) => name === "Second person");
    const invited = await site.api<{ url: string }>("POST", `/people/${second?.id}/invite`, {});
    await page.goto(invited.url);
    await page.getByRole("button", { name: ACCEPT }).click();
    await page.waitForURL((url) => url.pathname === "/");
    await page.goto(LOG);
    await page.getByText("What you typed last time is still here.").waitFor();
    expect(await line(page).inputValue()).toBe("Unfinished words");
  });

  /** The person's own page, in a browser of its own. */
  async function account(): Promise<Page> {
    const own = await site.owner();
    await own.goto("/account");
    await own.getByText("this one").waitFor();
    return own;
  }

  test("is not shown by Back once they have signed out", async () => {
    const own = await account();
    await own.getByRole("button", { name: "Sign out here" }).click();
    await own.getByText("You are signed out of this browser.").waitFor();
    await own.goBack();
    await own.getByRole("heading", { name: "Sign in" }).waitFor();
    expect(new URL(own.url()).pathname).toBe("/account");
  });

  test("goes from a page that the browser kept whole, where the session has ended elsewhere", async () => {
    const own = await account();
    // Playwright's browsers keep no page whole: the event is what people's browsers say then.
    const comeBack = () => own.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
    const asked = own.waitForResponse((answer) => answer.url().endsWith("/api/v1/sessions"));
    await comeBack();
    expect((await asked).status()).toBe(200);
    expect(await own.getByRole("heading", { name: "Your access" }).count()).toBe(1);
    const { sessions } = await site.api<{ sessions: { id: string }[] }>("GET", "/sessions");
    for (const { id } of sessions) await site.api("DELETE", `/sessions/${id}`);
    await comeBack();
    await own.getByRole("heading", { name: "Sign in" }).waitFor();
  });
});
