import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { monthOf, monthRange } from "../../../worker/core/months";
import { cellsOf } from "../../../worker/core/rollup";
import type { LoggedEvent } from "../../../worker/core/types";
import { eventPoints, fadedPoints, fading, indexSeries, type IndexInput } from "../../../worker/core/warming-index";
import { aStateChange, aStateIndicator, anEvent } from "../../factories";
import { expectClose } from "../close";
import { AS_OF, FIRST_MONTH, INDICATORS, randomEvents } from "./random-events";

function seriesOf(events: LoggedEvent[], over: Partial<IndexInput> = {}): ReturnType<typeof indexSeries> {
  return indexSeries({
    indicators: INDICATORS,
    halfLifeMonths: 6,
    from: FIRST_MONTH,
    asOf: AS_OF,
    cells: cellsOf(events),
    states: [],
    ...over,
  });
}

describe("the index", () => {
  it("an event adds its points in its month and halves in six months", () => {
    const series = seriesOf([anEvent({ date: "2010-03-10", effective10: 56 })]); // 5.6 * 0.95 = 5.32
    const index = new Map(series.map((month) => [month.month, month.index]));
    expect(index.get("2010-02")).toBe(0);
    expectClose(index.get("2010-03"), 5.32, "March");
    expectClose(index.get("2010-04"), 5.32 * 2 ** (-1 / 6), "April");
    expectClose(index.get("2010-09"), 2.66, "September");
  });

  it("silence makes it fall by 10.9 % a month", () => {
    expect(1 - fading(1, 6)).toBeCloseTo(0.109, 3);
  });

  it("opposite events of one day cancel in the points, not in the count", () => {
    const [first] = seriesOf([anEvent({ date: "2010-01-05" }), anEvent({ date: "2010-01-05", effective10: -28 })]);
    expect(first).toMatchObject({ y: 0, index: 0, events: 2 });
  });

  it("direct dealings leave drivers and context out", () => {
    const events = [
      anEvent({ date: "2010-01-05" }),
      anEvent({ date: "2010-01-06", indicator: "veto", effective10: 35 }),
    ];
    const [first] = seriesOf(events);
    expectClose(first?.direct, 2.66, "direct");
    expectClose(first?.y, 2.66 + 0.25 * 3.5 * 0.95, "all"); // + 0.83125
    expectClose(first?.directVariance, 2.8 ** 2 * 0.95 * 0.05, "direct variance"); // 0.3724
  });

  it("a closed line is a small event every day and brings no variance", () => {
    const states = [aStateChange({ date: "2010-01-01" })];
    const series = seriesOf([], { indicators: [aStateIndicator()], states, asOf: "2010-02-28" });
    expectClose(series[1]?.index, 1 + fading(1, 6), "two whole months");
    expect(series[1]?.band90).toBe(0);
  });

  it("the source band is 1.645 standard deviations of the faded sum", () => {
    const series = seriesOf([anEvent({ date: "2010-01-05", effective10: 56 })]);
    expectClose(series[0]?.band90, 1.6448536269514722 * Math.sqrt(5.6 ** 2 * 0.95 * 0.05), "January"); // 2.0075
    expectClose(series[6]?.band90, (1.6448536269514722 * Math.sqrt(1.4896)) / 2, "July, half of it");
  });
});

describe("direct sum, recursion and rollup", () => {
  const relevance = new Map(INDICATORS.map((indicator) => [indicator.key, indicator.relevance]));
  const pointsOf = (event: LoggedEvent): number => eventPoints(event, relevance.get(event.indicator) ?? 0);

  it("agree on every month, also where a cell mixes signs", () => {
    fc.assert(
      fc.property(randomEvents(60), fc.constantFrom(3, 6, 12), (events, halfLifeMonths) => {
        const mixed = [
          ...events,
          anEvent({ date: "2011-05", effective10: 40 }),
          anEvent({ date: "2011-05", effective10: -40, weight100: 50 }),
        ];
        const series = new Map(seriesOf(mixed, { halfLifeMonths }).map((month) => [month.month, month.index]));
        for (const month of monthRange(FIRST_MONTH, monthOf(AS_OF))) {
          const direct = mixed
            .filter(({ date }) => monthOf(date) <= month)
            .reduce((sum, event) => sum + fadedPoints(pointsOf(event), monthOf(event.date), month, halfLifeMonths), 0);
          expectClose(series.get(month), direct, month);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("do not depend on the order of the events, to the last bit", () => {
    fc.assert(
      fc.property(randomEvents(40), (events) => {
        expect(seriesOf(events.toReversed())).toStrictEqual(seriesOf(events));
      }),
      { numRuns: 40 },
    );
  });

  it("do not depend on the order of the cells either", () => {
    fc.assert(
      fc.property(randomEvents(40), (events) => {
        expect(seriesOf([], { cells: cellsOf(events).toReversed() })).toStrictEqual(seriesOf(events));
      }),
      { numRuns: 40 },
    );
  });
});
