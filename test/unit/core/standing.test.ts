import { expect, test } from "vitest";
import { backupWarning, databaseWarning, warningsOf } from "../../../worker/core/standing";

const NOW = Date.parse("2026-11-25T12:00:00Z");
const HOUR = 3_600_000;
const aged = (hours: number, scheduled = false) => ({ at: NOW - hours * HOUR, bytes: 9, scheduled });

test("a backup is warned of where there is none, and from two days on", () => {
  expect(backupWarning(null, NOW)).toMatch(/never been backed up.*npm run backup/);
  expect(backupWarning(aged(48), NOW)).toBeNull();
  expect(backupWarning(aged(49), NOW)).toMatch(/^The last backup is 2 days old\. Run `npm run backup`/);
  expect(backupWarning(aged(24 * 9, true), NOW)).toMatch(/^The last backup is 9 days old\. The schedule should have/);
});

test("a backup of the future, by a clock that was set back, is not old", () => {
  expect(backupWarning(aged(-5), NOW)).toBeNull();
});

test("a database is warned of from four fifths of a limit on, and of the free plan's only while it could be on it", () => {
  expect([0, 399e6, 501e6, 7.9e9].map(databaseWarning)).toEqual([null, null, null, null]);
  expect(databaseWarning(400e6)).toMatch(/^The database holds 80 % of the 500 MB that the free plan allows\./);
  expect(databaseWarning(500e6)).toMatch(/^The database holds 100 % of the 500 MB/);
  expect(databaseWarning(9_999_999_999)).toMatch(/^The database holds 99 % of the 10 GB that D1 allows\./);
});

test("what waits is told with its number, bad secrets first, and nothing where all is well", () => {
  const well = {
    backup: aged(1),
    databaseBytes: 1e6,
    pendingMonths: [0, null],
    broken: [],
    unsignedViews: 0,
    failedMessages: 0,
    wrongRecords: [],
    secrets: [],
  };
  expect(warningsOf(well, NOW)).toEqual([]);
  const waiting = {
    pendingMonths: [2, null, 1],
    broken: ["A warming"],
    unsignedViews: 1,
    failedMessages: 2,
    wrongRecords: [{ month: "2026-11" }],
    secrets: ["SIGNING_KEY is missing."],
  };
  const badly = { backup: null, databaseBytes: 450e6, ...waiting };
  expect(warningsOf(badly, NOW)).toEqual([
    "SIGNING_KEY is missing.",
    "The page of “A warming” cannot be shown: the table of scenarios below says why.",
    expect.stringContaining("90 % of the 500 MB"),
    expect.stringContaining("never been backed up"),
    "1 record of what was said at a month's end is wrong: put it right on the page Status.",
    expect.stringMatching(/^2 messages to webhooks given up/),
    expect.stringMatching(/^1 frozen view without a signature/),
    expect.stringMatching(/^3 month-end verdicts not computed yet/),
  ]);
});
