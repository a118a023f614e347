import { describe, expect, it } from "vitest";
import { earnedSentence, figureRows } from "../../../../web/week/month-figures";

const view = {
  months: [
    { month: "2012-09", index: 18.44, directIndex: 17, events: 0, y: 0 },
    { month: "2012-10", index: 21.26, directIndex: 19.5, events: 4, y: 9.3 },
    { month: "2012-11", index: 20, directIndex: 18, events: 0, y: -1 },
  ],
  publishedByMonth: { "2012-09": "not enough evidence", "2012-10": "stalled" } as const,
  pendingMonths: ["2012-11"],
};

describe("the figures beside a month's note", () => {
  it("are index and verdict at the end of the month before and of the month", () => {
    expect(figureRows(view, "2012-10")).toEqual([
      { label: "Index of all evidence", before: "18.4", after: "21.3" },
      { label: "Direct dealings only", before: "17.0", after: "19.5" },
      { label: "Verdict", before: "cannot tell", after: "stalled" },
    ]);
  });

  it("say what is not there or not known yet", () => {
    expect(figureRows(view, "2012-09").map(({ before }) => before)).toEqual(["-", "-", "none yet"]);
    expect(figureRows(view, "2012-11").at(-1)?.after).toBe("being worked out");
    const again = { ...view, pendingMonths: ["2012-10"] };
    expect(figureRows(again, "2012-10").at(-1)?.after).toBe("stalled, being recalculated");
  });

  it("name the month's events and points; a running state counts without an event", () => {
    expect(earnedSentence(view, "2012-10")).toBe("4 events, +9.3 points in October 2012.");
    expect(earnedSentence(view, "2012-09")).toBe("No event in September 2012.");
    expect(earnedSentence(view, "2012-11")).toBe(
      "No event in November 2012. A running state counts as \u22121.0 points.",
    );
    expect(earnedSentence(view, "2013-01")).toBe("January 2013 lies outside the figures.");
  });
});
