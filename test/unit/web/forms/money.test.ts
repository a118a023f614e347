import { describe, expect, it } from "vitest";
import { parseMoney } from "../../../../web/forms/money";

function usd(text: string): number | string {
  const money = parseMoney(text);
  return money.ok ? money.usd : money.problem;
}

describe("an amount as an analyst types it", () => {
  it.each([
    ["1200000000", 1_200_000_000],
    ["1,200,000,000", 1_200_000_000],
    ["1.2 bn", 1_200_000_000],
    ["1.2BN", 1_200_000_000],
    ["500 million", 500_000_000],
    ["1.005 bn", 1_005_000_000],
    ["93500000.5", 93_500_000.5],
    ["80k", 80_000],
    ["0.5 m", 500_000],
    ["$2.5 billion", 2_500_000_000],
    ["US$ 40 million", 40_000_000],
    ["USD 1,000", 1_000],
  ])("%j is %d dollars", (text, dollars) => {
    expect(usd(text)).toBe(dollars);
  });

  it("is echoed in full", () => {
    expect(parseMoney("1.2 bn")).toMatchObject({ echo: "USD 1,200,000,000" });
  });

  it.each([
    "A$5",
    "$-5",
    "€5",
    "$",
    "-5",
    "1,2",
    "12,34",
    "5 roubles",
    "1.234",
    "a lot",
    "1.2.3 m",
    "100000 bn",
    "3 constructor",
  ])("%j is refused", (text) => {
    expect(usd(text)).toBeTypeOf("string");
  });
});
