import { expect, test } from "vitest";
import { nextTryAt } from "../../../worker/core/webhook-retry";

test("a delivery is tried again after a minute, ten, an hour, six and a day; after the sixth try it has failed", () => {
  const minutes = [1, 2, 3, 4, 5, 6].map((tries) => {
    const at = nextTryAt(tries, 1_000_000);
    return at === null ? null : (at - 1_000_000) / 60_000;
  });
  expect(minutes).toEqual([1, 10, 60, 360, 1440, null]);
});
