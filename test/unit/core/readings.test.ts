import { describe, expect, it } from "vitest";
import { agreementOf, readingOf, shownWord, type ReadingInput } from "../../../worker/core/readings";
import type { VerdictWord } from "../../../worker/core/verdict-types";

function reading(over: Partial<ReadingInput>): string {
  const { reading: word, reason } = readingOf({
    n: 24,
    zeroMonths: 0,
    events: 20,
    indicators: 4,
    trend: { S: 10, p: 0.5, riseHigh: 2 },
    alpha: 0.1,
    materialRise: 3,
    indexNow: 5,
    indexAtRegistration: 4,
    ...over,
  });
  return `${word}: ${reason}`;
}

describe("a reading", () => {
  it("needs 12 months, then 8 events, then 2 indicators, then half of the months with points, in that order", () => {
    expect(reading({ n: 11, events: 7, indicators: 1, zeroMonths: 11 })).toBe("not enough evidence: months");
    expect(reading({ n: 12, events: 7, indicators: 1, zeroMonths: 12 })).toBe("not enough evidence: events");
    expect(reading({ n: 12, events: 8, indicators: 1, zeroMonths: 12 })).toBe("not enough evidence: indicators");
    expect(reading({ n: 12, events: 8, indicators: 2, zeroMonths: 7 })).toBe("not enough evidence: sparse");
    expect(reading({ n: 12, events: 8, indicators: 2, zeroMonths: 6 })).toBe("stalled: material-rise-ruled-out");
  });

  it("without a test there are too few months", () => {
    expect(reading({ trend: null })).toBe("not enough evidence: months");
  });

  it("a rise holds while the index is not below that at registration", () => {
    const trend = { S: 40, p: 0.09, riseHigh: 9 };
    expect(reading({ trend })).toBe("holding: up");
    expect(reading({ trend, indexNow: 4 })).toBe("holding: up");
    expect(reading({ trend, indexNow: 3.9 })).toBe("weakening: up-but-below-registration");
  });

  it("a fall fails, however high the index", () => {
    expect(reading({ trend: { S: -40, p: 0.09, riseHigh: -1 }, indexNow: 99 })).toBe("failing: down");
  });

  it("p of exactly 0.10 is no trend", () => {
    expect(reading({ trend: { S: 40, p: 0.1, riseHigh: 9 } })).toBe("not enough evidence: undecided");
  });

  it("no trend is stalled only if a rise of D lies above the range", () => {
    expect(reading({ trend: { S: 1, p: 0.5, riseHigh: 2.999 } })).toBe("stalled: material-rise-ruled-out");
    expect(reading({ trend: { S: 1, p: 0.5, riseHigh: 3 } })).toBe("not enough evidence: undecided");
  });
});

describe("what is published", () => {
  const mixed = (count: number, of: number): VerdictWord[] =>
    Array.from({ length: of }, (_, i) => (i < count ? "stalled" : "not enough evidence"));

  it("takes three quarters of the readings, the base included", () => {
    expect(agreementOf(mixed(12, 16)).published).toBe("stalled"); // 12 = 0.75 * 16
    expect(agreementOf(mixed(11, 16))).toEqual({
      agree: 11,
      of: 16,
      leans: "stalled",
      published: "not enough evidence",
    });
    expect(agreementOf(mixed(12, 17)).published).toBe("not enough evidence"); // 12 < 12.75
  });

  it("a base without a verdict leans nowhere, and its agreement is still counted", () => {
    const readings: VerdictWord[] = ["not enough evidence", "stalled", "stalled"];
    expect(agreementOf(readings)).toEqual({ agree: 1, of: 3, leans: null, published: "not enough evidence" });
  });
});

describe("what is shown", () => {
  it("changes only after three equal months in a row", () => {
    expect(shownWord(["holding", "holding"])).toBe("not enough evidence");
    expect(shownWord(["holding", "holding", "holding"])).toBe("holding");
    expect(shownWord(["holding", "holding", "holding", "failing", "failing"])).toBe("holding");
    expect(shownWord(["holding", "failing", "holding", "failing", "holding"])).toBe("not enough evidence");
    expect(shownWord([])).toBe("not enough evidence");
  });

  it("is unknown while a month that matters is pending, and no later", () => {
    expect(shownWord(["holding", null, "holding", "holding"])).toBeNull();
    expect(shownWord([null, "holding", "holding", "holding", "failing"])).toBe("holding");
    expect(shownWord(["holding", "holding", "holding", null])).toBeNull();
  });
});
