import { expect, test } from "vitest";
import { completeView } from "../../../worker/core/older-view";
import { assembleView } from "../../../worker/core/view";
import { viewInputFromEvents } from "../../../worker/core/view-from-events";
import type { ScenarioView } from "../../../worker/core/view-types";
import { oldViews } from "../../fixtures/old-views";
import { readPack } from "./read-pack";

function stored(name: string): ScenarioView {
  const view = oldViews().find((one) => one.name === name);
  return JSON.parse(view?.bytes.toString() ?? "null") as ScenarioView;
}

test("The first release's view is filled with what it did not know, as not known", () => {
  const view = completeView(stored("0.1.0-first"));
  expect(view.said).toEqual({ since: null, months: [] });
  expect(view.note).toBeNull();
  expect(view.recordingLag).toBeNull();
  for (const claim of view.propositions) expect(claim).toMatchObject({ now: null, evidence: [], series: [] });
});

test("What a release said is left as it said it", () => {
  for (const { name } of oldViews()) expect(completeView(stored(name))).toMatchObject(stored(name));
});

test("Which months an older verdict was of is read from the months that its view says were looked at", () => {
  const { verdicts } = completeView(stored("0.3.0"));
  expect(verdicts.map(({ testedFrom, testedTo }) => [testedFrom, testedTo])).toEqual([
    ["2011-06", "2013-04"],
    ["2011-06", "2017-06"],
    ["2011-06", "2025-11"],
  ]);
});

test("A view that lacks nothing stays equal", () => {
  const view = assembleView(
    viewInputFromEvents({
      ...readPack("scenarios/pakistan-russia-2012"),
      asOf: "2013-06-30",
      asOfReason: "asked",
    }),
  );
  expect(completeView(view)).toEqual(view);
});
