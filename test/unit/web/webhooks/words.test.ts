import { expect, test } from "vitest";
import type { Webhook } from "../../../../worker/contract/webhook-types";
import { hookSentence, standingOf, standSentence } from "../../../../web/webhooks/words";

const AT = Date.parse("2026-11-25T14:00:00Z");
const hook = (over: Partial<Webhook> = {}): Webhook => ({
  id: "a1",
  url: "https://hooks.example.org/",
  kinds: ["verdict.changed", "note.written"],
  createdAt: AT,
  by: "Ada",
  waiting: 0,
  delivered: 0,
  failed: 0,
  last: null,
  ...over,
});

test("a webhook says what it hears of, and since when", () => {
  expect(hookSentence(hook())).toBe("Hears of changes of the verdict and notes on months since 25 November 2026");
  expect(hookSentence(hook({ kinds: ["note.written"] }))).toBe("Hears of notes on months since 25 November 2026");
});

test("how it stands begins with what somebody has to see to", () => {
  expect(standSentence(hook())).toBe("Nothing has been sent yet: nothing has happened since.");
  expect(standSentence(hook({ waiting: 2 }))).toBe("Nothing has been sent yet: 2 messages to be sent at the next run.");
  const last = { key: "note/2026-10/1", state: "waiting", at: AT, said: "It answered 500." } as const;
  expect(standSentence(hook({ delivered: 2, waiting: 1, failed: 1, last }))).toBe(
    "1 message given up, 1 message tried again soon and 2 messages delivered. Last try, 25 November 2026: It answered 500.",
  );
});

test.each([
  [null, "new"],
  ["delivered", "arriving"],
  ["gone", "new"],
  ["waiting", "failing"],
  ["failed", "failing"],
] as const)("after a last try that is %s it is %s", (state, standing) => {
  const last = state === null ? null : { key: "k", state, at: AT, said: "x" };
  expect(standingOf(hook({ last }))).toBe(standing);
});

test("where the last was no longer so, it stands as its other messages do", () => {
  const last = { key: "k", state: "gone", at: AT, said: "x" } as const;
  expect(standingOf(hook({ last, waiting: 1, delivered: 1 }))).toBe("failing");
  expect(standingOf(hook({ last, failed: 1 }))).toBe("failing");
  expect(standingOf(hook({ last, delivered: 1 }))).toBe("arriving");
});
