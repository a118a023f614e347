import { describe, expect, it } from "vitest";
import { coveredMonths, coverageOf, windowStart } from "../../../worker/core/coverage";
import { aCell, anAttestation, anIndicator, aRegistration } from "../../factories";

describe("covered months", () => {
  it("are those with an event or an attestation", () => {
    const cells = [aCell({ month: "2012-02" })];
    const attestations = [anAttestation({ month: "2012-01" }), anAttestation({ month: "2012-02" })];
    expect([...coveredMonths(cells, attestations, "2012-03")].toSorted()).toEqual(["2012-01", "2012-02"]);
  });

  it("events without a score or relevance still cover their month", () => {
    expect(coveredMonths([aCell({ indicator: "context", nScored: 0 })], [], "2012-12").has("2012-10")).toBe(true);
  });

  it("an attestation for a month after the as-of month does not count", () => {
    expect(coveredMonths([], [anAttestation({ month: "2012-04" })], "2012-03").size).toBe(0);
  });
});

describe("coverage of the tested window", () => {
  const input = {
    from: windowStart(aRegistration()),
    asOf: "2012-10-30",
    completeTo: "2012-09",
    cells: [
      aCell({ month: "2011-05" }), // before the window
      aCell({ month: "2011-06", n: 2 }),
      aCell({ month: "2012-02", indicator: "context" }),
      aCell({ month: "2012-10", n: 3 }), // not over
    ],
    attestations: [
      anAttestation({ month: "2011-06" }), // has events, so they cover it
      anAttestation({ month: "2012-01" }),
      anAttestation({ month: "2012-03", inferred: true }),
      anAttestation({ month: "2012-11" }), // after the as-of month
    ],
    indicators: [anIndicator(), anIndicator({ key: "context", relevance: 0 })],
    lastEventDate: "2012-10-03",
  };

  it("starts the baseline months before the month of registration and ends with the last complete month", () => {
    // June 2011 to September 2012: 16 months; covered June, January, February, March
    expect(coverageOf(input)).toMatchObject({ from: "2011-06", to: "2012-09", months: 16, covered: 4 });
  });

  it("months covered by a statement alone are counted apart, and those inferred", () => {
    expect(coverageOf(input)).toMatchObject({ attested: 2, inferred: 1 });
  });

  it("the last covered month may be incomplete", () => {
    expect(coverageOf(input).lastCovered).toBe("2012-10");
  });

  it("rule 1 counts events of the window whose relevance is not 0, and their indicators", () => {
    expect(coverageOf(input)).toMatchObject({ countedEvents: 2, countedIndicators: 1 });
  });

  it("a window that has not begun has no months", () => {
    const before = { ...input, asOf: "2011-05-31", completeTo: "2011-05" };
    expect(coverageOf(before)).toMatchObject({ months: 0, covered: 0, countedEvents: 0 });
  });
});
