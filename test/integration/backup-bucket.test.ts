/** The backups that the schedule writes to a bucket. */
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { now, today } from "../clock";
import { verifyLedgers } from "../../worker/actions/verify-ledger";
import { verifyViews } from "../../worker/actions/verify-views";
import type { Env } from "../../worker/env";
import { runSchedule } from "../../worker/schedule";
import { lastBackup } from "../../worker/store/backups";
import { emptyInstance, restore } from "./backups";
import { libel, redactEverywhere } from "./canaries";
import { database, loadShipped } from "./harness";
import { share } from "./shared-links";
import { standAt } from "./clock";

const HOUR = 3_600_000;
/** Early in a day: a month that ends between two parts is recorded, and the backup begins again. */
const NOW = Date.parse(`${today()}T02:00:00Z`);
beforeEach(() => void standAt(NOW));
const bound: Env = { ...env, BACKUPS: env.TEST_BUCKET };
/** As on a deployed instance: a page at a time, unless the settings say more. */
const paged: Env = { ...bound, LOCAL: "0", BACKUP_PAGES: "1" };

async function names(): Promise<string[]> {
  return (await env.TEST_BUCKET.list()).objects.map(({ key }) => key).toSorted();
}

/** What lies in the bucket, joined in the order of the names, as docs/backup.md says. */
async function joined(): Promise<string[]> {
  let text = "";
  for (const name of await names()) text += await (await env.TEST_BUCKET.get(name))?.text();
  return text.trimEnd().split("\n");
}

beforeEach(async () => {
  const keys = await names();
  if (keys.length > 0) await env.TEST_BUCKET.delete(keys);
});

describe("the schedule", () => {
  test("writes a backup to the bucket that restores to the same", async () => {
    const { analyst } = await loadShipped();
    await share(analyst);
    await runSchedule(bound, NOW);
    const lines = await joined();
    expect(await lastBackup(bound, database())).toMatchObject({
      at: NOW,
      place: "bucket",
      lines: lines.length,
      bytes: new TextEncoder().encode(`${lines.join("\n")}\n`).length,
      scheduled: true,
    });
    await emptyInstance();
    await restore(lines);
    expect((await verifyLedgers(database(), now())).map(({ problems }) => problems)).toEqual([[]]);
    expect(await verifyViews(database())).toMatchObject({ views: 1, links: 1, problems: [] });
  });

  test("writes one a day, and the next in a folder of its own", async () => {
    await loadShipped();
    await runSchedule(bound, NOW);
    const first = await names();
    await runSchedule(bound, NOW + 23 * HOUR);
    expect(await names()).toEqual(first);
    await runSchedule(bound, NOW + 24 * HOUR);
    expect(await names()).toHaveLength(2 * first.length);
    const [folder = ""] = (first[0] ?? "").split("/");
    expect(folder).toMatch(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/);
  });

  test("writes so many pages a run as the settings say, and the parts are one backup of the first run's moment", async () => {
    const { analyst } = await loadShipped();
    await runSchedule(paged, NOW);
    expect(await names()).toHaveLength(1);
    expect(await lastBackup(paged, database())).toBeNull();
    standAt(NOW + 1000);
    await share(analyst, { title: "Made meanwhile" });
    let runs = 1;
    for (; (await lastBackup(paged, database())) === null && runs < 10; runs += 1) {
      await runSchedule(paged, NOW + runs * HOUR);
    }
    const lines = await joined();
    expect(await names()).toHaveLength(runs);
    expect(lines.join("\n")).not.toContain("Made meanwhile");
    await emptyInstance();
    await restore(lines);
    expect((await verifyLedgers(database(), now())).map(({ problems }) => problems)).toEqual([[]]);
  });

  test("takes away what it has written where texts are removed meanwhile, and begins again", async () => {
    const errors = vi.spyOn(console, "error").mockImplementation(() => {});
    const { keys, ref } = await libel();
    await runSchedule(paged, now() + 1000);
    expect(await names()).toHaveLength(1);
    await redactEverywhere(keys.owner, ref);
    for (let runs = 1; (await names()).length > 0 && runs < 10; runs += 1) {
      await runSchedule(paged, now() + runs * HOUR);
    }
    expect(await names()).toEqual([]);
    expect(errors.mock.calls.flat().join()).toContain("Make the backup again.");
    await runSchedule(bound, now() + 24 * HOUR);
    const text = (await joined()).join("\n");
    expect(text).not.toContain("CANARY title");
    expect(await lastBackup(bound, database())).not.toBeNull();
    errors.mockRestore();
  });

  test("does its other work where the bucket fails, and tells the log", async () => {
    const errors = vi.spyOn(console, "error").mockImplementation(() => {});
    await loadShipped();
    const broken = { put: () => Promise.reject(new Error("No room")) } as unknown as R2Bucket;
    await runSchedule({ ...bound, BACKUPS: broken }, NOW);
    expect(errors.mock.calls.flat().join()).toContain("No room");
    expect(await lastBackup(bound, database())).toBeNull();
    errors.mockRestore();
    await runSchedule(bound, NOW + HOUR);
    expect(await lastBackup(bound, database())).toMatchObject({ at: NOW + HOUR });
  });

  test("writes none without a bucket", async () => {
    await loadShipped();
    await runSchedule(env, NOW);
    expect(await names()).toEqual([]);
  });
});
