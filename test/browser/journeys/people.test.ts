import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFindings, faultsOf, openSite, SHIPPED, sideways } from "./helpers";
import type { Site } from "./helpers";

const NAME = "Amina \u202eKhan <b>";
/** As it must be shown: the mark that would turn the line is named, the tag is text. */
const SHOWN = "Amina [RLO]Khan <b>";

describe("an owner lets somebody in, changes what they may do, and ends it", () => {
  let site: Site;
  let owner: Page;
  let guest: Page;
  let ownerFaults: string[];
  let guestFaults: string[];
  let url: string;
  let key: string;
  const card = (): Locator => owner.locator(".person", { hasText: SHOWN });
  const act = (label: string): Promise<void> =>
    card()
      .getByRole("button", { name: `${label}: ${SHOWN}` })
      .click();
  const statusOf = async (path: string): Promise<number> => (await guest.goto(path))?.status() ?? 0;

  beforeAll(async () => {
    site = await openSite();
    owner = await site.owner({ viewport: { width: 1280, height: 800 } });
    guest = await site.visitor({ viewport: { width: 360, height: 740 } });
    ownerFaults = faultsOf(owner, { refusals: true });
    guestFaults = faultsOf(guest, { refusals: true });
  });
  afterAll(() => site.close());

  test("the page is found in the menu under one's name", async () => {
    await owner.goto(`/scenarios/${SHIPPED}`);
    await owner.locator("header .menu.wide-only summary").click();
    await owner.getByRole("link", { name: "People" }).click();
    await owner.getByRole("heading", { name: "Everybody" }).waitFor();
  });

  test("what was typed stays where something is missing, also over a reload", async () => {
    await owner.locator("summary", { hasText: "Invite somebody" }).click();
    await owner.getByLabel("E-mail address").fill("no address");
    await owner.getByRole("button", { name: "Make an invitation" }).click();
    await owner.getByText("Name: Write their name.").waitFor();
    await owner.getByText("Role: Choose what they may do.").waitFor();
    await owner.getByLabel("Name").fill(NAME);
    await owner.getByLabel(/^Viewer/).check();
    await owner.getByRole("button", { name: "Make an invitation" }).click();
    await owner.getByText(/^E-mail address: Write an e-mail address/).waitFor();
    await owner.reload();
    // What was left unfinished opens by itself.
    await owner.getByLabel("Name").waitFor();
    expect(await owner.getByLabel("Name").inputValue()).toBe(NAME);
    await owner.getByLabel("E-mail address").fill("");
  });

  test("the address of the invitation is shown once, and looking at it uses nothing up", async () => {
    await owner.getByRole("button", { name: "Make an invitation" }).click();
    const address = card().getByRole("textbox", { name: "Address, shown only now" });
    await address.waitFor();
    url = await address.inputValue();
    expect(await owner.getByLabel("Name").first().inputValue()).toBe("");
    await card().getByText("invited", { exact: true }).waitFor();
    await owner.reload();
    await card().waitFor();
    expect(await owner.content()).not.toContain(url);
    for (let look = 0; look < 2; look += 1) expect((await fetch(url)).status).toBe(200);
    expect(await axeFindings(owner)).toEqual([]);
  });

  test("a second browser accepts it by the keyboard, once", async () => {
    await guest.goto(url);
    expect(await axeFindings(guest)).toEqual([]);
    expect(await sideways(guest)).toBe(0);
    await guest.getByRole("button", { name: "Accept and sign in" }).focus();
    await guest.keyboard.press("Enter");
    await guest.waitForURL(`${site.server.url}/`);
    const again = await site.visitor();
    await again.goto(url);
    await again.getByRole("button", { name: "Accept and sign in" }).click();
    await again.getByText("This invitation does not work").waitFor();
    expect(await again.context().cookies()).toEqual([]);
    await again.context().close();
  });

  test("a viewer sees their session and can end it; the people are not theirs to see", async () => {
    await guest.goto("/account");
    await guest.getByText("this one").waitFor();
    await guest.getByRole("button", { name: "Sign out here" }).waitFor();
    expect(await guest.getByRole("heading", { name: "Your keys" }).count()).toBe(0);
    expect(await statusOf("/people")).toBe(403);
    expect(await statusOf(`/scenarios/${SHIPPED}`)).toBe(200);
    expect(await guest.getByRole("link", { name: "Log an event" }).count()).toBe(0);
  });

  test("another role counts at the next request", async () => {
    await owner.reload();
    await act("Change");
    await card()
      .getByLabel(/^Analyst/)
      .check();
    await card().getByRole("button", { name: "Save" }).click();
    await card().getByText("Changed, from their next request on.").waitFor();
    await card().getByText("analyst", { exact: true }).waitFor();
    await guest.reload();
    await guest.getByRole("link", { name: "Log an event" }).waitFor();
  });

  test("an analyst makes a key, shown once, which the owner sees without it", async () => {
    await guest.goto("/account");
    await guest.locator("summary", { hasText: "Make a key" }).click();
    await guest.getByRole("button", { name: "Make a key" }).click();
    await guest.getByText("Say what the key is for, to know it again.").first().waitFor();
    await guest.getByLabel("What it is for").fill("import script");
    await guest.getByRole("button", { name: "Make a key" }).click();
    const shown = guest.getByRole("textbox", { name: "The key, shown only now" });
    await shown.waitFor();
    key = await shown.inputValue();
    await guest.getByRole("button", { name: "Revoke: import script" }).waitFor();
    expect(await sideways(guest)).toBe(0);
    expect(await axeFindings(guest)).toEqual([]);
    const asked = { headers: { Authorization: `Bearer ${key}` } };
    expect((await fetch(`${site.server.url}/api/v1/scenarios`, asked)).status).toBe(200);
    await owner.reload();
    await card().locator("summary", { hasText: "Keys (1)" }).click();
    await card().getByText("import script").waitFor();
    expect(await owner.content()).not.toContain(key);
  });

  test("the last owner cannot give the role away; the page says why and changes nothing", async () => {
    const mine = owner.locator(".person", { hasText: "(you)" });
    // The robot of the tests is an owner with a key: without it, this person is the last.
    const robot = owner.locator(".person", { hasText: "Robot" });
    await robot.getByRole("button", { name: "Disable: Robot" }).click();
    await robot.getByRole("button", { name: "Disable now" }).click();
    await robot.getByText("Disabled: nothing of theirs opens anything any more.").waitFor();
    await mine.getByRole("button", { name: "Change: Owner" }).click();
    await mine.getByLabel(/^Viewer/).check();
    await mine.getByRole("button", { name: "Save" }).click();
    await mine
      .getByText(/is the last owner who can get in/)
      .first()
      .waitFor();
    expect(await mine.getByLabel(/^Viewer/).isChecked()).toBe(true);
    await mine.getByRole("button", { name: "Cancel" }).click();
    await owner.reload();
    await mine.getByText("owner", { exact: true }).waitFor();
  });

  test("an owner who gives the role away is led to the page that is left to them", async () => {
    await act("Change");
    await card()
      .getByLabel(/^Owner/)
      .check();
    await card().getByRole("button", { name: "Save" }).click();
    await card().getByText("Changed, from their next request on.").waitFor();
    await guest.goto("/people");
    const own = guest.locator(".person", { hasText: "(you)" });
    await own.getByRole("button", { name: /^Change/ }).click();
    await own.getByLabel(/^Analyst/).check();
    await own.getByRole("button", { name: "Save" }).click();
    await guest.waitForURL(/\/account$/);
    await owner.reload();
    await card().getByText("analyst", { exact: true }).waitFor();
  });

  test("disabled, their next request is refused, with a key as well", async () => {
    await act("Disable");
    await card()
      .getByText(/end at once/)
      .waitFor();
    await card().getByRole("button", { name: "Disable now" }).click();
    await card().getByText("disabled", { exact: true }).waitFor();
    expect(await statusOf(`/scenarios/${SHIPPED}`)).toBe(401);
    await guest.getByRole("heading", { name: "Sign in" }).waitFor();
    const asked = { headers: { Authorization: `Bearer ${key}` } };
    expect((await fetch(`${site.server.url}/api/v1/scenarios`, asked)).status).toBe(401);
  });

  test("among many, one's own card is the first, and the others are found by a word", async () => {
    const headers = {
      Authorization: `Bearer ${await site.server.key("owner", "Desk")}`,
      "Content-Type": "application/json",
    };
    for (const name of ["Bo", "Cy", "Di", "Ed", "Fay"]) {
      const body = JSON.stringify({ name, role: "viewer" });
      expect((await fetch(`${site.server.url}/api/v1/people`, { method: "POST", headers, body })).status).toBe(201);
    }
    await owner.reload();
    await card().waitFor();
    await owner.locator(".person").first().getByText("(you)").waitFor();
    const all = await owner.locator(".person:visible").count();
    await owner.getByLabel("Find somebody").fill("khan DISABLED");
    await owner.getByText(/^1 of \d+ people\.$/).waitFor();
    expect(await owner.locator(".person:visible").count()).toBe(1);
    await card().waitFor();
    await owner.getByLabel("Find somebody").fill("");
    expect(await owner.locator(".person:visible").count()).toBe(all);
  });

  test.each([
    [1280, "light"],
    [360, "dark"],
  ] as const)("at %i pixels in %s mode nothing scrolls sideways and axe finds nothing", async (width, colorScheme) => {
    await owner.setViewportSize({ width, height: 740 });
    await owner.emulateMedia({ colorScheme });
    await owner.reload();
    await card().waitFor();
    for (const fold of await owner.locator(".person > details > summary").all()) await fold.click();
    expect(await sideways(owner)).toBe(0);
    expect(await axeFindings(owner)).toEqual([]);
  });

  test("no page has had an error, and no request has left the server", () => {
    expect([...ownerFaults, ...guestFaults]).toEqual([]);
  });
});
