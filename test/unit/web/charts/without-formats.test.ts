import { afterEach, expect, test } from "vitest";
import { restore, standIn } from "../../../../web/charts/without-formats";

afterEach(restore);

test("A number format of a language that there is none of is made without a complaint while the stand-in stands", () => {
  expect(() => new Intl.NumberFormat("en-US@posix")).toThrow();
  standIn();
  expect(new Intl.NumberFormat("en-US@posix").format(1.5)).toBe("1.5");
});

test("A date format that is asked for the time zone answers at once while the stand-in stands", () => {
  standIn();
  expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe("UTC");
});

test("Afterwards the platform's own are there again", () => {
  const { NumberFormat, DateTimeFormat } = Intl;
  standIn();
  expect(Intl.NumberFormat).not.toBe(NumberFormat);
  expect(Intl.DateTimeFormat).not.toBe(DateTimeFormat);
  restore();
  expect(Intl.NumberFormat).toBe(NumberFormat);
  expect(Intl.DateTimeFormat).toBe(DateTimeFormat);
});
