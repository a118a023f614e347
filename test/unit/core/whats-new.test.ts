import { expect, test } from "vitest";
import { assembleView } from "../../../worker/core/view";
import { viewInputFromEvents } from "../../../worker/core/view-from-events";
import { whatsNew } from "../../../worker/core/whats-new";
import { anEvent, aScenario } from "../../factories";

function viewWith(events: Parameters<typeof aScenario>[0] = {}) {
  return assembleView(viewInputFromEvents(aScenario(events)));
}

const before = viewWith({ events: [anEvent()] });

test("one more event moves the count, the months looked at and the index", () => {
  const after = viewWith({ events: [anEvent(), anEvent({ ref: "E-2", date: "2012-09-10" })], revision: 2 });
  // A minister's visit of September adds 2.66, half of it faded in six months: 2.66 x 2^(-1/6) = 2.37 in October.
  expect(whatsNew(before, after)).toBe("+1 event, +1 month looked at, index 2.7 to 5.0");
});

test("an event taken back is told with a minus", () => {
  expect(whatsNew(before, viewWith({ revision: 2 }))).toBe("-1 event, -1 month looked at, index 2.7 to 0.0");
});

test("a verdict that changed is named in the words of the page", () => {
  const after = { ...before, headlineVerdict: "stalled" as const };
  expect(whatsNew({ ...before, headlineVerdict: "holding" }, after)).toBe("the verdict is now: stalled");
});

test("a change of words only says that no number changed", () => {
  expect(whatsNew(before, { ...before, revision: 7 })).toBe("revision 7: no number shown here changed");
});
