import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ApiEvent, EventVersion } from "../../../worker/contract/api-types";
import { dateLabel } from "../../../worker/core/labels";
import type { ScenarioView } from "../../../worker/core/view-types";
import { faultsOf, figureOf, openSite, SHIPPED, shown, tableOf } from "./helpers";
import type { Site } from "./helpers";

const PATH = `/scenarios/${SHIPPED}`;
const TITLE = "Speaker of the Duma received in Islamabad";

describe("logging, correcting and retracting an event", () => {
  let site: Site;
  let page: Page;
  let faults: string[];
  let before: ScenarioView;
  let event: ApiEvent;
  const readView = () => site.api<ScenarioView>("GET", `${PATH}/view`);

  beforeAll(async () => {
    site = await openSite();
    page = await site.owner();
    faults = faultsOf(page, { refusals: true });
    before = await readView();
  });
  afterAll(() => site.close());

  /** Tabs on until the focus is in the target. */
  async function tabTo(target: Locator): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press("Tab");
      if (await target.evaluate((element) => element.contains(document.activeElement))) return;
    }
    throw new Error(`The keyboard does not reach ${String(target)}`);
  }
  async function choose(group: string, option: string): Promise<void> {
    const radios = page.getByRole("radiogroup", { name: group });
    await tabTo(radios);
    await page.keyboard.press("Space");
    for (let presses = 0; presses < 30; presses += 1) {
      if (await radios.getByRole("radio", { name: option }).isChecked()) return;
      await page.keyboard.press("ArrowDown");
    }
    throw new Error(`The arrow keys do not reach ${option}`);
  }
  const type = async (label: string, text: string): Promise<void> => {
    await tabTo(page.getByLabel(label));
    await page.keyboard.type(text);
  };
  /** The dashboard's numbers are the API's. */
  async function dashboardFollows(): Promise<ScenarioView> {
    const view = await readView();
    await page.goto(PATH);
    expect(await page.locator(".level").innerText()).toContain(`${shown(view.level.last12.direct)} and`);
    expect(await page.locator("figcaption", { hasText: "when the article appeared" }).innerText()).toContain(
      `${shown(view.directIndex)} on `,
    );
    const rows = await tableOf(figureOf(page, "Warming index"));
    expect(rows.map(([, direct]) => direct)).toEqual(view.months.map(({ directIndex }) => shown(directIndex)));
    return view;
  }

  test("a month that nobody looked at leads to a form that holds the month", async () => {
    await page.goto(PATH);
    const month = before.months.find(({ covered }) => !covered)?.month ?? "";
    await page.getByRole("button", { name: `${dateLabel(month)}: not looked at` }).click();
    await page.getByRole("dialog").getByRole("link", { name: "Log an event" }).click();
    expect(await page.getByRole("dialog").getByLabel("When").inputValue()).toBe(month);
  });

  test("by keyboard alone, a wrong date is named under its field and nothing typed is lost", async () => {
    await page.goto(`${PATH}/log`);
    await choose("Indicator", "Visits");
    await type("What happened", TITLE);
    await type("When", "31 nov 2025");
    await choose("Who met", "Minister");
    await page.getByText("= Visit by a minister or speaker, held · 2.8").waitFor();
    await type("Title of the source", "Dawn");
    await choose("How reliable is the source?", "B usually reliable");
    await choose("How sure is what it says?", "2 probably true");
    await tabTo(page.getByRole("button", { name: "Save" }));
    await page.keyboard.press("Enter");
    await page.getByText("Not saved yet").waitFor();
    expect(await page.getByRole("alert").evaluate((element) => element === document.activeElement)).toBe(true);
    const when = page.getByLabel("When");
    expect(await when.getAttribute("aria-invalid")).toBe("true");
    expect(await when.getAttribute("aria-required")).toBe("true");
    expect(await page.locator("#field-date-note").innerText()).not.toBe("");
    // The link of the summary leads to the field.
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await when.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.getByLabel("What happened").inputValue()).toBe(TITLE);
    expect(await when.inputValue()).toBe("31 nov 2025");
    await page.reload();
    expect(await page.getByLabel("What happened").inputValue()).toBe(TITLE);
    expect(await page.getByLabel("2 probably true").isChecked()).toBe(true);
  });

  test("corrected by keyboard it is saved, with the points that the form has shown", async () => {
    await type("When", "");
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("12 nov 2025");
    // 2.8 (codebook) x 0.75 (B2) = 2.1.
    await page.getByText("2.8 × 0.75 = +2.1 points in November 2025").waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Saved" }).waitFor();
    const { events } = await site.api<{ events: ApiEvent[] }>("GET", `${PATH}/events?q=${encodeURIComponent(TITLE)}`);
    expect(events).toHaveLength(1);
    [event] = events as [ApiEvent];
    expect(event).toMatchObject({ title: TITLE, date: "2025-11-12", points: 2.1, version: 1, by: "Owner" });
    const after = await readView();
    await page
      .getByText(`The index of all evidence goes from ${shown(before.index)} to ${shown(after.index)}`)
      .waitFor();
  });

  test("the dashboard shows the new numbers, which are the API's", async () => {
    const after = await dashboardFollows();
    // 2.1 points more in the last twelve months, and one event more.
    expect(after.level.last12.direct).toBeCloseTo(before.level.last12.direct + 2.1, 9);
    expect(after.eventsCounted).toBe(before.eventsCounted + 1);
    expect(await page.getByRole("link", { name: TITLE }).isVisible()).toBe(true);
  });

  test("a correction needs a reason, and is a new version", async () => {
    await page.getByRole("link", { name: TITLE }).click();
    await page.getByRole("button", { name: "Correct" }).click();
    await page.getByLabel("1 confirmed by other sources").check();
    await page.getByRole("button", { name: "Save the correction" }).click();
    await page.locator("textarea[name=reason][aria-invalid=true]").waitFor();
    await page.getByLabel("Reason for the correction").fill("TASS reports it too");
    await page.getByRole("button", { name: "Save the correction" }).click();
    await page.getByText("Saved as a new version").waitFor();
    // 2.8 x 0.95 = 2.66 instead of 2.1.
    expect((await readView()).level.last12.direct).toBeCloseTo(before.level.last12.direct + 2.66, 9);
  });

  test("a correction of a version that is no longer the newest shows both, and saves what is chosen", async () => {
    await page.getByRole("button", { name: "Correct" }).click();
    await page.getByLabel("What happened").fill("Mine");
    await page.getByLabel("Reason for the correction").fill("Shorter");
    const theirs = { title: "Theirs", location: "Islamabad", reason: "From the transcript" };
    await site.api("PATCH", `${PATH}/events/${event.id}`, theirs, { "If-Match": '"2"' });
    await page.getByRole("button", { name: "Save the correction" }).click();
    await page.getByRole("heading", { name: "Somebody else changed this event meanwhile" }).waitFor();
    const title = page.getByRole("group", { name: "What happened" });
    expect(await title.innerText()).toMatch(/Saved meanwhile\s+Theirs\s+Yours\s+Mine/i);
    await page.getByRole("button", { name: "Save what is chosen" }).click();
    await page.getByText("Saved as a new version").waitFor();
    const kept = await site.api<ApiEvent>("GET", `${PATH}/events/${event.id}`);
    expect(kept).toMatchObject({ version: 4, title: "Mine", location: "Islamabad", infoCredibility: 1 });
  });

  test("retracted with a reason it earns nothing, and the history shows every version with its reason", async () => {
    await page.getByRole("button", { name: "Retract" }).click();
    await page.getByLabel("Reason for the retraction").fill("It was the deputy");
    await page.getByRole("button", { name: "Retract the event" }).click();
    await page.getByText("The event is retracted").waitFor();
    const headings = await page.locator("#history ~ ol h3").allInnerTexts();
    expect(headings).toEqual([
      "Version 5: retracted",
      "Version 4: corrected",
      "Version 3: corrected",
      "Version 2: corrected",
      "Version 1: recorded",
    ]);
    const { versions } = await site.api<{ versions: EventVersion[] }>("GET", `${PATH}/events/${event.id}/history`);
    const reasons = ["It was the deputy", "Shorter", "From the transcript", "TASS reports it too"];
    expect(versions.map(({ reason }) => reason)).toEqual([...reasons, ""]);
    for (const reason of reasons) expect(await page.locator("#history ~ ol").innerText()).toContain(reason);
    const after = await dashboardFollows();
    expect(after.level).toEqual(before.level);
  });

  test("no page has had an error, and no request has left the server", () => {
    expect(faults).toEqual([]);
  });
});
