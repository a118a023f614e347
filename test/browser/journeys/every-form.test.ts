import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page, Request } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faultsOf, openSite, SHIPPED, type Site } from "./helpers";

const PATH = `/scenarios/${SHIPPED}`;
const web = fileURLToPath(new URL("../../../web", import.meta.url));

/** Every page of the product by its file, at an address where all it can do is offered; null where nobody is signed in. */
const ADDRESSES: Record<string, string | null> = {
  account: "/account",
  api: "/api",
  close: `${PATH}/close`,
  dashboard: PATH,
  embed: null,
  error: null,
  event: `${PATH}/events/PKRU-0041`,
  events: `${PATH}/events`,
  import: `${PATH}/import`,
  invite: null,
  links: `${PATH}/links`,
  log: `${PATH}/log`,
  open: null,
  people: "/people",
  proposition: `${PATH}/propositions/C25`,
  register: "/scenarios/new",
  scenarios: "/scenarios",
  "sign-in": null,
  snapshot: null,
  status: "/status",
  webhooks: `${PATH}/webhooks`,
  week: `${PATH}/week`,
};
/** Further states of a page with other forms in them. */
const MORE = [`${PATH}/propositions/new`, `${PATH}/propositions/C01`];

/** Fields in which something can be typed that is not kept, and why not. */
const NOT_KEPT: Record<string, string> = {
  "input[type=search]": "a search in what is on the page",
  "form.filters-form *": "a search, which stands in the address",
  ".as-of *": "a day to look at, which stands in the address",
  ".assumptions *": "assumptions, which stand in the address",
  ".picker input[type=text]": "a search: what is kept is the event that is chosen",
};
/** Buttons that do something at once, and so open no form. */
const ACTS =
  /^(Pause|Let it go on|Share it again|Send a test|Invite again|Clear these answers|Copy|Undo it|Save|Print)\b| now$/;
const TYPED = "input:not([type=radio],[type=checkbox],[type=file],[type=hidden],[readonly]), textarea:not([readonly])";

interface Field {
  id: string;
  type: string;
}

describe("whatever is typed", () => {
  let site: Site;
  let page: Page;
  let faults: string[];
  const underWay = new Set<Request>();

  beforeAll(async () => {
    site = await openSite();
    const link = await site.api<{ id: string }>("POST", `${PATH}/snapshots`, { title: "A link" });
    const seen = await site.api<{ version: number }>("GET", `${PATH}/events/PKRU-0041`);
    const match = { "If-Match": `"${seen.version}"` };
    await site.api("PATCH", `${PATH}/events/PKRU-0041`, { notes: "Put right", reason: "A slip" }, match);
    await site.api("POST", `${PATH}/events/PKRU-0041/comments`, { text: "Look at it" });
    expect(link.id).not.toBe("");
    page = await site.owner();
    faults = faultsOf(page);
    page.on("request", (request) => underWay.add(request));
    for (const end of ["requestfinished", "requestfailed"] as const)
      page.on(end as "requestfinished", (request) => underWay.delete(request));
  });
  afterAll(() => site.close());

  /** Nothing is on its way any more, and the page has had time to draw what came. */
  const quiet = async (): Promise<void> => {
    do await page.waitForTimeout(60);
    while (underWay.size > 0);
  };
  const settled = async (): Promise<void> => {
    await quiet();
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll("details:not(.menu)")) fold.setAttribute("open", "");
    });
    await quiet();
  };
  const typedIn = (): Promise<Field[]> =>
    page.evaluate(
      ([typed, exempt]) =>
        [...document.querySelectorAll<HTMLInputElement>(typed ?? "")]
          .filter((field) => field.checkVisibility() && !field.disabled && !field.matches(exempt ?? ""))
          .map(({ id, type }) => ({ id, type })),
      [TYPED, Object.keys(NOT_KEPT).join(", ")],
    );
  /** The buttons outside forms that may open one, each kind once: those of months and rows are all alike. */
  const openers = async (): Promise<string[]> => {
    const labels = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("button[type=button]")]
        .filter(
          (button) => button.checkVisibility() && button.closest("form, .sure, header, figure, table, .menu") === null,
        )
        .map((button) => button.innerText.trim()),
    );
    return [...new Set(labels)].filter((label) => label !== "" && !ACTS.test(label));
  };
  /** "Change the rating of ..." is one kind, however many ratings there are. */
  const kindOf = (label: string): string => (label.split("\n")[0] ?? "").replace(/\w+ \d{4}|\d+/g, "#");
  const press = async (label: string): Promise<void> => {
    const button = page.locator("button[type=button]:not(.term):visible", { hasText: label }).first();
    if ((await button.count()) === 0) return;
    await button.click();
    await settled();
  };

  test("every page of the product is walked", () => {
    const files = globSync("*.html", { cwd: web }).map((file) => file.replace(/\.html$/, ""));
    expect(Object.keys(ADDRESSES).toSorted()).toEqual(files.toSorted());
  });

  test("is there again after a reload, in every field of every form that a walk over all pages finds", async () => {
    const missing: string[] = [];
    const found = new Set<string>();
    const kinds = new Set<string>();
    for (const address of [...Object.values(ADDRESSES), ...MORE].filter((one) => one !== null)) {
      const ways: string[][] = [[]];
      for (const way of ways) {
        await page.evaluate(() => sessionStorage.clear());
        await page.goto(address);
        await settled();
        for (const label of way) await press(label);
        const before = await typedIn();
        const fresh = before.filter(({ id }) => !found.has(`${address} ${id}`));
        const texts = new Map<string, string>();
        for (const { id, type } of fresh) {
          const text = type === "date" ? "2031-05-07" : `Typed in ${id}`;
          await page.locator(`[id="${id}"]`).fill(text);
          texts.set(id, text);
          found.add(`${address} ${id}`);
        }
        if (way.length < 1) {
          for (const label of await openers()) {
            const kind = `${address} ${kindOf(label)}`;
            if (kinds.has(kind)) continue;
            kinds.add(kind);
            ways.push([...way, label]);
          }
        }
        if (texts.size === 0) continue;
        await page.reload();
        await settled();
        for (const label of way) {
          if (!(await page.locator(`[id="${[...texts.keys()][0]}"]`).isVisible())) await press(label);
        }
        for (const [id, text] of texts) {
          const field = page.locator(`[id="${id}"]`);
          const there = (await field.count()) === 1 && (await field.inputValue()) === text;
          if (!there) missing.push(`${address} ${way.join(" > ")}: ${id}`);
        }
      }
    }
    expect(missing).toEqual([]);
    expect(found.size).toBeGreaterThan(60);
    expect(faults).toEqual([]);
  });
});
