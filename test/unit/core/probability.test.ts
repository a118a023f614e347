import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber } from "../../../worker/core/days";
import { sum } from "../../../worker/core/numbers";
import {
  baseRate,
  evidenceOn,
  logLikelihood,
  priorByDay,
  probabilityOn,
  updated,
  type DatedEvidence,
  type PropositionTerms,
} from "../../../worker/core/probability";
import { expectClose } from "../close";
import { randomDay, randomEvidence, randomTerms } from "./random-propositions";

const terms: PropositionTerms = {
  type: "by",
  deadline: "2012-12-31",
  startsOn: "2012-06-15",
  referenceClass: { k: 3, n: 8 },
  outcomeOn: null,
};

function item(over: Partial<DatedEvidence>): DatedEvidence {
  return { ref: "a", date: "2012-09-27", weight100: 95, likelihoodRatio: "1/10", cluster: null, ...over };
}

function counted(items: DatedEvidence[], day: string, over: Partial<PropositionTerms> = {}): string[] {
  const { evidence } = evidenceOn({ ...terms, ...over }, items, day);
  return evidence.map((one) => (one.counted ? one.ref : `(${one.ref})`));
}

describe("the base rate", () => {
  it("adds one case of each to what is known", () => {
    expect([baseRate({ k: 3, n: 8 }), baseRate({ k: 0, n: 20 }), baseRate(null)]).toEqual([0.4, 1 / 22, 0.5]);
  });
});

describe("the prior", () => {
  it("of a claim by a date runs down with the days left", () => {
    const prior = priorByDay(terms);
    expect(prior(dayNumber("2012-06-15"))).toMatchObject({ remainingFraction: 1 }); // 200 of 200 days
    expectClose(prior(dayNumber("2012-06-15")).prior, 0.4, "start");
    // 100 of 200 days: 1 - 0.6^0.5
    expectClose(prior(dayNumber("2012-09-23")).prior, 1 - Math.sqrt(0.6), "half");
    expectClose(prior(dayNumber("2012-12-31")).prior, 1 - 0.6 ** (1 / 200), "last day");
    expect(prior(dayNumber("2013-01-01"))).toEqual({ prior: 0, remainingFraction: 0 });
  });

  it.each(["2012-06-14", "2012-06-05"])(
    "of a claim whose time was over on %s, before it began, is 0 on each day",
    (deadline) => {
      const prior = priorByDay({ ...terms, deadline });
      for (const day of ["2012-06-01", "2012-06-05", "2012-06-14", "2012-06-15", "2012-07-01"]) {
        expect(prior(dayNumber(day)), day).toEqual({ prior: 0, remainingFraction: 0 });
      }
    },
  );

  it("of a claim at a date does not", () => {
    expect(priorByDay({ ...terms, type: "at" })(dayNumber("2012-12-30"))).toEqual({
      prior: 0.4,
      remainingFraction: null,
    });
  });
});

describe("evidence", () => {
  it("weighs the logarithm of its ratio", () => {
    expectClose(logLikelihood(item({})), 0.95 * Math.log(0.1), "1/10 at 0.95");
    expectClose(logLikelihood(item({ likelihoodRatio: "1.5", weight100: 50 })), 0.5 * Math.log(1.5), "1.5 at 0.50");
    expect(Object.is(logLikelihood(item({ likelihoodRatio: "1" })), 0)).toBe(true);
  });

  it("counts from the day after the start to the day itself", () => {
    const items = ["2012-06-14", "2012-06-15", "2012-06-16", "2012-07-01", "2012-07-02"].map((date) =>
      item({ ref: date, date }),
    );
    expect(counted(items, "2012-07-01")).toEqual(["2012-06-16", "2012-07-01"]);
  });

  it("known to the month counts from the month's first day", () => {
    const items = [item({ ref: "june", date: "2012-06" }), item({ ref: "july", date: "2012-07" })];
    expect(counted(items, "2012-06-30")).toEqual([]); // June's first day lies before the start
    expect(counted(items, "2012-07-01")).toEqual(["july"]);
  });

  it("of the day of the outcome or later does not count", () => {
    const items = [item({ ref: "before", date: "2012-09-26" }), item({ ref: "on", date: "2012-09-27" })];
    expect(counted(items, "2012-12-31", { outcomeOn: "2012-09-27" })).toEqual(["before"]);
    expect(counted(items, "2012-12-31", { outcomeOn: "2012-09" })).toEqual([]); // from 1 September
  });

  it("of one cluster has one vote: the strongest, then the earlier, then the lower reference", () => {
    const weak = item({ ref: "b", likelihoodRatio: "1/5", cluster: "x", date: "2012-09-01" });
    const strong = item({ ref: "a", cluster: "x" });
    const other = item({ ref: "c", likelihoodRatio: "2" });
    expect(counted([strong, weak, other], "2012-10-01")).toEqual(["(b)", "a", "c"]);
    const equal = [item({ ref: "z", cluster: "x" }), item({ ref: "y", cluster: "x" })];
    expect(counted(equal, "2012-10-01")).toEqual(["y", "(z)"]);
    const opposite = [
      item({ ref: "z", cluster: "x", likelihoodRatio: "10" }),
      item({ ref: "a", cluster: "x", date: "2012-09-28" }),
    ];
    expect(counted(opposite, "2012-10-01")).toEqual(["z", "(a)"]);
  });

  it("the strongest of a cluster may change as items arrive", () => {
    const items = [
      item({ ref: "a", likelihoodRatio: "1/2", cluster: "x", date: "2012-07-01" }),
      item({ ref: "b", likelihoodRatio: "1/5", cluster: "x", date: "2012-08-01" }),
      item({ ref: "c", likelihoodRatio: "1/10", cluster: "x", date: "2012-09-01" }),
    ];
    expect(counted(items, "2012-07-31")).toEqual(["a"]);
    expect(counted(items, "2012-08-31")).toEqual(["(a)", "b"]);
    expect(counted(items, "2012-09-30")).toEqual(["(a)", "(b)", "c"]);
  });
});

describe("a probability", () => {
  it("multiplies odds: 1:1 x 0.112 is 10 %", () => {
    const got = probabilityOn({ ...terms, type: "at", referenceClass: null }, [item({})], "2012-10-01");
    const odds = 0.1 ** 0.95;
    expectClose(got.probability, odds / (1 + odds), "probability");
    expect(got).toMatchObject({ prior: 0.5, priorLogOdds: 0, word: "very unlikely" });
  });

  it("is shown within 1 and 99 %", () => {
    const strong = ["10", "10", "10"].map((likelihoodRatio, at) => item({ ref: `${at}`, likelihoodRatio }));
    expect(probabilityOn({ ...terms, type: "at" }, strong, "2012-10-01").displayed).toBe(0.99);
    expect(probabilityOn(terms, [], "2013-01-01")).toMatchObject({
      probability: 0,
      displayed: 0.01,
      priorLogOdds: null,
      word: "almost no chance",
    });
  });

  it("stays within 0 and 1, and is 0 only after the deadline of a claim by a date", () => {
    fc.assert(
      fc.property(randomTerms, randomEvidence, randomDay, (any, evidence, day) => {
        const { probability } = probabilityOn(any, evidence, day);
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
        expect(probability === 0).toBe(any.type === "by" && day > any.deadline);
      }),
    );
  });

  it("does not become 0 under any weight of evidence", () => {
    expect(updated(0.5, -1e6)).toBeGreaterThan(0);
  });

  it("is its prior and its counted evidence, added up in log odds", () => {
    fc.assert(
      fc.property(randomTerms, randomEvidence, randomDay, (any, evidence, day) => {
        const got = probabilityOn(any, evidence, day);
        if (got.priorLogOdds === null) return;
        const parts = got.evidence.map(({ counted: counts, logLr }) => (counts ? logLr : 0));
        const logOdds = got.priorLogOdds + sum(parts);
        expectClose(got.probability, 1 / (1 + Math.exp(-logOdds)), day);
      }),
    );
  });

  it("does not depend on the order of the evidence", () => {
    fc.assert(
      fc.property(randomTerms, randomEvidence, randomDay, (any, evidence, day) => {
        expect(probabilityOn(any, evidence.toReversed(), day)).toStrictEqual(probabilityOn(any, evidence, day));
      }),
    );
  });
});
