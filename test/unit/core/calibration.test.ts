import { describe, expect, it } from "vitest";
import { calibrationOf, wilson95 } from "../../../worker/core/calibration";
import { expectClose } from "../close";

describe("the Wilson interval", () => {
  it("of one in two", () => {
    // z^2 = 3.8415: (2 + 3.8415 -+ 1.96 sqrt(3.8415 + 2)) / (2 * 5.8415)
    const { low, high } = wilson95(1, 2);
    expect(low).toBeCloseTo(0.0945, 4);
    expectClose(low + high, 1, "symmetric");
  });

  it("of none of none says nothing", () => {
    expect(wilson95(0, 0)).toEqual({ low: 0, high: 1 });
  });

  it("stays within 0 and 1", () => {
    expect(wilson95(0, 9).low).toBe(0);
    expect(wilson95(9, 9).high).toBe(1);
  });
});

it("forecasts are sorted into the words of ICD 203, empty ones left out", () => {
  const pairs = [
    { probability: 0.52, outcome: 1 as const },
    { probability: 0.46, outcome: 0 as const },
    { probability: 0.02, outcome: 0 as const },
  ];
  const rows = calibrationOf(pairs).map(({ word, n, hits, hitRate }) => ({ word, n, hits, hitRate }));
  expect(rows).toEqual([
    { word: "almost no chance", n: 1, hits: 0, hitRate: 0 },
    { word: "roughly even chance", n: 2, hits: 1, hitRate: 0.5 },
  ]);
  expectClose(calibrationOf(pairs)[1]?.meanForecast, 0.49, "mean forecast"); // (0.52 + 0.46) / 2
});
