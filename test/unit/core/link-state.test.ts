import { expect, test } from "vitest";
import { hasExpired, isUsedUp, type LinkTimes, statusOf } from "../../../worker/core/link-state";

const OPEN: LinkTimes = { withdrawnAt: null, expiresAt: null, pausedAt: null, viewCap: null, opens: 0 };

test("A link's end comes with its very instant, and a link without an end has none", () => {
  expect([hasExpired({ expiresAt: 1000 }, 999), hasExpired({ expiresAt: 1000 }, 1000)]).toEqual([false, true]);
  expect(hasExpired({ expiresAt: null }, Number.MAX_SAFE_INTEGER)).toBe(false);
});

test("A cap is used up by the last open that it allows, or by more where it was lowered", () => {
  expect([4, 5, 6].map((opens) => isUsedUp({ viewCap: 5, opens }))).toEqual([false, true, true]);
  expect(isUsedUp({ viewCap: null, opens: 1_000_000 })).toBe(false);
});

test("Of several reasons the one that ends a link for good is told", () => {
  const all = { withdrawnAt: 1, expiresAt: 1, pausedAt: 1, viewCap: 1, opens: 1 };
  expect(statusOf(all, 2)).toBe("withdrawn");
  expect(statusOf({ ...all, withdrawnAt: null }, 2)).toBe("expired");
  expect(statusOf({ ...all, withdrawnAt: null, expiresAt: null }, 2)).toBe("used-up");
  expect(statusOf({ ...OPEN, pausedAt: 1 }, 2)).toBe("paused");
  expect(statusOf(OPEN, 2)).toBe("open");
});
