import { expect, test } from "vitest";
import { dateBounds } from "../../../worker/core/date-range";

test("a range of days begins with the text of its first month, so that an index leads to it, and ends with its last day", () => {
  expect(dateBounds({ from: "2017-08-15", to: "2017-09-10" })).toEqual({
    month: "2017-08",
    firstDay: "2017-08-15",
    last: "2017-09-10",
  });
});

test("a month as an end stands for all its days", () => {
  const { month, firstDay, last } = dateBounds({ from: "2017-08", to: "2017-08" });
  expect([month, firstDay]).toEqual(["2017-08", "2017-08-01"]);
  expect("2017-08-31" <= (last ?? "") && (last ?? "") < "2017-09").toBe(true);
});

test("an end that is left out bounds nothing", () => {
  expect(dateBounds({})).toEqual({ month: null, firstDay: null, last: null });
});
