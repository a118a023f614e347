import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "../harness/server";
import { axeFindings, figureOf, openSite, SHIPPED, sideways, untilDrawn } from "./helpers";
import type { Site } from "./helpers";

describe("a frozen page on another site", () => {
  let site: Site;
  let url: string;
  let other: Server;
  let origin: string;
  let reader: Page;
  const frameOf = async (path: string): Promise<Frame> => {
    await reader.goto(`${origin}?${encodeURIComponent(path)}`);
    const frame = await (await reader.locator("iframe").elementHandle())?.contentFrame();
    if (!frame) throw new Error("no frame");
    return frame;
  };

  beforeAll(async () => {
    site = await openSite();
    ({ url } = await site.api<{ url: string }>("POST", `/scenarios/${SHIPPED}/snapshots`, { title: "Framed" }));
    const port = await freePort();
    other = createServer((request, response) => {
      const src = decodeURIComponent(new URL(request.url ?? "", "http://x").search.slice(1));
      response.setHeader("Content-Type", "text/html");
      response.end(`<!doctype html><title>A blog</title><iframe title="F" width="100%" height="680" src="${src}">`);
    }).listen(port, "127.0.0.1");
    await once(other, "listening");
    origin = `http://127.0.0.1:${port}/`;
    reader = await site.visitor({ viewport: { width: 380, height: 740 } });
  });
  afterAll(async () => {
    other.close();
    await site.close();
  });

  test("is drawn: headline with its numbers, index, when it was frozen, and the way to the whole page", async () => {
    const frame = await frameOf(`${url}/embed`);
    await frame.getByRole("heading", { level: 1, name: /^Stalled:/ }).waitFor();
    await frame.locator("canvas").waitFor();
    const said = await frame.locator("main").innerText();
    expect(said).toMatch(/90 % range/);
    expect(said).toMatch(/Back-test of a 2012 forecast/);
    expect(said).toMatch(/Frozen on .+ by .+, revision \d+\./);
    const out = frame.getByRole("link", { name: /^The whole page/ });
    expect(await out.getAttribute("href")).toBe(url);
    expect(await out.getAttribute("target")).toBe("_blank");
    expect(await out.getAttribute("rel")).toContain("noopener");
    expect(await frame.locator("header").count()).toBe(0);
    expect(await reader.context().cookies()).toEqual([]);
  });

  test("opens the whole page in a tab of its own", async () => {
    const frame = await frameOf(`${url}/embed`);
    const [opened] = await Promise.all([
      reader.context().waitForEvent("page"),
      frame.getByRole("link", { name: /^The whole page/ }).click(),
    ]);
    await opened.getByRole("heading", { level: 1, name: "Framed" }).waitFor();
    await opened.close();
  });

  test("fits 360 to 800 pixels in both themes, and is for readers of any kind", async () => {
    await reader.goto(`${url}/embed`);
    for (const [width, colorScheme] of [
      [360, "light"],
      [800, "dark"],
    ] as const) {
      await reader.setViewportSize({ width, height: 680 });
      await reader.emulateMedia({ colorScheme });
      await untilDrawn(figureOf(reader, "Warming index"), 200);
      expect(await sideways(reader)).toBe(0);
      expect(await axeFindings(reader)).toEqual([]);
    }
  });

  test("refuses to be framed as the page itself: only its embed may be", async () => {
    const frame = await frameOf(url);
    // What a browser shows in place of a page that refuses is its own error page.
    await expect.poll(() => frame.url()).toMatch(/^chrome-error:/);
  });
});
