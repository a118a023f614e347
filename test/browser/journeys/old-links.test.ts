import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../harness/chromium";
import { startServer, type TestServer } from "../harness/server";
import { oldViews } from "../../fixtures/old-views";
import { untilWhole } from "./helpers";
import { openStopped, storeOld } from "../harness/stored-views";

const dataDir = mkdtempSync(join(tmpdir(), "signpost-old-"));
const tokens = new Map<string, string>();
let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  await (await startServer({ dataDir })).stop();
  const database = openStopped(dataDir);
  for (const view of oldViews()) tokens.set(view.name, storeOld(database, view));
  database.close();
  [server, browser] = await Promise.all([startServer({ dataDir }), launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test("There is a stored view of every release that made links", () => {
  expect(oldViews().map(({ name }) => name)).toEqual(["0.1.0-first", "0.1.0", "0.2.0", "0.3.0"]);
});

describe.each(oldViews())("A link frozen by release $name", ({ name, bytes, hash }) => {
  test("is drawn whole, without an error", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => void (message.type() === "error" && errors.push(message.text())));
    await page.goto(`${server.url}/s/${tokens.get(name)}`);
    const { statement, indicators } = JSON.parse(bytes.toString()) as { statement: string; indicators: unknown[] };
    await untilWhole(page);
    await page.getByRole("heading", { name: "Take it away" }).waitFor();
    expect(await page.locator("#headline").textContent()).toContain(statement.split(":")[0]);
    const canvases = page.locator("main canvas");
    await expect.poll(() => canvases.count()).toBeGreaterThan(indicators.length / 2);
    expect(await page.locator("main").textContent()).not.toMatch(/undefined|NaN|\[object/);
    expect(errors).toEqual([]);
    await context.close();
  });

  test("says what changed since", async () => {
    const answer = await fetch(`${server.url}/s/${tokens.get(name)}/since.json`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ added: 0, corrected: 0, retracted: 0 });
  });

  test("was signed when this release started, for its readers to check", async () => {
    const signature = await (await fetch(`${server.url}/s/${tokens.get(name)}/view.sig`)).json();
    expect(signature).toMatchObject({ sha256: hash, scenario: "pakistan-russia-2012" });
  });

  test("still gives the bytes that it was frozen with", async () => {
    const answer = await fetch(`${server.url}/s/${tokens.get(name)}/view.json`);
    const served = Buffer.from(await answer.arrayBuffer());
    expect(createHash("sha256").update(served).digest("hex")).toBe(hash);
    expect(served.equals(bytes)).toBe(true);
  });
});
