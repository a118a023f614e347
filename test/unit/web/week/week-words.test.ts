import { describe, expect, it } from "vitest";
import type { Week } from "../../../../worker/contract/api-types";
import { dueInWords, movedSentence, quietSentence, threadInWords, waitingParts } from "../../../../web/week/week-words";

const quiet: Week = {
  unreviewed: { count: 0, events: [] },
  disputed: { count: 0, events: [] },
  openThreads: [],
  dueClaims: [],
  unlookedMonths: [],
  lastMonth: { month: "2012-10", closed: true },
  revision: 3,
};

describe("what waits this week", () => {
  it("is listed with its counts, a dispute first", () => {
    const week = {
      ...quiet,
      unreviewed: { count: 198, events: [] },
      disputed: { count: 1, events: [] },
      unlookedMonths: ["2012-08"],
      lastMonth: { month: "2012-10", closed: false },
    };
    expect(waitingParts(week)).toEqual([
      "1 disputed event",
      "198 unreviewed events",
      "1 month not looked at",
      "October 2012 to close",
    ]);
    expect(quietSentence(week)).toBe(
      "No announcement has passed its day without a sequel; no claim is due within 60 days.",
    );
  });

  it("is nothing when every kind is done, and each kind is then named", () => {
    expect(waitingParts(quiet)).toEqual([]);
    expect(quietSentence(quiet).split("; ")).toHaveLength(6);
    expect(quietSentence(quiet)).toMatch(/^No event is disputed; .*October 2012 is closed\.$/);
  });

  it("tells how near a claim's deadline is, and counts no days long gone", () => {
    expect(dueInWords({ deadline: "2012-12-31", days: 37 })).toBe("due 31 December 2012, in 37 days");
    expect(dueInWords({ deadline: "2012-12-31", days: 0 })).toBe("due today, 31 December 2012");
    expect(dueInWords({ deadline: "2012-12-31", days: -1 })).toBe(
      "was due 31 December 2012, 1 day ago: say how it came out",
    );
    expect(dueInWords({ deadline: "2012-12-31", days: -4711 })).toBe("was due 31 December 2012: say how it came out");
  });

  it("tells what an announcement was for", () => {
    expect(threadInWords({ plannedFor: "2012-10" })).toBe("announced for October 2012, nothing since");
  });
});

describe("what closing a month does to the dashboard", () => {
  it("is said of the last complete month where months before it were not looked at", () => {
    expect(movedSentence("2026-10", "2025-11", "2026-11-24")).toBe(
      "Once October 2026 is looked at, the dashboard shows figures up to today. The months since November 2025 that " +
        "nobody looked at count neither as quiet nor as busy.",
    );
  });

  it("is nothing to say where there is no gap, of an earlier month, or where nobody has looked yet", () => {
    expect(movedSentence("2026-10", "2026-09", "2026-11-24")).toBeNull();
    expect(movedSentence("2020-03", "2019-12", "2026-11-24")).toBeNull();
    expect(movedSentence("2026-10", null, "2026-11-24")).toBeNull();
  });
});
