import { describe, expect, it } from "vitest";
import { monthEndSentence, pendingSentence, recordingSentence } from "../../../worker/core/said-sentences";

const said = {
  since: "2026-11-24",
  months: [
    { month: "2026-11", revision: 3, published: "stalled" as const, index: 13.4 },
    { month: "2026-12", revision: 3, published: "stalled" as const, index: 11.9 },
  ],
};
const publishedByMonth = { "2013-06": "not enough evidence", "2026-11": "stalled", "2026-12": "failing" } as const;

describe("what was said of a month-end", () => {
  it("stands beside what would be said now", () => {
    const sentence = (month: string) => monthEndSentence(month, { said, publishedByMonth });
    expect(sentence("2013-06")).toBe('June 2013: now "cannot tell"; what we said then is not recorded.');
    expect(sentence("2026-11")).toBe('November 2026: now "stalled", as we said then.');
    expect(sentence("2026-12")).toBe('December 2026: now "failing"; then we said "stalled".');
    expect(sentence("2027-01")).toBe("January 2027: now still being worked out; what we said then is not recorded.");
  });

  it("is known from the day on which recording began", () => {
    expect(recordingSentence({ said, publishedByMonth })).toBe(
      "Recording began on 24 November 2026: of the month-ends before that we know only what we would say now. 1 of 2 recorded since would be said again.",
    );
    expect(recordingSentence({ said: { since: null, months: [] }, publishedByMonth })).toBe(
      "What we say is recorded from the first month-end on.",
    );
  });

  it("counts the month-ends without a verdict", () => {
    expect(pendingSentence({ pendingMonths: [] })).toBeNull();
    expect(pendingSentence({ pendingMonths: ["2026-11"] })).toMatch(/^1 month-end is still/);
  });
});
