import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VERDICT_WORDS, READING_REASONS } from "../../../worker/core/verdict-types";
import { headlineSentence, horizonsSentence, verdictSentence } from "../../../worker/core/verdict-sentences";
import { headlineStatement } from "../../../worker/core/headline-statement";
import type { ViewLevel } from "../../../worker/core/view-types";
import { aHorizonVerdict } from "./a-verdict";

const year = { total: 12, direct: 14, covered: 10 };
const level: ViewLevel = {
  last12: year,
  baseline12: year,
  directDifference: 0,
  band90: 1,
  word: "about the same",
  years: [{ ...year, to: "2014-05" }],
};
const view = {
  asOf: "2014-05-31",
  registeredOn: "2012-06-15",
  title: "Pakistan and Russia: emerging allies?",
  mode: "back-test" as const,
  level,
  coverage: {
    from: "2011-06",
    to: "2014-05",
    months: 36,
    covered: 30,
    attested: 5,
    inferred: 5,
    lastCovered: "2014-05",
    lastEventDate: "2014-05-20",
    countedEvents: 40,
    countedIndicators: 5,
  },
};

describe("the headline", () => {
  it("gives the verdict in full", () => {
    const headline = (shown: (typeof VERDICT_WORDS)[number]): string => headlineSentence({ shown }, view);
    expect(headline("holding")).toBe("Holding: ties are warming.");
    expect(headline("weakening")).toBe(
      "Weakening: ties rose, but are now below where they stood when the article appeared.",
    );
    expect(headline("stalled")).toBe("Stalled: Pakistan and Russia stayed friendly but show no lasting rise.");
    expect(headline("failing")).toBe("Failing: ties are cooling.");
    expect(headline("not enough evidence")).toBe("Not enough evidence: we cannot tell yet whether ties are warming.");
  });

  it("says stayed friendly only if every year was", () => {
    const years = [...level.years, { ...year, direct: 0, to: "2013-05" }];
    expect(headlineSentence({ shown: "stalled" }, { ...view, level: { ...level, years } })).toBe(
      "Stalled: Pakistan and Russia show no lasting rise.",
    );
  });

  it("speaks of ties where the title names no two sides", () => {
    expect(headlineSentence({ shown: "stalled" }, { ...view, title: "Emerging allies" })).toBe(
      "Stalled: ties stayed friendly but show no lasting rise.",
    );
  });
});

describe("the verdict sentence", () => {
  it("stands with its numbers", () => {
    expect(verdictSentence(aHorizonVerdict(), view)).toBe(
      "From June 2011 to May 2014 the monthly score shows no lasting rise: -0.7 points a month over the whole period " +
        "(90 % range -1.9 to 0.0). A rise of 3 is ruled out by this test. 16 of 17 variations of our assumptions on the " +
        "same events agree. 30 of 36 months were looked at; 6 were not.",
    );
  });

  it("names the months that were tested, and which of the period were not", () => {
    const period = { windowTo: "2013-06", testedTo: "2013-04", monthsInWindow: 25, covered: 20, n: 20, spanMonths: 22 };
    const sentence = verdictSentence(aHorizonVerdict(period), view);
    expect(sentence).toMatch(
      /^From June 2011 to April 2013 the monthly score [^.]+: -0\.7 points a month over that time /,
    );
    expect(sentence).toMatch(/20 of 25 months were looked at; 5 were not, among them the last 2, to June 2013\.$/);
  });

  it.each([
    [{ testedTo: "2014-04", covered: 35 }, "1 was not: the last, May 2014."],
    [{ testedFrom: "2011-07", covered: 35 }, "1 was not: the first, June 2011."],
    [
      { testedFrom: "2011-08", testedTo: "2014-02", covered: 31 },
      "5 were not: the first 2 and the last 3, to May 2014.",
    ],
    [{ testedFrom: "2011-08", covered: 20 }, "16 were not, among them the first 2."],
    [{ testedFrom: null, testedTo: null, covered: 0 }, "36 were not."],
  ])("says which ends of the period were not looked at: %j", (over, words) => {
    expect(verdictSentence(aHorizonVerdict(over), view).endsWith(words)).toBe(true);
  });

  it("does not call a rise ruled out where another word is still shown", () => {
    const sentence = verdictSentence(aHorizonVerdict({ shown: "not enough evidence" }), view);
    expect(sentence).not.toContain("ruled out");
    expect(sentence).toContain(
      'A verdict changes only after three equal months in a row: "cannot tell" still stands, though May 2014 alone says "stalled".',
    );
  });

  it("says where too few variations agree", () => {
    const verdict = aHorizonVerdict({
      published: "not enough evidence",
      shown: "not enough evidence",
      agree: 9,
      of: 15,
    });
    const sentence = verdictSentence(verdict, view);
    expect(sentence).toContain(
      "By itself that reads stalled, but fewer than three quarters of the variations agree, so it counts as cannot tell.",
    );
    expect(sentence).not.toContain("ruled out");
    expect(sentence).toContain("9 of 15 variations");
  });

  it("names what is lacking instead of a rise", () => {
    const lacking = aHorizonVerdict({
      reading: "not enough evidence",
      reason: "events",
      published: "not enough evidence",
    });
    expect(verdictSentence({ ...lacking, shown: "not enough evidence", events: 5 }, view)).toBe(
      "No verdict yet: 5 of 8 events. 30 of 36 months were looked at; 6 were not.",
    );
  });

  it("says that a rise now stands below where it stood", () => {
    const word = "weakening" as const;
    const verdict = aHorizonVerdict({
      reading: word,
      reason: "up-but-below-registration",
      published: word,
      shown: word,
      rise: 4.25,
      riseLow: 0.6,
      riseHigh: 8,
    });
    expect(verdictSentence(verdict, view)).toContain(
      "the monthly score rose: +4.3 points a month over the whole period (90 % range +0.6 to +8.0). By this test that is a " +
        "real rise, but the index, 12.0, is below the 16.0 at which it stood when the article appeared.",
    );
  });

  it("never shows minus nought, an empty range, or the words meant for experts", () => {
    const near = fc.double({ noNaN: true, min: -0.2, max: 0.2 });
    const any = fc.record({
      reading: fc.constantFrom(...VERDICT_WORDS),
      reason: fc.constantFrom(...READING_REASONS),
      published: fc.constantFrom(...VERDICT_WORDS),
      shown: fc.constantFrom(...VERDICT_WORDS, null),
      rise: near,
      riseLow: near,
      riseHigh: near,
      indexNow: near,
      indexAtRegistration: near,
      covered: fc.integer({ min: 0, max: 36 }),
    });
    fc.assert(
      fc.property(any, (over) => {
        const verdict = aHorizonVerdict(over);
        const horizons = [{ key: "to-date", label: "To date", until: null }];
        const text = `${headlineStatement(view, verdict)} ${horizonsSentence([verdict], horizons)}`;
        expect(text).not.toMatch(/-0\.0\b|\b0\.0 to 0\.0|horizon|registered|\bfinal\b|undefined|NaN|null|  /);
      }),
    );
  });
});

describe("the horizons in one line", () => {
  const horizons = [
    { key: "one-year", label: "One year", until: "2013-06" },
    { key: "five-year", label: "Five years", until: "2017-06" },
    { key: "to-date", label: "To date", until: null },
  ];

  it("say what has closed, what is interim, and where this month differs", () => {
    const none = { reading: "not enough evidence", published: "not enough evidence" } as const;
    const juneToApril = { windowTo: "2013-06", testedTo: "2013-04" };
    const verdicts = [
      aHorizonVerdict({ ...none, shown: none.published, ...juneToApril, key: "one-year", final: true }),
      aHorizonVerdict({ key: "five-year", final: true, windowTo: "2017-06", agree: 14 }),
      aHorizonVerdict({ ...none, testedTo: "2014-04", shown: "stalled", rise: 0.02, riseLow: -2.94, riseHigh: 3.73 }),
    ];
    expect(horizonsSentence(verdicts, horizons)).toBe(
      "One year (closed June 2013, tested June 2011 to April 2013, recomputed): cannot tell, -0.7 (-1.9 to 0.0). " +
        "Five years (closed June 2017, recomputed): stalled, -0.7 (-1.9 to 0.0), 14 of 17. " +
        "To date (tested June 2011 to April 2014): stalled (this month alone: cannot tell), interim, 0.0 (-2.9 to +3.7).",
    );
  });
});

describe("the statement that leads the page", () => {
  it("is the headline and the verdict sentence", () => {
    const verdict = aHorizonVerdict();
    expect(headlineStatement(view, verdict)).toBe(
      `${headlineSentence(verdict, view)} ${verdictSentence(verdict, view)}`,
    );
  });

  it("names the revision of a verdict that stands while it is being recalculated, and what only the newest records know is left out", () => {
    const settling = { since: 57, revision: 56, settled: 12, months: 162 };
    const statement = headlineStatement({ ...view, settling }, aHorizonVerdict({ ofRevision: 56 }));
    expect(statement).toMatch(
      /^Stalled: Pakistan and Russia show no lasting rise\. The verdict of revision 56 stands, being recalculated since revision 57 \(12 of 162 months\)\. From /,
    );
    // A month has ended, and nothing was logged.
    expect(headlineStatement({ ...view, settling }, aHorizonVerdict({ ofRevision: 57 }))).toContain(
      "The verdict of revision 57 stands while month-ends are worked out (12 of 162 months). ",
    );
    expect(headlineStatement({ ...view, settling }, aHorizonVerdict())).not.toContain("revision");
    expect(horizonsSentence([aHorizonVerdict({ key: "one-year", ofRevision: 0 })], [])).toContain(
      "(by an earlier revision)",
    );
  });

  it("gives no verdict before the forecast, nor before its first month-end", () => {
    expect(headlineStatement({ ...view, asOf: "2012-06-14" }, undefined)).toBe(
      "No verdict: the forecast dates from 15 June 2012. Before that day there is only an index.",
    );
    expect(headlineStatement(view, undefined)).toBe("No verdict yet: the first month since the forecast is not over.");
  });
});
