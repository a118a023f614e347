import { describe, expect, it } from "vitest";
import { ownReview } from "../../../../web/event/dossier";
import { comparisonSentence, gradeInWords, reviewNotes } from "../../../../web/event/review-words";
import type { ApiReview } from "../../../../worker/contract/api-types";
import { aRegistration } from "../../../factories";

const weights = aRegistration();
const grade = (letter: "B" | "C" | "F", number: 2 | 3 | 6) => ({ sourceReliability: letter, infoCredibility: number });
const review: ApiReview = {
  ...grade("B", 2),
  by: "Amina",
  judgement: "agreed",
  comment: "",
  blind: true,
  eventVersion: 2,
  recordedAt: 0,
  revision: 5,
};

describe("a grade in words", () => {
  it("speaks of the source by its letter and of the report by its number", () => {
    expect(gradeInWords(grade("B", 2))).toBe("source usually reliable, report probably true");
    expect(gradeInWords(grade("F", 6))).toBe("source's reliability cannot be judged, report cannot be judged");
  });
});

describe("two grades beside each other", () => {
  it("are the same, of the same weight, or apart", () => {
    expect(comparisonSentence(grade("B", 2), grade("B", 2), weights)).toBe("You gave B2, the grade that it has.");
    // The number decides the weight: B2 and C2 both weigh 0.75.
    expect(comparisonSentence(grade("C", 2), grade("B", 2), weights)).toBe(
      "You gave C2, it has B2: both weigh 0.75, so its points are the same.",
    );
    expect(comparisonSentence(grade("C", 3), grade("B", 2), weights)).toBe(
      "You gave C3 (weight 0.50), it has B2 (weight 0.75).",
    );
  });
});

describe("a review", () => {
  it("says whether it still counts and whether the grade was known", () => {
    expect(reviewNotes(review, 2)).toBe("graded blind");
    expect(reviewNotes({ ...review, blind: false }, 3)).toBe(
      "graded after seeing the first grade; of version 2, so it no longer counts",
    );
  });

  it("is one's own for the version that counts only", () => {
    const page = { principal: { id: "1", name: "Amina", role: "analyst" } } as const;
    expect(ownReview({ reviews: [review] }, { version: 2 }, page)).toBe(review);
    expect(ownReview({ reviews: [review] }, { version: 3 }, page)).toBeUndefined();
    expect(ownReview({ reviews: [{ ...review, by: "Boris" }] }, { version: 2 }, page)).toBeUndefined();
  });
});
