/** Every golden vector, through the code that the pages use. `GOLDEN_DIR` names a folder with vectors of the same form. */
import { describe, expect, it } from "vitest";
import { checkBayes, type BayesCase } from "./golden/bayes";
import { checkBrier, type BrierCase } from "./golden/brier";
import { goldenSuites, type GoldenCase } from "./golden/cases";
import { checkDecayIndex, type DecayCase } from "./golden/decay-index";
import { checkTrend, type TrendCase } from "./golden/trend";
import { checkVerdict, type VerdictCase } from "./golden/verdict";

const CHECKS: Record<string, (golden: GoldenCase) => void> = {
  mann_kendall: (golden) => checkTrend(golden as TrendCase),
  theil_sen: (golden) => checkTrend(golden as TrendCase),
  verdict: (golden) => checkVerdict(golden as VerdictCase),
  decay_index: (golden) => checkDecayIndex(golden as unknown as DecayCase),
  bayes: (golden) => checkBayes(golden as BayesCase),
  brier: (golden) => checkBrier(golden as BrierCase),
};

const suites = goldenSuites();

it("the folder holds suites, and a check stands behind each", () => {
  expect(suites.length).toBeGreaterThan(0);
  expect(suites.map(({ suite }) => suite).filter((suite) => !CHECKS[suite])).toEqual([]);
});

describe.each(suites)("the golden vectors of $suite", ({ suite, cases }) => {
  it("are there", () => {
    expect(cases.length).toBeGreaterThan(0);
  });

  it.each(cases)("$id: $description", (golden) => {
    CHECKS[suite]?.(golden);
  });
});
