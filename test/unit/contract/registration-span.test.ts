import { expect, test } from "vitest";
import { spanProblem } from "../../../worker/contract/registration-span";
import { anIndicator } from "../../factories";

const TODAY = "2026-06-15";
const of = (registeredOn: string, indicators: number, baselineMonths = 12) => ({
  registeredOn,
  baselineMonths,
  indicators: Array.from({ length: indicators }, (_, i) => anIndicator({ key: `i${i}` })),
});

test("the fewer indicators, the further back a registration may reach, month by month", () => {
  // 372 and 912 months before June 2026, less the 12 of the baseline.
  expect(spanProblem(of("1996-06-30", 100), [], TODAY)).toBeNull();
  expect(spanProblem(of("1996-05-31", 100), [], TODAY)).toMatchObject({ field: "registeredOn" });
  expect(spanProblem(of("1951-06-01", 10), [], TODAY)).toBeNull();
  expect(spanProblem(of("1951-05-01", 10), [], TODAY)?.message).toContain(
    "913 months; with 10 indicators it may have 912",
  );
  expect(spanProblem(of("1000-01-01", 1), [], TODAY)).toMatchObject({ field: "registeredOn" });
});

test("claims are counted by the months since their own start, and the field that reaches back is named", () => {
  const since = (addedOn: string | null, count: number) => Array.from({ length: count }, () => ({ addedOn }));
  expect(spanProblem(of("2021-07-01", 10), since(null, 1000), TODAY)).toBeNull();
  expect(spanProblem(of("2021-06-01", 10), since(null, 1000), TODAY)).toMatchObject({ field: "registeredOn" });
  const old = [...since(null, 1), ...since("1000-01-01", 5)];
  expect(spanProblem(of("2021-06-01", 10), old, TODAY)).toMatchObject({ field: "propositions[1].addedOn" });
  expect(spanProblem(of("2027-01-01", 100), since(null, 1000), TODAY)).toBeNull();
});
