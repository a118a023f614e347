import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ApiEvent, EventLife, EventVersion } from "../../../worker/contract/api-types";
import type { ScenarioView } from "../../../worker/core/view-types";
import {
  axeFindings,
  expectFits,
  faultsOf,
  figureOf,
  openSite,
  SHIPPED,
  shown,
  sideways,
  tableOf,
  untilDrawn,
} from "./helpers";
import type { Site } from "./helpers";

const PATH = `/scenarios/${SHIPPED}`;
const CANARY = "An envoy whose name a court wants gone";

/** B2 weighs 0.75: 2.8 x 0.75 = 2.1 points. */
const VISIT = {
  date: "2012-10-03",
  indicator: "visit",
  code: "minister_visit_held",
  title: "A minister in Islamabad",
  sourceTitle: "Minister arrives (Dawn)",
  sourceUrl: "https://www.dawn.com/news/1",
  sourceReliability: "B",
  infoCredibility: 2,
  notes: "The transcript names no date for the next round.",
};

describe("the life of an event on its page", () => {
  let site: Site;
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    site = await openSite();
    page = await site.owner();
    faults = faultsOf(page, { refusals: true });
  });
  afterAll(() => site.close());

  const log = (change: object = {}) => site.api<ApiEvent>("POST", `${PATH}/events`, { ...VISIT, ...change });
  const lifeOf = ({ ref }: ApiEvent) => site.api<EventLife>("GET", `${PATH}/events/${ref}/life`);
  const open = async ({ ref }: ApiEvent, hash = ""): Promise<void> => {
    await page.goto(`${PATH}/events/${ref}${hash}`);
    // The same page with another hash is not loaded anew.
    if (hash !== "") await page.reload();
    await page.getByRole("heading", { name: "History" }).waitFor();
  };
  const part = (heading: string): Locator =>
    page.locator("section", { has: page.getByRole("heading", { name: heading, exact: true }) });
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();

  describe("a review", () => {
    let event: ApiEvent;

    test("is asked for before grade, score and points are on the page", async () => {
      event = await log();
      await open(event, "#review");
      const text = await page.locator("main").innerText();
      expect(text).toContain("Review it before you see its grade");
      for (const given of ["B2", "0.75", "2.8", "2.1"]) expect(text).not.toContain(given);
      expect(await page.getByRole("link", { name: VISIT.sourceTitle }).getAttribute("href")).toBe(VISIT.sourceUrl);
    });

    test("names what is missing, and shows the first grade once it is sent", async () => {
      await press("Send the review");
      await page.getByText("Not saved yet").waitFor();
      await page.getByLabel("C fairly reliable").check();
      await page.getByLabel("2 probably true").check();
      await page.getByRole("radio", { name: "Yes" }).check();
      await press("Send the review");
      await page.getByText("You gave C2, it has B2: both weigh 0.75, so its points are the same.").waitFor();
      expect(await page.locator(".earned").innerText()).toContain("2.8 × 0.75 = +2.1 points in October 2012");
      expect(await part("Review").innerText()).toContain("Owner agreed");
      expect(await lifeOf(event)).toMatchObject({
        reviews: [{ by: "Owner", judgement: "agreed", sourceReliability: "C", infoCredibility: 2, blind: true }],
      });
    });

    test("can be taken back, with a reason", async () => {
      await press("Take my review back");
      await page.getByLabel("Reason").fill("I read the wrong page");
      await press("Take it back");
      await page.getByText("Your review is taken back.").waitFor();
      expect((await lifeOf(event)).reviews).toEqual([]);
    });

    test("of an event whose grade was looked at says so, after a reload too", async () => {
      const seen = await log({ title: "Looked at first" });
      await open(seen);
      expect(await page.locator(".earned").innerText()).toContain("+2.1 points");
      await open(seen, "#review");
      await page.getByText("You have seen the grade, so this is a second opinion and not a blind one.").waitFor();
      await page.getByLabel("B usually reliable").check();
      await page.getByLabel("2 probably true").check();
      await page.getByRole("radio", { name: "Yes" }).check();
      await press("Send the review");
      await page.getByText("You gave B2, the grade that it has.").waitFor();
      expect(await lifeOf(seen)).toMatchObject({ reviews: [{ judgement: "agreed", blind: false }] });
    });

    test("can be shown before one is given, and then is no blind one either", async () => {
      await open(await log({ title: "Shown anyway" }), "#review");
      await press("Cancel");
      await press("Show me anyway");
      expect(await page.locator(".earned").innerText()).toContain("+2.1 points");
      await page.getByText("You have seen the grade, so this is a second opinion and not a blind one.").waitFor();
    });
  });

  describe("sources and comments", () => {
    let event: ApiEvent;

    test("a further report is added at the address that leads to its form, and can be taken back", async () => {
      event = await log({ title: "Reported twice" });
      await open(event, "#report");
      await page.getByLabel("Title of the source").fill("Министр прибыл (ТАСС)");
      await page.getByLabel("C fairly reliable").check();
      await page.getByLabel("3 possibly true").check();
      await press("Save the report");
      await page.getByText("The report is saved.").waitFor();
      await page.getByText("1 more report of the same event").waitFor();
      const { reports } = await lifeOf(event);
      expect(reports).toMatchObject([{ sourceTitle: "Министр прибыл (ТАСС)", sourceReliability: "C" }]);
      await page.getByRole("button", { name: "Take back the report" }).click();
      await page.getByLabel("Reason").fill("It is about another visit");
      await press("Take the report back");
      await page.getByText("No other source is recorded.").waitFor();
    });

    test("a comment is added as text, and can be taken back", async () => {
      await open(event);
      await press("Add a comment");
      await page.getByRole("textbox", { name: "Comment" }).fill("یہ دوسرا دورہ ہے <b>\nSecond line");
      await press("Save the comment");
      await page.getByText("The comment is saved.").waitFor();
      expect(await part("Comments").locator("li").innerText()).toContain("یہ دوسرا دورہ ہے <b>\nSecond line");
      await page.getByRole("button", { name: "Take back the comment" }).click();
      await page.getByLabel("Reason").fill("Said twice");
      await press("Take the comment back");
      await page.getByText("Nobody has commented.").waitFor();
    });
  });

  test("its share in the index halves every six months, in the sentence and in the table", async () => {
    const event = await log({ title: "Fades" });
    await open(event);
    await page.getByText("Added 2.1 points in October 2012; half of it is gone by April 2013; 0.0 on").waitFor();
    const figure = figureOf(page, "Contribution over time");
    await untilDrawn(figure, 100);
    const rows = await tableOf(figure);
    expect(rows[0]).toEqual(["October 2012", "+2.10"]);
    expect(rows[6]).toEqual(["April 2013", "+1.05"]);
    const view = await site.api<ScenarioView>("GET", `${PATH}/view?asOf=2013-04-30`);
    expect(shown(view.contributions.find(({ ref }) => ref === event.ref)?.value ?? 0)).toBe("1.1");
  });

  test("its thread says what was planned and that nothing came, and leads to the next step", async () => {
    const announced = await log({
      title: "A visit is announced",
      code: "leader_visit_agreed",
      plannedFor: "2012-11",
      date: "2012-10-10",
    });
    const off = { code: "leader_visit_called_off", date: "2012-10-20", follows: announced.ref };
    await open(announced);
    const thread = part("Thread");
    expect(await thread.innerText()).toContain("Planned for November 2012; nothing since.");
    const next = await thread.getByRole("link", { name: "Log the next step" }).getAttribute("href");
    expect(next).toBe(`${PATH}/log?follows=${announced.ref}&indicator=visit`);
    await log({ ...off, title: "The visit is called off" });
    await open(announced);
    expect(await thread.innerText()).not.toContain("nothing since");
    expect(await thread.locator("li").allInnerTexts()).toEqual([
      expect.stringContaining("A visit is announced (this event)"),
      expect.stringContaining("The visit is called off"),
    ]);
  });

  test("the claims that it bears on are listed with their ratio in words and the rival explanation", async () => {
    await page.goto(`${PATH}/events/PKRU-0043`);
    const claims = part("Claims it bears on");
    await claims.locator("li").first().waitFor();
    const { evidenceFor } = await site.api<EventLife>("GET", `${PATH}/events/PKRU-0043/life`);
    expect(await claims.locator("li").count()).toBe(evidenceFor.length);
    const text = await claims.innerText();
    expect(text).toContain("10 times likelier if the claim does not come true");
    for (const { question, rivalExplanation } of evidenceFor) {
      expect(text).toContain(question);
      expect(text).toContain(rivalExplanation);
    }
  });

  test("any two versions are compared, with the changed words marked", async () => {
    const event = await log({ title: "Corrected twice" });
    const correct = (version: number, change: object) =>
      site.api("PATCH", `${PATH}/events/${event.ref}`, change, { "If-Match": `"${version}"` });
    await correct(1, { notes: "The transcript names December for the next round.", reason: "Read to the end" });
    await correct(2, { location: "Islamabad", reason: "The place" });
    await open(event);
    const row = (label: string) => part("History").getByRole("row", { name: label });
    expect(await row("Place").locator("ins").allInnerTexts()).toEqual(["Islamabad"]);
    expect(await row("Notes").count()).toBe(0);
    await page.getByLabel("Earlier version").selectOption({ value: "1" });
    expect(await row("Notes").locator("del").allInnerTexts()).toEqual(["no date"]);
    expect(await row("Notes").locator("ins").allInnerTexts()).toEqual(["December"]);
    expect(await row("Place").count()).toBe(1);
  });

  test("the last change is named before it is undone, and the undoing is a revision of its own", async () => {
    const event = await log({ title: "Commented by mistake" });
    await open(event);
    await press("Add a comment");
    await page.getByRole("textbox", { name: "Comment" }).fill("For another event");
    await press("Save the comment");
    await page.getByText("The comment is saved.").waitFor();
    await press("Undo my last change");
    await page.getByText(`It changed: 1 comment (${event.ref})`).waitFor();
    await press("Undo it");
    await page.getByText(/Revision \d+ is undone\. The undoing is revision \d+\./).waitFor();
    expect((await lifeOf(event)).comments).toEqual([]);
  });

  test("text is removed for good after a look at where it stands; what is ticked goes along, nothing else", async () => {
    const event = await log({ title: "To be cut", notes: CANARY });
    const ticked = await log({ title: "Ticked", notes: `See: ${CANARY}.` });
    const left = await log({ title: "Left", notes: `Not: ${CANARY}.` });
    await open(event);
    await press("Remove text for good");
    await press("See where it stands");
    expect(await page.locator("#field-redact-fields-error").innerText()).toBe("Choose what to remove.");
    await page.getByRole("checkbox", { name: "notes" }).check();
    await press("See where it stands");
    await page.getByRole("heading", { name: "What this removes" }).waitFor();
    expect(await page.locator("#corrections ~ div").innerText()).toContain("no shared link holds it");
    await page.getByRole("checkbox", { name: `${ticked.ref}, notes: See: ${CANARY}.` }).check();
    expect(await page.getByRole("checkbox", { name: `${left.ref}, notes` }).isChecked()).toBe(false);
    await expectFits(page, "dark", 360);
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 1280, height: 720 });
    const reason = page.getByRole("textbox", { name: "Reason" });
    await reason.fill(`It says: ${CANARY}`);
    await page.getByLabel("Type the event's reference").fill("X");
    await press("Remove it for good");
    expect(await page.locator("#field-redact-reason-error").innerText()).toContain("repeats what is to be removed");
    expect(await page.locator("#field-redact-ref-error").innerText()).toContain(event.ref);
    await reason.fill("A court asked for it");
    await page.getByLabel("Type the event's reference").fill(event.ref);
    await press("Remove it for good");
    const done = page
      .getByRole("status")
      .filter({ hasText: "Removed for good from every version of this event: notes." });
    await done.waitFor();
    expect(await done.innerText()).toContain(`Removed as well: ${ticked.ref}, notes.`);
    expect(await done.innerText()).toContain(`Still repeated in ${left.ref}, notes.`);
    const text = await page.locator("main").innerText();
    expect(text).toMatch(/removed for good on \d+ \w+ \d+ \(UTC\) by Owner: notes\. Reason: A court asked for it/);
    expect(text).not.toContain(CANARY);
    const historyOf = async ({ ref }: ApiEvent) =>
      JSON.stringify(await site.api<{ versions: EventVersion[] }>("GET", `${PATH}/events/${ref}/history`));
    expect(await historyOf(event)).not.toContain(CANARY);
    expect(await historyOf(ticked)).not.toContain(CANARY);
    expect(await historyOf(left)).toContain(CANARY);
  });

  test("a correction opens in place of the page, can be left, and says afterwards what it did to the index", async () => {
    const event = await log({ title: "To be put right" });
    await open(event);
    await press("Correct");
    await page.getByLabel("What happened").fill("Dropped again");
    await press("Cancel");
    expect(await part("Thread").isVisible()).toBe(true);
    await press("Correct");
    expect(await page.getByLabel("What happened").inputValue()).toBe("To be put right");
    await page.getByLabel("1 confirmed by other sources").check();
    await page.getByLabel("Reason for the correction").fill("TASS reports it too");
    await press("Save the correction");
    await page.getByText("Saved as a new version.").waitFor();
    await page.getByText(/In October 2012: from \S+ to \S+\./).waitFor();
    // 2.8 x 0.95 = 2.66.
    expect(await page.locator(".earned").innerText()).toContain("2.8 × 0.95 = +2.7 points in October 2012");
    expect(
      await page.getByText("You wrote a version of this event").or(page.getByText("You wrote this version")).count(),
    ).toBe(1);
  });

  test("a retracted event says when, by whom and why, and adds nothing", async () => {
    const event = await log({ title: "Taken out" });
    await site.api(
      "DELETE",
      `${PATH}/events/${event.ref}`,
      { reason: "Reported of the deputy" },
      { "If-Match": '"1"' },
    );
    await open(event);
    const text = await page.locator("main").innerText();
    expect(text).toMatch(/Retracted on \d+ \w+ \d+ \(UTC\) by Robot\. Reason: Reported of the deputy/);
    expect(text).toContain("Retracted: it adds nothing to the index.");
    expect(await page.getByRole("button", { name: "Retract", exact: true }).count()).toBe(0);
  });

  test("an undone retraction reads as brought back, not as corrected", async () => {
    await open(await log({ title: "Taken out by mistake" }));
    await press("Retract");
    await page.getByLabel("Reason for the retraction").fill("Wrong row");
    for (const name of ["Retract the event", "Undo my last change", "Undo it"]) await press(name);
    await page.getByRole("heading", { name: "Version 3: brought back" }).waitFor();
  });

  test("on a narrow dark screen nothing lies outside it, and no barrier is found in any of its states", async () => {
    const narrow = await site.owner({ viewport: { width: 360, height: 740 }, colorScheme: "dark" });
    await narrow.goto(`${PATH}/events/PKRU-0043#review`);
    await narrow.getByRole("heading", { name: "Review it before you see its grade" }).waitFor();
    expect(await sideways(narrow)).toBeLessThanOrEqual(0);
    expect(await axeFindings(narrow)).toEqual([]);
    await narrow.getByRole("button", { name: "Cancel" }).click();
    await narrow.getByRole("button", { name: "Show me anyway" }).click();
    await narrow.getByRole("button", { name: "Remove text for good" }).click();
    expect(await sideways(narrow)).toBeLessThanOrEqual(0);
    expect(await axeFindings(narrow)).toEqual([]);
    await narrow.context().close();
    expect(faults).toEqual([]);
  });
});
