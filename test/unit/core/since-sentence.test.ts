import { expect, test } from "vitest";
import { sinceSentence } from "../../../worker/core/since-sentence";

const same = { index: 22.61, verdict: "stalled" } as const;
const nothing = { before: same, now: same, added: 0, corrected: 0, retracted: 0 };

test("what was done is counted, with the index of both days", () => {
  const now = { ...same, index: 18.1 };
  expect(sinceSentence({ ...nothing, now, added: 3, corrected: 1 })).toBe(
    "Since then: 3 events added, 1 corrected; index 22.6 then, 18.1 now.",
  );
});

test("the noun stands with the first count, whatever that is", () => {
  expect(sinceSentence({ ...nothing, corrected: 1, retracted: 1200 })).toBe(
    "Since then: 1 event corrected, 1,200 retracted; index 22.6 then and now.",
  );
});

test("a verdict that is another one is named", () => {
  const now = { index: 18.1, verdict: "not enough evidence" } as const;
  expect(sinceSentence({ ...nothing, now, retracted: 2 })).toBe(
    "Since then: 2 events retracted; index 22.6 then, 18.1 now; verdict stalled then, cannot tell now.",
  );
});

test("a verdict is not compared with none: the oldest views have none, and today's may still be worked out", () => {
  const none = { ...same, verdict: null };
  const told = "Since then: 1 event added; index 22.6 then and now.";
  expect(sinceSentence({ ...nothing, before: none, added: 1 })).toBe(told);
  expect(sinceSentence({ ...nothing, now: none, added: 1 })).toBe(told);
});

test("where nothing was done it says so, and what time alone has moved", () => {
  expect(sinceSentence(nothing)).toBe("Nothing was added or corrected since.");
  expect(sinceSentence({ ...nothing, now: { ...same, index: 20 } })).toBe(
    "Nothing was added or corrected since; index 22.6 then, 20.0 now.",
  );
});
