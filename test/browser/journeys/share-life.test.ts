import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFindings, faultsOf, openSite, SHIPPED, sideways } from "./helpers";
import type { Site } from "./helpers";
import { openActions, seeAsReaders, shownOnce } from "./share-helpers";

const PATH = `/scenarios/${SHIPPED}`;
const CORRECTED = "PKRU-0191";
const NOTICE = "The exercise was held in September.";

describe("looking after a link for a colleague", () => {
  let site: Site;
  let owner: Page;
  let reader: Page;
  let faults: string[];
  let url: string;
  let passphrase: string;
  const first = () => owner.locator(".link-row").first();
  const act = (name: string) => first().getByRole("button", { name, exact: true }).click();
  const statusOf = async (address: string): Promise<number> => (await reader.goto(address))?.status() ?? 0;
  /** Opens the link as its reader does: types what was told, and presses the button. */
  const open = async (typed: string): Promise<void> => {
    await reader.goto(url);
    await reader.getByLabel("Passphrase").fill(typed);
    await reader.getByRole("button", { name: "Open" }).click();
  };

  beforeAll(async () => {
    site = await openSite();
    owner = await site.owner({ viewport: { width: 360, height: 740 } });
    reader = await site.visitor();
    faults = faultsOf(owner, { refusals: true });
  });
  afterAll(() => site.close());

  test("it is made by the keyboard, with a passphrase and a limit; what was typed survives a refusal", async () => {
    await owner.goto(`${PATH}/links`);
    await owner.getByLabel("For publication").focus();
    await owner.keyboard.press("ArrowDown");
    expect(await owner.getByLabel("For a colleague").isChecked()).toBe(true);
    // A live page moves on: no day stands in its title.
    const title = owner.getByLabel("Title");
    expect(await title.inputValue()).toContain(" (as of ");
    await owner.keyboard.press("ArrowDown");
    expect(await title.inputValue()).not.toContain(" (as of ");
    await owner.keyboard.press("ArrowUp");
    expect(await title.inputValue()).toContain(" (as of ");
    const guards = owner.locator("summary", { hasText: "Can be read until " });
    await guards.focus();
    await owner.keyboard.press("Enter");
    await owner.getByLabel("Ask for a passphrase").focus();
    await owner.keyboard.press("Space");
    await owner.getByLabel("How often it may be opened").fill("two");
    await owner.getByLabel("Note to the reader").fill("For the desk.");
    await owner.reload();
    await owner.getByText("What you typed last time is still here.").waitFor();
    expect(await owner.getByLabel("For a colleague").isChecked()).toBe(true);
    expect(await guards.innerText()).toContain("Asks for a passphrase.");
    await owner.getByRole("button", { name: "See it as readers will" }).focus();
    await owner.keyboard.press("Enter");
    await owner.getByText("Write a whole number from 1 to 100,000, or nothing.").waitFor();
    await owner.getByLabel("How often it may be opened").fill("2");
    expect(await guards.innerText()).toMatch(/Asks for a passphrase\. Can be opened 2 times\./);

    const problem = { code: "too-many", detail: "Too many links in a short time." };
    await owner.route("**/snapshots/preview", (route) => route.fulfill({ status: 429, json: problem }));
    await owner.getByRole("button", { name: "See it as readers will" }).click();
    await owner.getByText("Too many links in a short time. No link was made; what you typed is still here.").waitFor();
    await owner.unroute("**/snapshots/preview");
    expect(await owner.getByLabel("Note to the reader").inputValue()).toBe("For the desk.");

    await seeAsReaders(owner);
    await owner.keyboard.press("Enter");
    await owner.getByRole("heading", { name: "The link is ready" }).waitFor();
    url = await shownOnce(owner, "Address");
    passphrase = await shownOnce(owner, "Passphrase, shown only now");
    const message = await shownOnce(owner, "Message");
    expect(message).toContain(url);
    expect(message).not.toContain(passphrase);
    expect(await sideways(owner)).toBe(0);
    expect(await axeFindings(owner)).toEqual([]);
  });

  test("its reader types the passphrase; looking at the address alone uses nothing up", async () => {
    await reader.goto(url);
    await open("wrong-wrong-wrong-wrong");
    await reader.getByText(/not this page.s passphrase/).waitFor();
    await open(passphrase.toUpperCase().replaceAll("-", " "));
    await reader.getByText("For the desk.").waitFor();
    await owner.reload();
    await first()
      .getByText(/Opened 1 of 2 times/)
      .waitFor();
    expect(await owner.content()).not.toContain(passphrase);
  });

  test("paused, its address is as one that never was; it goes on when it is let go on", async () => {
    await openActions(owner);
    await act("Pause");
    await first().getByText("paused", { exact: true }).waitFor();
    expect(await statusOf(url)).toBe(404);
    await act("Let it go on");
    await first().getByText("open", { exact: true }).waitFor();
    expect(await statusOf(url)).toBe(200);
  });

  test("a change holds for readers at once: a new passphrase ends the old one, none asks for none", async () => {
    await act("Change");
    await first().getByLabel("Title").fill("A better title");
    await first().getByLabel("Make a new one").check();
    await first().getByRole("button", { name: "Save" }).click();
    const next = await shownOnce(owner, "Passphrase, shown only now");
    expect(next).not.toBe(passphrase);
    await open(passphrase);
    await reader.getByText(/not this page.s passphrase/).waitFor();
    await open(next);
    await reader.getByRole("heading", { name: "A better title" }).waitFor();
    expect(await statusOf(url)).toBe(410);

    await act("Change");
    await first().getByLabel("None: whoever has the address").check();
    await first().getByLabel("How often it may be opened").fill("");
    await first().getByRole("button", { name: "Save" }).click();
    await first().getByText("No passphrase: whoever has the address can read it.").waitFor();
    expect(await statusOf(url)).toBe(200);
    await reader.getByText("For the desk.").waitFor();
  });

  test("a new address ends the old one; shared again, both can be read", async () => {
    await act("New address");
    await first().getByRole("button", { name: "Make a new address" }).click();
    await owner.getByRole("heading", { name: "The new address is ready" }).waitFor();
    const rotated = await shownOnce(owner, "Address");
    expect(await statusOf(url)).toBe(404);
    expect(await statusOf(rotated)).toBe(200);
    url = rotated;

    await act("Share it again");
    await owner.getByRole("heading", { name: "The link is ready" }).waitFor();
    const again = await first().getByRole("textbox", { name: "Address" }).inputValue();
    expect(again).not.toBe(url);
    expect(await statusOf(again)).toBe(200);
    expect(await statusOf(url)).toBe(200);
    url = again;
  });

  test("a correction that links carry is listed with them, and its notice stands above the untouched page", async () => {
    const before = Buffer.from(await (await fetch(`${url}/view.json`)).arrayBuffer());
    const { version } = await site.api<{ version: number }>("GET", `${PATH}/events/${CORRECTED}`);
    const change = { title: "Corrected since", reason: "Wrong month" };
    await site.api("PATCH", `${PATH}/events/${CORRECTED}`, change, { "If-Match": `"${version}"` });
    await owner.reload();
    const section = owner.getByRole("region", { name: "Corrected events that links still show" });
    await section.getByText("Wrong month").waitFor();
    await section.getByRole("button", { name: "Write a notice" }).first().click();
    const box = section.getByLabel("Correction notice");
    // Without the event's title and the analyst's reason, which did not go along.
    expect(await box.inputValue()).toBe(`Event ${CORRECTED} was corrected after this page was frozen. `);
    await section.getByRole("button", { name: "Put it above the page" }).click();
    await section.getByText("Say what was wrong, and what is right.").waitFor();
    await box.pressSequentially(NOTICE);
    await section.getByRole("button", { name: "Put it above the page" }).click();
    await section.getByText("notice written").first().waitFor();
    await first().getByText("1 correction notice").waitFor();
    expect(await owner.getByText("1 correction notice").count()).toBe(1);

    await reader.goto(url);
    await reader.getByText(NOTICE).waitFor();
    expect(Buffer.from(await (await fetch(`${url}/view.json`)).arrayBuffer()).equals(before)).toBe(true);
  });

  test("what a link shows can be seen from the list, with its notice", async () => {
    await openActions(owner);
    await act("See what it shows");
    const region = owner.getByRole("region", { name: /What readers of .*A better title.* see/ });
    await region.getByText(NOTICE).waitFor();
    await region.getByText("readers find them here").waitFor();
    expect(await sideways(owner)).toBe(0);
    expect(await axeFindings(owner)).toEqual([]);
    expect(faults).toEqual([]);
  });
});
