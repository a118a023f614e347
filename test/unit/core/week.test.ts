import { describe, expect, test } from "vitest";
import { dueClaims, unlookedMonths } from "../../../worker/core/week";
import { anOutcome, aProposition } from "../../factories";

describe("claims that fall due", () => {
  const claim = (id: string, deadline: string, outcome: ReturnType<typeof anOutcome> | null = null) => {
    return { ...aProposition({ id, deadline }), outcome };
  };

  test("are open, and due within 60 days or overdue, the most urgent first", () => {
    const claims = [
      claim("in-60", "2012-12-31"),
      claim("in-61", "2013-01-01"),
      claim("today", "2012-11-01"),
      claim("overdue", "2012-10-30"),
    ];
    expect(dueClaims(claims, "2012-11-01").map(({ id, days }) => [id, days])).toEqual([
      ["overdue", -2],
      ["today", 0],
      ["in-60", 60],
    ]);
  });

  test("are not those with an outcome, void ones included; a file's word that one is open is none", () => {
    const claims = [
      claim("held", "2012-11-02", anOutcome({ result: "yes" })),
      claim("void", "2012-11-02", anOutcome({ result: "void" })),
      claim("open", "2012-11-02", anOutcome({ result: "open" })),
    ];
    expect(dueClaims(claims, "2012-11-01").map(({ id }) => id)).toEqual(["open"]);
  });
});

describe("months that nobody looked at", () => {
  const registration = { registeredOn: "2012-06-15", baselineMonths: 12 };

  test("are those of the last twelve that are over without an event or an attestation", () => {
    const covered = new Set(["2013-12", "2014-02", "2014-12"]);
    expect(unlookedMonths(registration, covered, "2015-01-15")).toEqual([
      "2014-01",
      "2014-03",
      "2014-04",
      "2014-05",
      "2014-06",
      "2014-07",
      "2014-08",
      "2014-09",
      "2014-10",
      "2014-11",
    ]);
  });

  test("begin with the window that is tested, and end with the last month that is over", () => {
    expect(unlookedMonths(registration, new Set(), "2011-08-30")).toEqual(["2011-06", "2011-07"]);
    expect(unlookedMonths(registration, new Set(), "2011-08-31")).toEqual(["2011-06", "2011-07"]);
    expect(unlookedMonths(registration, new Set(), "2011-09-01")).toEqual(["2011-06", "2011-07", "2011-08"]);
    expect(unlookedMonths(registration, new Set(), "2011-06-29")).toEqual([]);
  });
});
