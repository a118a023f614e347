import { expect, test } from "vitest";
import { completeView } from "../../../worker/core/older-view";
import type { ScenarioView } from "../../../worker/core/view-types";
import { oldViews } from "../../fixtures/old-views";

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

test("A view that lacks nothing stays equal", () => {
  expect(completeView(stored("0.3.0"))).toEqual(stored("0.3.0"));
});
