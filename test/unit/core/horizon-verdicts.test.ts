import { describe, expect, it } from "vitest";
import {
  headlineOf,
  horizonMonth,
  horizonVerdicts,
  standingVerdicts,
  testedThen,
} from "../../../worker/core/horizon-verdicts";
import { lastCompleteMonth, monthRange } from "../../../worker/core/months";
import type { VerdictWord } from "../../../worker/core/verdict-types";
import { aRegistration } from "../../factories";
import { aHorizonVerdict, aVerdict } from "./a-verdict";

/** Registered in June 2012; one horizon to June 2013, one open. */
const registration = aRegistration();

function published(from: string, words: VerdictWord[]): Record<string, VerdictWord> {
  const months = monthRange(from, "2099-12").slice(0, words.length);
  return Object.fromEntries(months.map((month, at) => [month, words[at] ?? "stalled"]));
}

/** Nobody looked at May and June 2013. */
const covered = [...monthRange("2010-01", "2013-04"), ...monthRange("2013-07", "2014-12")];

function verdicts(asOf: string, words: Record<string, VerdictWord>, pending: string[] = []) {
  return horizonVerdicts({
    registration,
    asOf,
    completeTo: lastCompleteMonth(asOf, "2099-12-31"),
    published: words,
    covered,
    verdictOf: (month) =>
      pending.includes(month) ? null : aVerdict({ windowTo: month, published: words[month] ?? "not enough evidence" }),
  });
}

function wordsOf(asOf: string, words: Record<string, VerdictWord>, pending: string[] = []) {
  return verdicts(asOf, words, pending).map(({ key, final, windowTo, shown, shownByWalkBack }) => ({
    key,
    final,
    windowTo,
    shown,
    shownByWalkBack,
  }));
}

describe("the verdicts of the horizons", () => {
  it("are none before the day of registration", () => {
    expect(wordsOf("2012-06-14", {})).toEqual([]);
  });

  it("within the month of registration start at not enough evidence", () => {
    const nothing = { windowTo: "2012-05", shown: "not enough evidence", shownByWalkBack: "not enough evidence" };
    expect(wordsOf("2012-06-15", {})).toEqual([
      { key: "one-year", final: false, ...nothing },
      { key: "to-date", final: false, ...nothing },
    ]);
  });

  it("show a word once it stood three months in a row", () => {
    const words = published("2012-06", ["stalled", "stalled", "stalled", "holding"]);
    const [, open] = wordsOf("2012-09-30", words);
    expect(open).toMatchObject({ windowTo: "2012-09", shown: "stalled" });
  });

  it("of an ended horizon are taken at its end, once, whatever the run", () => {
    const words = published("2012-06", [...Array.from({ length: 12 }, () => "stalled" as const), "holding", "failing"]);
    const [ended, open] = wordsOf("2013-07-31", words); // the 13th word is June 2013
    expect(ended).toEqual({
      key: "one-year",
      final: true,
      windowTo: "2013-06",
      shown: "holding",
      shownByWalkBack: "stalled",
    });
    expect(open).toMatchObject({ final: false, windowTo: "2013-07", shown: "stalled" });
  });

  it("name the first and the last month of their window that was looked at, which need not be its ends", () => {
    const words = published(
      "2012-06",
      Array.from({ length: 14 }, () => "stalled" as const),
    );
    const [ended, open] = verdicts("2013-07-31", words);
    expect(ended).toMatchObject({ windowTo: "2013-06", testedFrom: "2011-06", testedTo: "2013-04" });
    expect(open).toMatchObject({ windowTo: "2013-07", testedFrom: "2011-06", testedTo: "2013-07" });
  });

  it("wait for month-ends that are still to be computed", () => {
    const words = published("2012-06", ["stalled", "stalled", "stalled", "stalled"]);
    const { "2012-08": _missing, ...gap } = words;
    expect(wordsOf("2012-09-30", gap).map(({ shown }) => shown)).toEqual([null, null]);
    expect(wordsOf("2012-09-30", words, ["2012-09"])).toEqual([]);
  });
});

describe("while month-ends are being recalculated", () => {
  const stalled = published(
    "2012-06",
    Array.from({ length: 14 }, () => "stalled" as const),
  );
  const earlier = {
    since: 57,
    revision: 56,
    published: stalled,
    whole: ["2013-06", "2013-07"].map((windowTo) => aVerdict({ windowTo, spanMonths: 10, published: "stalled" })),
  };
  const standing = (words: Record<string, VerdictWord>) =>
    standingVerdicts(
      {
        registration,
        asOf: "2013-07-31",
        completeTo: "2013-07",
        published: words,
        covered,
        verdictOf: (windowTo) => (words[windowTo] ? aVerdict({ windowTo, published: words[windowTo] }) : null),
      },
      earlier,
    ).map(({ key, shown, ofRevision }) => ({ key, shown, ofRevision }));

  it("the verdict settled last stands, and names its revision", () => {
    expect(standing({})).toEqual([
      { key: "one-year", shown: "stalled", ofRevision: 56 },
      { key: "to-date", shown: "stalled", ofRevision: 56 },
    ]);
  });

  it("a horizon gets its new verdict once the months that it takes are done, whatever the others wait for", () => {
    const newest = published("2013-05", ["holding", "holding", "holding"]);
    expect(standing(newest)).toEqual([
      { key: "one-year", shown: "holding", ofRevision: undefined },
      { key: "to-date", shown: "holding", ofRevision: undefined },
    ]);
    const { "2013-05": _first, ...two } = newest;
    expect(standing(two)[1]).toEqual({ key: "to-date", shown: "stalled", ofRevision: 56 });
  });

  it("a test that was made before is of the months of then", () => {
    const then = { testedFrom: "2011-05", testedTo: "2013-04", spanMonths: 22 };
    expect(testedThen(then)).toEqual({ testedFrom: "2011-06", testedTo: "2013-04" });
    expect(testedThen({ ...then, spanMonths: null }).testedFrom).toBe("2011-05");
  });
});

describe("the month of a horizon", () => {
  it("is its own, or the last complete one before it", () => {
    expect(horizonMonth({ until: "2013-06" }, "2013-05")).toBe("2013-05");
    expect(horizonMonth({ until: "2013-06" }, "2013-06")).toBe("2013-06");
    expect(horizonMonth({ until: "2013-06" }, "2013-12")).toBe("2013-06");
    expect(horizonMonth({ until: null }, "2013-12")).toBe("2013-12");
  });
});

it("the nearest horizon that has not ended leads", () => {
  const { horizons } = registration;
  const both = horizons.map(({ key }) => aHorizonVerdict({ key }));
  expect(headlineOf(both, horizons, "2013-05")?.key).toBe("one-year");
  expect(headlineOf(both, horizons, "2013-06")?.key).toBe("to-date");
  expect(headlineOf([], horizons, "2012-01")).toBeUndefined();
});
