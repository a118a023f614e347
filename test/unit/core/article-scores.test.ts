import { describe, expect, it } from "vitest";
import { articleScores, type ScoredClaim } from "../../../worker/core/article-scores";
import { anOutcome, aProposition } from "../../factories";
import { expectClose } from "../close";

const REGISTERED = "2012-06-15";

function claim(over: Partial<ScoredClaim> = {}): ScoredClaim {
  return { ...aProposition(), outcome: anOutcome(), ...over };
}

describe("the article's scores", () => {
  it("run from the day of registration", () => {
    const [row] = articleScores([claim()], REGISTERED).rows;
    expect(row).toMatchObject({ id: "C01", outcome: 0, forecast: 0.9, baseRate: 0.5, daysScored: 200 });
    expectClose(row?.brier ?? undefined, 0.81, "Brier"); // 0.9^2
  });

  it.each<[string, Partial<ScoredClaim>]>([
    ["added later", { addedOn: "2026-11-23" }],
    ["open", { outcome: null }],
    ["open", { outcome: anOutcome({ result: "open", on: null }) }],
    ["void", { outcome: anOutcome({ result: "void" }) }],
    ["partly", { outcome: anOutcome({ result: "partly", on: "2011-11-28" }) }],
    ["settled before registration", { outcome: anOutcome({ on: "2012-05-31" }) }],
    ["settled before registration", { outcome: anOutcome({ result: "yes", on: "2012-06" }) }], // from 1 June
    ["settled before registration", { outcome: anOutcome({ on: null }), deadline: REGISTERED }],
    ["no probability", { articleProbability: null }],
  ])("leave out what is %s", (why, over) => {
    expect(articleScores([claim(over)], REGISTERED)).toMatchObject({
      resolved: 0,
      rows: [],
      notScored: [{ id: "C01", why }],
    });
  });

  it("have a mean from five outright claims on, over those alone", () => {
    const outright = ["1", "2", "3", "4"].map((id) => claim({ id }));
    const inferred = claim({ id: "6", basis: "inferred", articleProbability: 0.1 });
    expect(articleScores([...outright, inferred], REGISTERED)).toMatchObject({ resolved: 5, outright: 4, mean: null });
    const { mean } = articleScores([...outright, claim({ id: "5" }), inferred], REGISTERED);
    expect(mean?.resolved).toBe(5);
    expectClose(mean?.meanBrier ?? undefined, 0.81, "mean Brier");
  });
});
