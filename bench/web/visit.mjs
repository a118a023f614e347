import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "../../scripts/serve/settings.mjs";
import { probe } from "./probe.mjs";

const VIEWPORT = { width: 1280, height: 900 };
/** Nothing on the way for so long: the page has what it needs. */
const QUIET_MS = 300;
const LIMIT_MS = 10_000;

/**
 * @typedef {{ server: number, paint: number, verdict: number, chart: number | null, charts: number | null, canvases: number,
 *   shift: number, requests: number, wire: number, code: number }} Visit times in ms from the start of the navigation,
 * `server` when the page's first byte is there; `wire` and `code` in bytes, `code` is JS and CSS, gzipped as the
 * build's table counts them
 */

/**
 * Opens a page as somebody does who was never here, and waits without touching it until nothing more comes.
 * @param {import("playwright-core").Browser} browser @param {string} url
 * @param {import("playwright-core").BrowserContextOptions["storageState"]} storageState who is signed in, if anybody
 * @returns {Promise<Visit>}
 */
export async function visit(browser, url, storageState) {
  // A context has a cache and cookies of its own, and takes both along when it is closed.
  const context = await browser.newContext({ viewport: VIEWPORT, storageState });
  try {
    const page = await context.newPage();
    await page.addInitScript(probe);
    const traffic = await watch(page, context);
    await page.goto(url, { waitUntil: "load" });
    await settle(page, traffic);
    const seen = await page.evaluate(() => {
      const [{ responseStart }] = performance.getEntriesByType("navigation");
      return { ...window.benchSeen, server: responseStart };
    });
    if (seen.paint === null || seen.verdict === null) throw new Error(`${url} shows no verdict`);
    const { requests, wire, code } = traffic;
    return { ...seen, requests, wire, code };
  } finally {
    await context.close();
  }
}

/** Counts what travels: requests, bytes with their headers, and the scripts and styles among them. */
async function watch(page, context) {
  const traffic = { requests: 0, wire: 0, code: 0, open: new Set(), last: performance.now() };
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  session.on("Network.requestWillBeSent", ({ requestId, request, type }) => {
    if (!request.url.startsWith("http")) return;
    traffic.requests += 1;
    traffic.open.add(requestId);
    if (type === "Script" || type === "Stylesheet") traffic.code += gzipped(new URL(request.url).pathname);
  });
  const end = ({ requestId, encodedDataLength = 0 }) => {
    if (!traffic.open.delete(requestId)) return;
    traffic.wire += encodedDataLength;
    traffic.last = performance.now();
  };
  session.on("Network.loadingFinished", end);
  session.on("Network.loadingFailed", end);
  return traffic;
}

function gzipped(path) {
  return gzipSync(readFileSync(join(root, "dist/web", path)), { level: 9 }).length;
}

async function settle(page, traffic) {
  for (const start = performance.now(); performance.now() - start < LIMIT_MS;) {
    const { charts } = await page.evaluate(() => window.benchSeen);
    const quiet = traffic.open.size === 0 && performance.now() - traffic.last > QUIET_MS;
    // Charts further down may be drawn only when they come into sight.
    if (quiet && (charts !== null || performance.now() - traffic.last > 5 * QUIET_MS)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${page.url()} is still busy after ${LIMIT_MS / 1000} s`);
}
