import { describe, expect, it } from "vitest";
import { rowInWords } from "../../../../web/charts/table";

const columns = [{ text: "Month" }, { text: "Direct dealings", number: true }, { text: "Month looked at", bare: true }];

describe("a row in words", () => {
  it("names its numbers and lets self-explaining words stand alone", () => {
    const row = { x: 0, cells: ["October 2012", "18.4", "looked at"] };
    expect(rowInWords({ caption: "", columns, rows: [row] }, row)).toBe(
      "October 2012: direct dealings 18.4, looked at",
    );
  });

  it("shows marks that would turn the text around instead of obeying them", () => {
    const row = { x: 0, cells: ["May\u202e", "1.0", "x"] };
    expect(rowInWords({ caption: "", columns, rows: [row] }, row)).toContain("May[RLO]");
  });
});
