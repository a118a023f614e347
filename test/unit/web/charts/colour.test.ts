import { describe, expect, it } from "vitest";
import { contrast, legible } from "../../../../web/charts/colour";

describe("contrast", () => {
  it("is 21 for black on white and 1 for a colour on itself", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 6);
    expect(contrast("#0072b2", "#0072b2")).toBe(1);
  });

  it("reads colours of three digits, as minified style sheets write them", () => {
    expect(contrast("#000", "#fff")).toBeCloseTo(21, 6);
  });
});

describe("a scenario's colour", () => {
  it("stays where it is legible", () => {
    expect(legible("#0072b2", "#ffffff", "#1b1d20")).toBe("#0072b2");
  });

  it.each([
    ["yellow on white", "#f0e442", "#ffffff", "#1b1d20"],
    ["black on dark", "#000000", "#1d2125", "#ece9e3"],
  ])("is moved until it is: %s", (_, colour, paper, ink) => {
    expect(contrast(colour, paper)).toBeLessThan(3);
    expect(contrast(legible(colour, paper, ink), paper)).toBeGreaterThanOrEqual(3);
  });
});
