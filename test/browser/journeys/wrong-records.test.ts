import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startServer } from "../harness/server";
import { faultsOf, openSite, SHIPPED, type Site, expectFits, SCREENS } from "./helpers";

/** Registered in February; one start with the clock two months ahead; and the last evening of February. */
const STARTS = ["2028-02-10T12:00:00Z", "2028-04-15T12:00:00Z"].map(Date.parse);
const NOW = Date.parse("2028-02-29T23:40:00Z");

describe("records of months to come, from a start with the clock ahead", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "signpost-ahead-"));
  let site: Site;
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    for (const now of STARTS) await (await startServer({ dataDir, now })).stop();
    site = await openSite({ dataDir, now: NOW });
    page = await site.owner({ viewport: { width: 1280, height: 900 } });
    faults = faultsOf(page);
  }, 120_000);
  afterAll(async () => {
    await site.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  function verify(): Promise<{ code: number; output: string }> {
    const env = { ...process.env, SIGNPOST_DATA: dataDir, SIGNPOST_NOW: new Date(NOW).toISOString() };
    const root = join(import.meta.dirname, "../../..");
    return new Promise((resolve) => {
      execFile(process.execPath, ["scripts/verify.mjs"], { cwd: root, env }, (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), output: stdout + stderr }),
      );
    });
  }

  test("are named by npm run verify", async () => {
    const { code, output } = await verify();
    expect(code).toBe(1);
    expect(output).toContain(`${SHIPPED}: revision 3`);
    for (const month of ["February 2028", "March 2028"]) {
      expect(output).toMatch(new RegExp(`What was said at the end of ${month} is recorded as .*not over \\(UTC\\)`));
    }
  });

  test("stand on the page Status, and one by one are put right with a reason", async () => {
    await page.goto("/status");
    await page.getByText("2 records of what was said at a month's end are wrong").waitFor();
    const records = page.getByRole("region", { name: "What was said at a month\u2019s end" });
    expect(await records.getByRole("heading", { level: 3 }).allInnerTexts()).toEqual([
      "February 2028, Pakistan and Russia: emerging allies?",
      "March 2028, Pakistan and Russia: emerging allies?",
    ]);
    const [february] = await records.getByRole("listitem").all();
    await february?.getByRole("button", { name: "Put February 2028 right" }).click();
    await february?.getByText("Reason: Say why, in a few words.").waitFor();
    await february?.getByLabel("Reason").fill("The clock was two months ahead");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await february
      ?.getByText("Put right in revision 4: nothing is recorded of February 2028 until it is over.")
      .waitFor();
    await page.reload();
    expect(await records.getByRole("heading", { level: 3 }).allInnerTexts()).toEqual([
      "March 2028, Pakistan and Russia: emerging allies?",
    ]);
  });

  test.each(SCREENS)("axe finds nothing and nothing is wider than the window: %s, %i px", async (...screen) => {
    await expectFits(page, ...screen);
  });

  test("once all are put right verify finds nothing", async () => {
    await page.getByLabel("Reason").fill("The clock was two months ahead");
    await page.getByRole("button", { name: "Put March 2028 right" }).click();
    await page.getByText("Put right in revision 5").waitFor();
    expect(await verify()).toMatchObject({ code: 0 });
    await page.reload();
    expect(await page.getByText(/records? of what was said/).count()).toBe(0);
    expect(faults).toEqual([]);
  });
});
