import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatDate,
  formatDateShort,
  formatInstant,
  formatNumber,
  formatSigned,
  formatUsd,
} from "../../../../web/lib/format";

describe("dates", () => {
  it("are written out to the precision they have", () => {
    expect(formatDate("2012-10-03")).toBe("3 October 2012");
    expect(formatDate("2012-10")).toBe("October 2012");
  });

  it("have months of three letters where room is short", () => {
    expect(formatDateShort("2012-10-03")).toBe("3 Oct 2012");
    expect(formatDateShort("2012-05")).toBe("May 2012");
  });

  it("of a recording are those of UTC, whatever the reader's clock", () => {
    expect(formatInstant(Date.UTC(2026, 10, 24, 23, 59))).toBe("24 November 2026");
  });
});

describe("numbers", () => {
  it("have one decimal and a real minus sign", () => {
    expect(formatNumber(14.615)).toBe("14.6");
    expect(formatNumber(-1.32)).toBe("\u22121.3");
    expect(formatNumber(1234.5)).toBe("1,234.5");
  });

  it("are never minus nought", () => {
    expect(formatNumber(-0.04)).toBe("0.0");
    expect(formatNumber(-0)).toBe("0.0");
    expect(formatNumber(-0.4, 0)).toBe("0");
  });

  it("carry a plus sign only above nought", () => {
    expect(formatSigned(2.66)).toBe("+2.7");
    expect(formatSigned(0.04)).toBe("0.0");
    expect(formatSigned(-2)).toBe("\u22122.0");
  });
});

describe("dollars", () => {
  it.each([
    [1_200_000_000, "$1.2\u00a0bn"],
    [14_000_000_000, "$14\u00a0bn"],
    [450_000_000, "$450\u00a0m"],
    [93_500_000, "$93.5\u00a0m"],
    [999_960_000, "$1\u00a0bn"],
    [80_000, "$80,000"],
    [-5_000_000, "\u2212$5\u00a0m"],
    [0.5, "$0.5"],
  ])("%d reads %s", (dollars, text) => {
    expect(formatUsd(dollars)).toBe(text);
  });
});

it("writes numbers as the platform does in British English", () => {
  const number = fc.tuple(
    fc.integer({ min: 0, max: 1e13 }).map((n) => n / 1e6),
    fc.integer({ min: 0, max: 3 }),
  );
  fc.assert(
    fc.property(number, ([value, digits]) => {
      const exact = { minimumFractionDigits: digits, maximumFractionDigits: digits };
      expect(formatNumber(value, digits)).toBe(new Intl.NumberFormat("en-GB", exact).format(value));
    }),
  );
});

it("writes money below a million as the platform does in British English", () => {
  const cents = fc.integer({ min: 0, max: 99_999_999 }).map((n) => n / 100);
  fc.assert(
    fc.property(cents, (dollars) => {
      expect(formatUsd(dollars)).toBe(
        `$${new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 }).format(dollars)}`,
      );
    }),
  );
});
