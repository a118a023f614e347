import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgementOf, reviewDelta, reviewOf } from "../../../worker/core/reviews";
import { EVENT_REVIEWS, JUDGEMENTS, type EventReview, type Judgement } from "../../../worker/core/types";

describe("what a second look comes to", () => {
  test("is agreement only if the coding is right and the grades weigh the same", () => {
    expect(judgementOf({ agrees: true, own100: 75, event100: 75 })).toBe("agreed");
    expect(judgementOf({ agrees: true, own100: 50, event100: 75 })).toBe("disputed");
    expect(judgementOf({ agrees: false, own100: 75, event100: 75 })).toBe("disputed");
  });
});

describe("how an event stands", () => {
  test("is agreed only for the version that was looked at, and disputed until whoever disputes looks again", () => {
    expect(reviewOf(1, [])).toBe("unreviewed");
    expect(reviewOf(2, [{ eventVersion: 1, judgement: "agreed" }])).toBe("unreviewed");
    expect(reviewOf(2, [{ eventVersion: 1, judgement: "disputed" }])).toBe("disputed");
    expect(reviewOf(2, [{ eventVersion: 2, judgement: "agreed" }])).toBe("agreed");
  });

  test("is disputed by one dispute among any agreements, in whatever order they came", () => {
    const look = fc.record({ eventVersion: fc.integer({ min: 1, max: 3 }), judgement: fc.constantFrom(...JUDGEMENTS) });
    fc.assert(
      fc.property(fc.array(look), fc.integer({ min: 1, max: 3 }), (looks, version) => {
        const stands = reviewOf(version, looks);
        expect(stands === "disputed").toBe(looks.some(({ judgement }) => judgement === "disputed"));
        if (stands !== "disputed") {
          expect(stands === "agreed").toBe(looks.some(({ eventVersion }) => eventVersion === version));
        }
        expect(reviewOf(version, looks.toReversed())).toBe(stands);
      }),
    );
  });
});

/** One thing that happens to one of four events: an analyst judges it, takes that back, or it gets a new version. */
const step = fc.record({
  event: fc.integer({ min: 0, max: 3 }),
  analyst: fc.integer({ min: 0, max: 2 }),
  act: fc.constantFrom<Judgement | "withdraw" | "correct">(...JUDGEMENTS, "withdraw", "correct"),
});

describe("the counts of what was agreed and disputed", () => {
  test("add up to a count of all events, whatever happens to them", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const events = [0, 1, 2, 3].map(() => ({
          version: 1,
          looks: new Map<number, Parameters<typeof reviewOf>[1][number]>(),
        }));
        const stands = ({ version, looks }: (typeof events)[number]): EventReview =>
          reviewOf(version, [...looks.values()]);
        const counts = { agreed: 0, disputed: 0 };
        for (const { event: at, analyst, act } of steps) {
          const event = events[at];
          if (!event) continue;
          const before = stands(event);
          if (act === "correct") event.version += 1;
          else if (act === "withdraw") event.looks.delete(analyst);
          else event.looks.set(analyst, { eventVersion: event.version, judgement: act });
          const delta = reviewDelta([{ before, after: stands(event) }]);
          counts.agreed += delta.agreed;
          counts.disputed += delta.disputed;
        }
        const of = (word: EventReview): number => events.filter((event) => stands(event) === word).length;
        expect(counts).toEqual({ agreed: of("agreed"), disputed: of("disputed") });
      }),
    );
  });

  test("do not change where nothing does, and cancel where a change is taken back", () => {
    const word = fc.constantFrom(...EVENT_REVIEWS);
    fc.assert(
      fc.property(word, word, (a, b) => {
        const there = { before: a, after: b };
        expect(reviewDelta([{ before: a, after: a }])).toEqual({ agreed: 0, disputed: 0 });
        expect(reviewDelta([there, { before: b, after: a }])).toEqual({ agreed: 0, disputed: 0 });
      }),
    );
    expect(reviewDelta([{ before: "disputed", after: "agreed" }])).toEqual({ agreed: 1, disputed: -1 });
  });
});
