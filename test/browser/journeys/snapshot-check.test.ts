import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../harness/chromium";
import { startServer, type TestServer } from "../harness/server";
import { openStopped } from "../harness/stored-views";
import { SHIPPED } from "./helpers";

const dataDir = mkdtempSync(join(tmpdir(), "signpost-check-"));
let server: TestServer;
let browser: Browser;
let path: string;

/** What the check says of the page as this server gives it. */
async function checked(): Promise<string> {
  const page = await browser.newPage();
  try {
    await page.goto(`${server.url}${path}`);
    await page.getByRole("button", { name: "Check this page" }).click();
    const answer = page.locator(".check-page .notice");
    await answer.waitFor();
    return await answer.innerText();
  } finally {
    await page.close();
  }
}

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ dataDir }), launchChromium()]);
  const answer = await fetch(`${server.url}/api/v1/scenarios/${SHIPPED}/snapshots`, {
    method: "POST",
    headers: { Authorization: `Bearer ${await server.key("owner")}`, "Content-Type": "application/json" },
    body: JSON.stringify({ title: "To be tampered with" }),
  });
  const { url } = (await answer.json()) as { url: string };
  path = new URL(url).pathname;
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test("one digit changed in the stored figures is found by the reader's check, which says so in words", async () => {
  expect(await checked()).toContain("Everything fits");
  await server.stop();
  const database = openStopped(dataDir);
  const row = database.prepare("SELECT hash, body FROM views WHERE kept = 1").get() as {
    hash: string;
    body: Uint8Array;
  };
  const text = gunzipSync(row.body).toString();
  const tampered = text.replace(/"eventsCounted":\d/, (found) => `${found.slice(0, -1)}9`);
  expect(tampered).not.toBe(text);
  database.prepare("UPDATE views SET body = ? WHERE hash = ?").run(gzipSync(tampered), row.hash);
  database.close();
  server = await startServer({ dataDir });
  const said = await checked();
  expect(said).toContain("Something does not fit. Do not rely on this page, and tell its publisher.");
  expect(said).toContain(`The JSON file was changed: its SHA-256 is`);
  expect(said).toContain("The signature does not fit");
});
