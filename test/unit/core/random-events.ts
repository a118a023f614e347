/** Arbitrary logs for property tests: mixed signs, several events a cell, gaps, all weights. */
import fc from "fast-check";
import { addMonths } from "../../../worker/core/months";
import type { Indicator, LoggedEvent } from "../../../worker/core/types";
import { aDriver, anEvent, anIndicator } from "../../factories";

export const INDICATORS: Indicator[] = [
  anIndicator(),
  anIndicator({ key: "trade", label: "Trade" }),
  aDriver(),
  anIndicator({ key: "context", label: "Context", role: "context", relevance: 0 }),
];

export const FIRST_MONTH = "2010-01";
export const AS_OF = "2012-12-31";

const spread = fc.record({
  indicator: fc.constantFrom(...INDICATORS.map(({ key }) => key)),
  month: fc.integer({ min: 0, max: 35 }),
  effective10: fc.integer({ min: -100, max: 100 }),
  weight100: fc.constantFrom(95, 75, 50, 25, 5, 100),
});

/** Up to `max` events from January 2010 to December 2012, with references in order. */
export function randomEvents(max: number): fc.Arbitrary<LoggedEvent[]> {
  return fc.array(spread, { maxLength: max, size: "max" }).map((events) =>
    events.map(({ month, ...event }, at) => {
      return anEvent({ ...event, ref: `E-${String(at).padStart(4, "0")}`, date: addMonths(FIRST_MONTH, month) });
    }),
  );
}
