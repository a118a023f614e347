import { expect, test } from "vitest";
import { needs } from "../../../../web/view/progress";
import { anAttestation, anEvent } from "../../../factories";
import { viewOf } from "../view-of";

const texts = (...given: Parameters<typeof viewOf>) => needs(viewOf(...given)).map(({ text }) => text);

test("a new scenario has none of what a verdict needs", () => {
  expect(texts()).toEqual(["0 of 12 months looked at", "0 of 8 events", "0 of 2 indicators"]);
});

test("what is there is counted, and more than needed counts as all", () => {
  const attestations = Array.from({ length: 13 }, (_, at) =>
    anAttestation({ month: at < 7 ? `2011-${String(at + 6).padStart(2, "0")}` : `2012-0${at - 6}` }),
  );
  const events = [anEvent({ date: "2012-09-03" })];
  expect(texts({ attestations, events })).toEqual(["12 of 12 months looked at", "1 of 8 events", "1 of 2 indicators"]);
});
