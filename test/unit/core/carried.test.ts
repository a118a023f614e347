import { expect, test } from "vitest";
import { carries, type EventVersionDate } from "../../../worker/core/carried";

const link = { revision: 5, asOf: "2012-10-31" };
const recorded: EventVersionDate = { revision: 3, op: "record", date: "2012-10-03" };

test("a link carries what was recorded up to its revision and dated up to its day", () => {
  expect(carries(link, [recorded], 6)).toBe(true);
  expect(carries(link, [{ ...recorded, revision: 5 }], 6)).toBe(true);
  expect(carries(link, [{ ...recorded, revision: 6 }], 7)).toBe(false);
  expect(carries(link, [{ ...recorded, date: "2012-11-01" }], 6)).toBe(false);
  expect(carries(link, [], 6)).toBe(false);
});

test("a date known to the month counts from its first day", () => {
  expect(carries(link, [{ ...recorded, date: "2012-10" }], 6)).toBe(true);
  expect(carries({ ...link, asOf: "2012-10-15" }, [{ ...recorded, date: "2012-10" }], 6)).toBe(true);
  expect(carries(link, [{ ...recorded, date: "2012-11" }], 6)).toBe(false);
});

test("what was changed before the link was made is no error of the link", () => {
  expect(carries(link, [recorded, { ...recorded, revision: 5, op: "correct" }], 5)).toBe(false);
});

test("the version at the link's revision decides, not a later one", () => {
  const moved: EventVersionDate = { revision: 6, op: "correct", date: "2013-01-01" };
  expect(carries(link, [recorded, moved], 6)).toBe(true);
  expect(carries(link, [recorded, { ...moved, revision: 5 }], 7)).toBe(false);
});

test("an event that was retracted then is not carried, and is again once that was undone", () => {
  const retracted: EventVersionDate = { ...recorded, revision: 4, op: "retract" };
  expect(carries(link, [recorded, retracted], 6)).toBe(false);
  expect(carries(link, [recorded, retracted, { ...recorded, revision: 5, op: "correct" }], 6)).toBe(true);
});
