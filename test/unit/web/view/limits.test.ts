import { expect, test } from "vitest";
import { monthRange } from "../../../../worker/core/months";
import { limitSentences } from "../../../../web/view/limits";
import { anAttestation, anEvent } from "../../../factories";
import { viewOf } from "../view-of";

const text = (...given: Parameters<typeof viewOf>) => limitSentences(viewOf(...given)).join("\n");

test("where nothing was logged, only the months are doubted", () => {
  const sentences = limitSentences(viewOf());
  expect(sentences).toHaveLength(1);
  expect(sentences[0]).toContain("were not looked at");
});

test("a yardstick is doubted only where something is compared with it", () => {
  const events = [anEvent({ date: "2012-09-03" })];
  expect(text({ events })).toContain("The band around the index");
  expect(text({ events })).not.toContain("yardstick");
  const attestations = monthRange("2011-06", "2012-10").map((month) => anAttestation({ month }));
  expect(text({ events, attestations })).toContain("yardstick");
});
