import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { API_TABLE } from "../../../worker/contract/api-table";
import { faultsOf, openSite, type Site } from "./helpers";
import { harmDone, listen, tooWide, unfold } from "./inert-checks";
import { event, HARMFUL, makeHarmful, type Harmful } from "./inert-data";
import { harm, IN_ADDRESSES } from "./inert-texts";

const PATH = `/scenarios/${HARMFUL}`;
const WINDOWS = [
  { viewport: { width: 360, height: 740 }, colorScheme: "dark" },
  { viewport: { width: 1280, height: 900 }, colorScheme: "light" },
] as const;

const TABS = 5;

/** Pages of the signed-in; `:ref` is an event's reference. */
const PAGES = [
  "/",
  "/scenarios",
  "/scenarios/new",
  "/people",
  "/account",
  "/api",
  PATH,
  `${PATH}?asOf=2025-10-31`,
  `${PATH}/events`,
  `${PATH}/events?q=x-bad`,
  `${PATH}/events/:ref`,
  `${PATH}/propositions/C01`,
  `${PATH}/propositions/C02`,
  `${PATH}/week`,
  `${PATH}/close?month=2025-10`,
  `${PATH}/log`,
  `${PATH}/import`,
  `${PATH}/links`,
  `${PATH}/webhooks`,
  "/status",
];

/** Every page that the worker has for those who signed in. */
const ROUTES = API_TABLE.filter(
  ({ method, path }) => method === "GET" && !/^\/(?:api\/v1|s|assets|healthz|icon|sign-in|invite)\b/.test(path),
).map(({ path }) => path.replace(":slug", HARMFUL).replace(":id", "C01"));

test("no page is left out", () => {
  const missing = ROUTES.filter((path) => !PAGES.some((page) => page.split("?")[0] === path));
  expect(missing).toEqual([]);
});

interface Tab {
  page: Page;
  /** What it said to its console and did not get, since it was last asked. */
  faults: string[];
}

let site: Site;
let harmful: Harmful;
beforeAll(async () => {
  site = await openSite();
  harmful = await makeHarmful(site);
});
afterAll(() => site.close());

describe.each(WINDOWS)(
  "texts full of markup and turning marks, at $viewport.width pixels in $colorScheme mode",
  (view) => {
    let page: Page;
    let tab: Tab;

    beforeAll(async () => {
      page = await site.owner({ ...view });
      tab = { page, faults: faultsOf(page, { refusals: true }) };
      await listen(page);
    });
    afterAll(() => page.close());

    /** What the texts at an address have done, a line for each; a difference prints as it is. */
    async function look(address: string, { page: seen, faults } = tab): Promise<string> {
      await seen.goto(address, { waitUntil: "networkidle" });
      await seen.locator("main :is(h1, h2, form)").first().waitFor({ state: "attached" });
      await unfold(seen);
      return done({ page: seen, faults });
    }
    async function done({ page: seen, faults } = tab): Promise<string> {
      return [...(await harmDone(seen)), ...(await tooWide(seen)), ...faults.splice(0)].join("\n");
    }
    async function anotherTab(): Promise<Tab> {
      const another = await page.context().newPage();
      await listen(another);
      return { page: another, faults: faultsOf(another, { refusals: true }) };
    }

    test("would be refused by the browser itself if a page made markup of them", async () => {
      await page.goto(PATH, { waitUntil: "networkidle" });
      const thrown = await page.evaluate(() => {
        const script = document.createElement("script");
        const ways = [
          () => (document.body.innerHTML = "<x-bad></x-bad>"),
          () => document.body.setAttribute("onclick", "window.ran=1"),
          () => script.append("window.ran=1"),
          () => document.body.append(script),
          () => document.createElement("p").setAttribute("style", "color: red"),
        ];
        return ways.map((way) => {
          try {
            way();
            return "";
          } catch (error) {
            return error instanceof Error ? error.name : "unknown";
          }
        });
      });
      expect(thrown).toEqual(["TypeError", "TypeError", "", "", ""]);
      const told = await done();
      for (const way of ["require-trusted-types-for", "style-src"])
        expect(told).toContain(`refused by the policy: ${way}`);
      expect(told).not.toContain("a script ran");
    });

    /** Looks at addresses in tabs side by side: most of the time a look waits to see that nothing more comes. */
    async function lookAll(addresses: string[]): Promise<void> {
      const left = [...addresses];
      const lookOn = async (): Promise<void> => {
        const own = await anotherTab();
        for (let next = left.shift(); next !== undefined; next = left.shift()) {
          expect(await look(next, own), next).toBe("");
        }
        await own.page.close();
      };
      await Promise.all(Array.from({ length: TABS }, lookOn));
    }

    test("are only text on every page of the signed-in", async () => {
      const addresses = PAGES.flatMap((page) => harmful.refs.map((ref) => page.replace(":ref", ref)));
      await lookAll([...new Set(addresses)]);
    });

    test("are only text on the pages that readers get, framed or behind a passphrase too", async () => {
      await lookAll(harmful.links.flatMap(({ url }, i) => (i < 2 ? [url, `${url}/embed`] : [url])));
    });

    test("are only text where an address that leads nowhere holds them", async () => {
      const addressesOf = (text: string): string[] => [
        `/${text}`,
        `/scenarios/${text}`,
        `${PATH}/events/${text}`,
        `${PATH}/propositions/${text}`,
        `${PATH}/events?q=${text}&indicator=${text}`,
        `${PATH}?asOf=${text}`,
        `${PATH}/log?follows=${text}`,
        `/s/${text}`,
        `/sign-in?code=${text}`,
      ];
      await lookAll(IN_ADDRESSES.flatMap(addressesOf));
    });

    test("are only text in the drawer, in what it offers while somebody types", async () => {
      await page.goto(PATH, { waitUntil: "networkidle" });
      await page.keyboard.press("l");
      const drawer = page.getByRole("dialog");
      await drawer.getByLabel("What happened").waitFor();
      await drawer.getByLabel("What happened").fill(harm(11)("typed"));
      await unfold(page);
      expect(await done()).toBe("");
    });

    test("are only text in what an import says of a file", async () => {
      const text = harm(13);
      const cells = [
        text("ref"),
        "2025-10-05",
        "visit",
        "minister_visit_held",
        text("title"),
        text("source"),
        "B",
        "2",
      ];
      const rows = [cells, cells.with(1, text("date")), cells.with(2, text("indicator")), cells.with(6, text("grade"))];
      const names = "ref,date,indicator,code,title,source_title,source_reliability,info_credibility";
      const quoted = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","));
      const buffer = Buffer.from([`${names},${text("column").replaceAll(/[",]/g, " ")}`, ...quoted].join("\n"));
      await page.goto(`${PATH}/import`);
      await page
        .getByLabel("CSV file")
        .setInputFiles({ name: `${text("name", 60)}.csv`, mimeType: "text/csv", buffer });
      await page.getByRole("button", { name: "Check it" }).click();
      await page.getByRole("heading", { name: "What the import would do" }).waitFor();
      await unfold(page);
      expect(await done()).toBe("");
    });

    test("are only text in what a scenario file is told before it is registered", async () => {
      const text = harm(17);
      await page.goto("/scenarios/new");
      const body = { format: "scenario-pack", slug: text("slug"), title: text("title"), indicators: [event(text, {})] };
      const file = { name: `${text("name", 60)}.json`, mimeType: "application/json" };
      await page.getByLabel("Scenario file").setInputFiles({ ...file, buffer: Buffer.from(JSON.stringify(body)) });
      await page.getByRole("heading", { name: /^Not yet: / }).waitFor();
      expect(await done()).toBe("");
    });

    test("are only text on paper", async () => {
      await page.goto(PATH, { waitUntil: "networkidle" });
      await page.emulateMedia({ media: "print" });
      expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(10_000);
      expect([...(await harmDone(page)), ...tab.faults.splice(0)]).toEqual([]);
      await page.emulateMedia({ media: "screen" });
    });
  },
);
