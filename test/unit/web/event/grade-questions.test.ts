import { describe, expect, it } from "vitest";
import { gradeOf, gradeProblems } from "../../../../web/event/grade-questions";

describe("a grade that is asked for", () => {
  it("needs both its letter and its number", () => {
    expect(Object.keys(gradeProblems({ sourceReliability: "", infoCredibility: "" }))).toHaveLength(2);
    expect(gradeProblems({ sourceReliability: "B", infoCredibility: "2" })).toEqual({});
  });

  it("is sent as letter and number", () => {
    expect(gradeOf({ sourceReliability: "B", infoCredibility: "2" })).toEqual({
      sourceReliability: "B",
      infoCredibility: 2,
    });
  });
});
