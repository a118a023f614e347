import { afterEach, expect, test } from "vitest";
import { restore, standIn } from "../../../../web/charts/without-formats";

afterEach(restore);

test("A number format of a language that there is none of is made without a complaint while the stand-in stands", () => {
  expect(() => new Intl.NumberFormat("en-US@posix")).toThrow();
  standIn();
  expect(new Intl.NumberFormat("en-US@posix").format(1.5)).toBe("1.5");
});

test("Afterwards the platform's own is there again", () => {
  const own = Intl.NumberFormat;
  standIn();
  expect(Intl.NumberFormat).not.toBe(own);
  restore();
  expect(Intl.NumberFormat).toBe(own);
});
