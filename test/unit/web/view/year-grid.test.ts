import { describe, expect, it } from "vitest";
import { nextCell } from "../../../../web/view/year-grid";

/** 2013 above 2012; 2012 starts in June, 2013 ends in March. */
const matrix = [
  Array.from({ length: 12 }, (_, month) => (month < 3 ? "2013" : null)),
  Array.from({ length: 12 }, (_, month) => (month > 4 ? "2012" : null)),
];

describe("arrow keys in a grid of months", () => {
  it("go on from December to January of the year above, and back", () => {
    expect(nextCell(matrix, 1, 11, "ArrowRight")).toEqual([0, 0]);
    expect(nextCell(matrix, 0, 0, "ArrowLeft")).toEqual([1, 11]);
  });

  it("stay where there is no further month", () => {
    expect(nextCell(matrix, 0, 2, "ArrowRight")).toEqual([0, 2]);
    expect(nextCell(matrix, 1, 5, "ArrowLeft")).toEqual([1, 5]);
    expect(nextCell(matrix, 0, 1, "ArrowDown")).toEqual([0, 1]);
  });
});
