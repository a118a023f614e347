/** Arbitrary propositions and evidence for property tests. */
import fc from "fast-check";
import { dayNumber, dayOfNumber } from "../../../worker/core/days";
import type { DatedEvidence, PropositionTerms } from "../../../worker/core/probability";

const START = "2012-06-15";

export const randomTerms: fc.Arbitrary<PropositionTerms> = fc
  .record({
    type: fc.constantFrom("by" as const, "at" as const),
    length: fc.integer({ min: 0, max: 1500 }),
    n: fc.integer({ min: 0, max: 40 }),
    k: fc.nat(40),
  })
  .map(({ type, length, n, k }) => ({
    type,
    deadline: dayOfNumber(dayNumber(START) + length),
    startsOn: START,
    referenceClass: { k: Math.min(k, n), n },
    outcomeOn: null,
  }));

export const randomDay = fc.integer({ min: 0, max: 2000 }).map((after) => dayOfNumber(dayNumber(START) + after));

const item = fc.record({
  day: fc.integer({ min: -20, max: 1600 }),
  likelihoodRatio: fc.constantFrom("10", "5", "3", "2", "1.5", "1", "1/1.5", "1/2", "1/3", "1/5", "1/10"),
  weight100: fc.constantFrom(95, 75, 50, 25, 5),
  cluster: fc.constantFrom(null, null, "a", "b"),
});

export const randomEvidence: fc.Arbitrary<DatedEvidence[]> = fc
  .array(item, { maxLength: 25 })
  .map((items) =>
    items.map(({ day, ...rest }, at) => ({ ...rest, ref: `E-${at}`, date: dayOfNumber(dayNumber(START) + day) })),
  );
