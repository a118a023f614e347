import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { launchChromium } from "../harness/chromium";
import { type ServerOptions, startServer, type TestServer } from "../harness/server";

export const SHIPPED = "pakistan-russia-2012";
const WAIT_MS = 30_000;

/** One running Signpost, one browser, and the API as a script sees it. */
export interface Site {
  server: TestServer;
  browser: Browser;
  api<T>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<T>;
  /** A page of its own: without cookies, or signed in by a link of its own. */
  visitor(options?: BrowserContextOptions): Promise<Page>;
  owner(options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

export async function openSite(options: ServerOptions = {}): Promise<Site> {
  const [server, browser] = await Promise.all([startServer(options), launchChromium()]);
  const key = await server.key("owner", "Robot");
  const visitor = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context: BrowserContext = await browser.newContext({
      baseURL: server.url,
      timezoneId: "UTC",
      ...options,
    });
    context.setDefaultTimeout(WAIT_MS);
    return context.newPage();
  };
  return {
    server,
    browser,
    visitor,
    async api(method, path, body, headers) {
      const text = typeof body === "string";
      const answer = await fetch(`${server.url}/api/v1${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${key}`,
          ...(body === undefined ? {} : { "Content-Type": text ? "text/csv" : "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: text ? body : JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    async owner(options) {
      const page = await visitor(options);
      await page.goto(await server.signIn());
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.waitForURL((url) => url.pathname !== "/sign-in");
      return page;
    },
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}

/** What must not happen on any page: an error, a dialog, a request to elsewhere. Read it at the end. */
export function faultsOf(page: Page, { refusals = false } = {}): string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => {
    // The browser itself reports an answer such as 412, which the page expects.
    const expected = refusals && message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !expected) faults.push(`console: ${message.text()}`);
  });
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  let origin: string | null = null;
  page.on("request", (request) => {
    const url = new URL(request.url());
    origin ??= url.origin;
    if (url.protocol.startsWith("http") && url.origin !== origin) faults.push(`request: ${request.url()}`);
  });
  return faults;
}

/** By how many pixels a page is wider than the window. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** What axe finds, as "rule: element". */
export async function axeFindings(page: Page): Promise<string[]> {
  // What passes is not reported: 59 kB in place of 2.8 MB for the dashboard, and a fifth of the time less.
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}

export const SCREENS = [
  ["light", 1280],
  ["light", 360],
  ["dark", 1280],
  ["dark", 360],
] as const;

/** On such a screen axe finds nothing, and nothing is wider than the window. */
export async function expectFits(page: Page, colorScheme: "light" | "dark", width: number): Promise<void> {
  // Else axe may meet a colour on its way to the other theme.
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.setViewportSize({ width, height: 800 });
  expect(await axeFindings(page)).toEqual([]);
  expect(await sideways(page)).toBe(0);
}

export function figureOf(page: Page, heading: string): Locator {
  return page.locator("figure", { has: page.getByRole("heading", { name: heading }) });
}

/** How many pixels of a figure's canvas have the page's accent colour: its line or its bars, never its axes. */
function drawnPixels(figure: Locator): Promise<number> {
  return figure.locator("canvas").evaluate((canvas: HTMLCanvasElement) => {
    const probe = document.createElement("i");
    probe.style.color = "var(--accent)";
    document.body.append(probe);
    const [red = 0, green = 0, blue = 0] = (getComputedStyle(probe).color.match(/\d+/g) ?? []).map(Number);
    probe.remove();
    const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    let found = 0;
    for (let at = 0; at < pixels.length; at += 4) {
      const same = pixels[at] === red && pixels[at + 1] === green && pixels[at + 2] === blue && pixels[at + 3] === 255;
      if (same) found += 1;
    }
    return found;
  });
}

/** A chart comes after the page, and piece by piece: waits until that much of it is there. */
export async function untilDrawn(figure: Locator, pixels: number): Promise<void> {
  await expect.poll(() => drawnPixels(figure), { timeout: WAIT_MS }).toBeGreaterThan(pixels);
}

/** The words below a page's charts come after these: whoever reads the page whole waits for them. */
export async function untilWhole(page: Page): Promise<void> {
  await page.getByRole("heading", { name: "Latest events" }).waitFor();
}

/** The rows of a figure's table, as text. */
export async function tableOf(figure: Locator): Promise<string[][]> {
  const table = figure.locator("details");
  if ((await table.getAttribute("open")) === null) await figure.getByText("Show as table").click();
  await figure.locator("tbody tr").first().waitFor();
  return figure
    .locator("tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? "")));
}

/** A number as the pages show it: one decimal, rounded as on paper, and a real minus sign. 3.65 is "3.7". */
export function shown(value: number): string {
  const tenths = Math.round(Number((Math.abs(value) * 10).toFixed(9)));
  return `${value < 0 && tenths > 0 ? "\u2212" : ""}${(tenths / 10).toFixed(1)}`;
}
