import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, dayOfNumber, instantOfDay } from "../../../worker/core/days";
import { closeDay, meanScore, scoreForecasts, scoreModel, type Resolved } from "../../../worker/core/forecast-scores";
import { probabilityOn } from "../../../worker/core/probability";
import { expectClose } from "../close";
import { randomEvidence, randomTerms } from "./random-propositions";

const resolved: Resolved = {
  type: "by",
  deadline: "2012-12-31",
  startsOn: "2012-06-15",
  referenceClass: null,
  outcome: 0,
  outcomeOn: "2012-12-31",
};

function said(...list: [string, number][]): { recordedAt: number; probability: number }[] {
  return list.map(([at, probability]) => ({ recordedAt: Date.parse(at), probability }));
}

describe("the close of a proposition", () => {
  it("is the day after the deadline for no, even if the failure was plain earlier", () => {
    expect(closeDay({ ...resolved, outcomeOn: "2012-09-27" })).toBe("2013-01-01");
  });

  it("is the day of the outcome for yes, from a month's first day", () => {
    expect(closeDay({ ...resolved, outcome: 1, outcomeOn: "2012-10-02" })).toBe("2012-10-02");
    expect(closeDay({ ...resolved, outcome: 1, outcomeOn: "2012-10" })).toBe("2012-10-01");
    expect(closeDay({ ...resolved, outcome: 1, outcomeOn: null })).toBe("2012-12-31");
  });

  it("is the deadline for a claim at a date that came true", () => {
    expect(closeDay({ ...resolved, type: "at", outcome: 1, outcomeOn: "2012-10-02" })).toBe("2012-12-31");
  });
});

describe("the score of a forecaster", () => {
  it("uses each day the last forecast recorded by then", () => {
    // 105 days of 0.8 (15 June to 27 September), 95 of 0.1
    const got = scoreForecasts(resolved, said(["2012-06-15T09:00:00Z", 0.8], ["2012-09-28T08:00:00Z", 0.1]));
    expect(got).toMatchObject({ daysScored: 200, daysOpen: 200, firstForecast: 0.8 });
    expectClose(got.brier ?? undefined, (105 * 0.64 + 95 * 0.01) / 200, "Brier"); // 0.34075
    expectClose(got.log ?? undefined, (105 * -Math.log(0.2) + 95 * -Math.log(0.9)) / 200, "log");
  });

  it("does not depend on the order in which forecasts are listed", () => {
    const list = said(["2012-06-20T12:00:00Z", 0.55], ["2012-08-15T12:00:00Z", 0.65], ["2012-09-27T18:00:00Z", 0.05]);
    expect(scoreForecasts(resolved, list.toReversed())).toStrictEqual(scoreForecasts(resolved, list));
  });

  it("never counts what was said on the day of the outcome or later", () => {
    const yes: Resolved = { ...resolved, outcome: 1, outcomeOn: "2012-10-02" };
    const before = said(["2012-06-15T09:00:00Z", 0.4]);
    const after = said(["2012-10-02T00:00:00Z", 1], ["2012-11-02T00:00:00Z", 1]);
    expect(scoreForecasts(yes, [...before, ...after])).toStrictEqual(scoreForecasts(yes, before));
    expect(scoreForecasts(yes, after)).toMatchObject({ daysScored: 0, brier: null, skill: null, firstForecast: null });
  });

  it("counts a forecast from before the start from the start on", () => {
    expect(scoreForecasts(resolved, said(["2012-06-01T00:00:00Z", 0.3]))).toMatchObject({ daysScored: 200 });
  });

  it("the log score is clipped to 1 and 99 %, the Brier score is not", () => {
    const got = scoreForecasts(resolved, said(["2012-06-15T00:00:00Z", 1]));
    expect(got.brier).toBe(1);
    expectClose(got.log ?? undefined, -Math.log(0.01), "log");
  });

  it("is proper: nobody expects a better Brier score by saying what they do not believe", () => {
    const probability = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
    const brier = (outcome: 0 | 1, p: number): number =>
      scoreForecasts({ ...resolved, type: "at", outcome }, said(["2012-06-15T00:00:00Z", p])).brier ?? Number.NaN;
    fc.assert(
      fc.property(probability, probability, (belief, statement) => {
        const expected = (p: number): number => belief * brier(1, p) + (1 - belief) * brier(0, p);
        expect(expected(statement)).toBeGreaterThanOrEqual(expected(belief) - 1e-12);
        // the loss of saying otherwise is the squared difference
        expectClose(expected(statement) - expected(belief), (statement - belief) ** 2, "loss");
      }),
      { numRuns: 30 },
    );
  });
});

describe("the score of the model", () => {
  it("without evidence is that of its reference", () => {
    const got = scoreModel(resolved, []);
    expect(got.brier).toBe(got.refBrier);
    expect(got.skill).toBe(0);
  });

  it("is that of somebody who says each day what the evidence of that day gives", () => {
    const items = ["2012-07-19", "2012-09-27"].map((date) => {
      return { ref: date, date, weight100: 95, likelihoodRatio: "1/5", cluster: null };
    });
    const from = dayNumber("2012-06-15");
    const daily = Array.from({ length: 200 }, (_, at) => {
      const day = dayOfNumber(from + at);
      return { recordedAt: instantOfDay(day), probability: probabilityOn(resolved, items, day).probability };
    });
    expect(scoreModel(resolved, items)).toStrictEqual(scoreForecasts(resolved, daily));
  });

  it("lies within 0 and 1 whatever the evidence", () => {
    fc.assert(
      fc.property(randomTerms, randomEvidence, fc.constantFrom(0 as const, 1 as const), (terms, evidence, outcome) => {
        const { brier } = scoreModel({ ...terms, outcome, outcomeOn: null }, evidence);
        expect(brier ?? 0).toBeGreaterThanOrEqual(0);
        expect(brier ?? 0).toBeLessThanOrEqual(1);
      }),
      { numRuns: 20 },
    );
  });
});

describe("the mean of a forecaster", () => {
  it("counts each proposition once and skips those without a scored day", () => {
    const scores = [
      { brier: 0.34, log: 0.9, refBrier: 0.1 },
      { brier: 0.04, log: 0.2, refBrier: 0.4 },
      { brier: null, log: null, refBrier: null },
    ];
    const got = meanScore(scores);
    expect(got.resolved).toBe(2);
    expectClose(got.meanBrier ?? undefined, 0.19, "Brier"); // 0.38 / 2
    expectClose(got.meanLog ?? undefined, 0.55, "log");
    expectClose(got.skill ?? undefined, 1 - 0.38 / 0.5, "skill");
  });

  it("of nothing is nothing", () => {
    expect(meanScore([])).toEqual({ resolved: 0, meanBrier: null, meanLog: null, skill: null });
  });
});
