import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFindings, faultsOf, openSite, SHIPPED, sideways } from "./helpers";
import type { Site } from "./helpers";

const PATH = `/scenarios/${SHIPPED}`;
const ADDRESS = "https://hooks.example.org/a-rather-long-address/of-a-program/that-takes-messages?with=<b>";

describe("an owner has news sent to a program", () => {
  let site: Site;
  let owner: Page;
  let faults: string[];

  beforeAll(async () => {
    site = await openSite();
    owner = await site.owner({ viewport: { width: 1280, height: 800 } });
    faults = faultsOf(owner, { refusals: true });
  });
  afterAll(() => site.close());

  test("the page is found under Share, and says that there is none yet", async () => {
    await owner.goto(`${PATH}/links`);
    await owner.getByRole("link", { name: "webhooks" }).click();
    await owner.getByText("There is none yet. Add one above.").waitFor();
  });

  test("an address inside a network is refused before anything is sent, and what was typed stays", async () => {
    await owner.getByLabel("Address").fill("https://printer.local/");
    await owner.getByRole("button", { name: "Add it" }).click();
    await owner.getByText("this one is only known inside a network").first().waitFor();
    expect(await owner.getByLabel("Address").inputValue()).toBe("https://printer.local/");
  });

  test("one is added by the keyboard; its secret is shown that one time", async () => {
    await owner.getByLabel("Address").fill(ADDRESS);
    await owner.getByLabel("Address").press("Enter");
    const secret = owner.getByRole("textbox", { name: "The secret, shown only now" });
    await secret.waitFor();
    const text = await secret.inputValue();
    expect(text).toMatch(/^[\w-]{43}$/);
    expect(await axeFindings(owner)).toEqual([]);
    await owner.reload();
    await owner.getByText("Nothing has been sent yet: nothing has happened since.").waitFor();
    expect(await owner.content()).not.toContain(text);
    await owner.getByText(/^Hears of changes of the verdict and notes on months since /).waitFor();
  });

  test.each([
    [1280, "light"],
    [360, "dark"],
  ] as const)("at %i pixels in %s mode nothing scrolls sideways and axe finds nothing", async (width, colorScheme) => {
    await owner.setViewportSize({ width, height: 740 });
    await owner.emulateMedia({ colorScheme });
    await owner.reload();
    await owner.getByRole("button", { name: /^Send a test/ }).waitFor();
    expect(await sideways(owner)).toBe(0);
    expect(await axeFindings(owner)).toEqual([]);
  });

  test("deleted after one more question, it is gone", async () => {
    await owner.getByRole("button", { name: /^Delete/ }).click();
    await owner.getByRole("button", { name: "Delete it now" }).click();
    await owner.getByText("There is none yet. Add one above.").waitFor();
    expect(await site.api("GET", `${PATH}/webhooks`)).toEqual({ webhooks: [] });
  });

  test("no page has had an error, and no request has left the server", () => {
    expect(faults).toEqual([]);
  });
});
