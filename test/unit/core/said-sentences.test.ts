import { describe, expect, it } from "vitest";
import {
  monthEndSentence,
  pendingSentence,
  recordInWords,
  recordingSentence,
  wrongCorrectionSentence,
  wrongSaidSentence,
} from "../../../worker/core/said-sentences";

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
    const sentence = (month: string) => monthEndSentence(month, { said, publishedByMonth, pendingMonths: ["2027-01"] });
    expect(sentence("2013-06")).toBe('June 2013: now "cannot tell"; what we said then is not recorded.');
    expect(sentence("2026-11")).toBe('November 2026: now "stalled", as we said then (revision 3).');
    expect(sentence("2026-12")).toBe('December 2026: now "failing"; then we said "stalled" (revision 3).');
    expect(sentence("2027-01")).toBe("January 2027: now being recalculated; what we said then is not recorded.");
  });

  it("says so where the record was put right", () => {
    const [november, december] = said.months.map((one) => ({ ...one, correctedIn: 7 }));
    const corrected = { ...said, months: [november, december].flatMap((one) => one ?? []) };
    const sentence = (month: string) =>
      monthEndSentence(month, { said: corrected, publishedByMonth, pendingMonths: [] });
    const put = "This record was wrong at first; revision 7 put it right.";
    expect(sentence("2026-11")).toBe(`November 2026: now "stalled", as we said then (revision 3). ${put}`);
    expect(sentence("2026-12")).toBe(`December 2026: now "failing"; then we said "stalled" (revision 3). ${put}`);
    expect(recordingSentence({ said: corrected, publishedByMonth })).toMatch(
      / would be said again\. 2 records were wrong at first and put right later\.$/,
    );
  });

  it("is known from the day on which recording began", () => {
    expect(recordingSentence({ said, publishedByMonth })).toBe(
      "Recording began on 24 November 2026: of the month-ends before that we know only what we would say now. 1 of 2 recorded since would be said again.",
    );
    expect(recordingSentence({ said: { since: null, months: [] }, publishedByMonth })).toBe(
      "What we say is recorded from the first month-end on.",
    );
  });

  it("tells of month-ends that are being recalculated how far that is, and whose verdicts stand", () => {
    const settling = { since: 57, revision: 56, settled: 12, months: 162 };
    expect(pendingSentence({})).toBeNull();
    expect(pendingSentence({ settling })).toBe(
      "Being recalculated since revision 57 (12 of 162 months). Until all are done the verdicts of revision 56 stand.",
    );
    expect(pendingSentence({ settling: { ...settling, revision: null } })).toMatch(/for the first time \(12 of 162/);
  });
});

describe("a wrong record of a month-end", () => {
  const stands = { month: "2026-11", revision: 3, published: "stalled" as const, index: 13.4 };
  const start = 'What was said at the end of November 2026 is recorded as "stalled", index 13.4, by revision 3.';

  it("is told with what would be right", () => {
    const right = { revision: 5, published: "not enough evidence" as const, index: 14.21034567 };
    expect(wrongSaidSentence(stands, right, false)).toBe(
      `${start} Right is "cannot tell", index 14.2103, by revision 5, the last before the month was over.`,
    );
    expect(wrongSaidSentence(stands, null, true)).toBe(
      `${start} That month is not over (UTC), so nothing of it is to be recorded yet.`,
    );
    expect(wrongSaidSentence(stands, null, false)).toBe(
      `${start} No verdict was there to be recorded when the month was over.`,
    );
  });

  it("is one whose correction does not fit the ledger", () => {
    expect(wrongCorrectionSentence("2026-11", 12)).toBe(
      "What was said at the end of November 2026 is not what revision 12 put right.",
    );
  });

  it("has its index to four places, where two may look alike to one", () => {
    expect(recordInWords({ ...stands, index: 13.44444 })).toBe('"stalled", index 13.4444, by revision 3');
  });
});
