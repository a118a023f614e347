import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { aheadOf } from "../../scripts/clock.mjs";
import { clockNow } from "../../worker/clock";

const INSTANT = Date.parse("2026-11-30T12:00:00Z");
const YEAR = "31536000000";

beforeEach(() => void vi.spyOn(Date, "now").mockReturnValue(INSTANT));
afterEach(() => vi.restoreAllMocks());

describe("the worker's clock", () => {
  test("runs ahead of the machine's by what a local start says", () => {
    expect(clockNow({ LOCAL: "1", CLOCK_AHEAD: YEAR })).toBe(Date.parse("2027-11-30T12:00:00Z"));
    expect(clockNow({ LOCAL: "1" })).toBe(INSTANT);
  });

  test("is the machine's on a deployed worker, whatever is set there", () => {
    expect(clockNow({ CLOCK_AHEAD: YEAR })).toBe(INSTANT);
    expect(clockNow({ LOCAL: "0", CLOCK_AHEAD: YEAR })).toBe(INSTANT);
  });
});

describe("a clock that is set at the start", () => {
  test.each([
    ["2028-02-29T23:59:30Z", Date.parse("2028-02-29T23:59:30Z") - INSTANT],
    ["2026-11-30T11:59Z", -60_000],
    [undefined, 0],
    ["", 0],
  ])("%s is so many milliseconds ahead", (text, ahead) => {
    expect(aheadOf(text, "SIGNPOST_NOW")).toBe(ahead);
  });

  test.each(["tomorrow", "2028-02-29", "2027-02-29T00:00:00Z", "2028-02-29T23:59:30", "1e9"])(
    "%s is refused with the form that is wanted",
    (text) => {
      expect(() => aheadOf(text, "SIGNPOST_NOW")).toThrow(
        `SIGNPOST_NOW must be an instant by UTC such as 2028-02-29T23:59:30Z, not "${text}".`,
      );
    },
  );
});
