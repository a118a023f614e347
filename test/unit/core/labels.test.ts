import { describe, expect, it } from "vitest";
import {
  countLabel,
  dateLabel,
  listLabel,
  lowerFirst,
  monthLabel,
  pointsLabel,
  weekdayLabel,
} from "../../../worker/core/labels";

describe("labels", () => {
  it("dates are written to the precision they have", () => {
    expect(monthLabel("2012-10")).toBe("October 2012");
    expect(dateLabel("2012-10-03")).toBe("3 October 2012");
    expect(dateLabel("2012-10")).toBe("October 2012");
  });

  it("a day has its weekday, also before 1970", () => {
    expect(["2026-11-17", "1970-01-01", "1969-12-31", "1000-01-01"].map(weekdayLabel)).toEqual([
      "Tuesday",
      "Thursday",
      "Wednesday",
      "Wednesday",
    ]);
  });

  it("points have one decimal and never a minus before nought", () => {
    expect([14.615, -5.04, -0.04, 0, -0, -0.06].map(pointsLabel)).toEqual([
      "14.6",
      "-5.0",
      "0.0",
      "0.0",
      "0.0",
      "-0.1",
    ]);
  });

  it("points of a half go away from nought, whichever side of it their float lies", () => {
    expect([3.65, -3.65, 0.25, 2.05, 3.6499999999].map(pointsLabel)).toEqual(["3.7", "-3.7", "0.3", "2.1", "3.6"]);
  });

  it("counts agree with their noun", () => {
    expect([
      countLabel(1, "event"),
      countLabel(0, "event"),
      countLabel(2, "try", "tries"),
      countLabel(5205, "row"),
    ]).toEqual(["1 event", "0 events", "2 tries", "5,205 rows"]);
  });

  it("a label inside a sentence starts small, an abbreviation does not", () => {
    expect([lowerFirst("No longer in use"), lowerFirst("NATO route"), lowerFirst("")]).toEqual([
      "no longer in use",
      "NATO route",
      "",
    ]);
  });

  it("lists end with and", () => {
    expect([listLabel([]), listLabel(["a"]), listLabel(["a", "b", "c"])]).toEqual(["", "a", "a, b and c"]);
  });
});
