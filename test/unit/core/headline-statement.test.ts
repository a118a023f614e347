import { describe, expect, it } from "vitest";
import { headlineStatement } from "../../../worker/core/headline-statement";
import { assembleView } from "../../../worker/core/view";
import { viewInputFromEvents } from "../../../worker/core/view-from-events";
import { aScenario } from "../../factories";
import { aHorizonVerdict } from "./a-verdict";

describe("the statement without a verdict", () => {
  const view = assembleView(viewInputFromEvents(aScenario()));

  it("says before the forecast that there is only an index", () => {
    expect(headlineStatement({ ...view, asOf: "2012-06-14" }, undefined)).toBe(
      "No verdict: the forecast dates from 15 June 2012. Before that day there is only an index.",
    );
  });

  it("says before the first month-end what is lacking", () => {
    expect(headlineStatement({ ...view, asOf: "2012-06-20" }, undefined)).toBe(
      "No verdict yet: 0 of 12 months looked at, 0 of 8 events, 0 of 2 indicators.",
    );
  });

  it("guesses none while a first one is being computed, and says how far that is", () => {
    const settling = { since: 3, revision: null, settled: 2, months: 12 };
    const first = "The verdict is being worked out for the first time (2 of 12 months).";
    expect(headlineStatement({ ...view, settling }, undefined)).toBe(first);
    expect(headlineStatement({ ...view, settling }, aHorizonVerdict({ shown: null }))).toBe(first);
  });
});
