import { describe, expect, it } from "vitest";
import { reviewParts } from "../../../../web/view/review-line";

describe("the line beside the verdict", () => {
  it("says in full that nobody else has looked at any event", () => {
    expect(reviewParts({ unreviewed: 198, agreed: 0, disputed: 0 })).toEqual([
      { text: "198 of 198 events not yet reviewed by a second person", state: "unreviewed" },
    ]);
  });

  it("names what is disputed first, then what is left", () => {
    expect(reviewParts({ unreviewed: 3, agreed: 10, disputed: 1 })).toEqual([
      { text: "1 disputed", state: "disputed" },
      { text: "3 unreviewed", state: "unreviewed" },
    ]);
  });

  it("says so when every event was reviewed", () => {
    const all = { text: "All 2 events reviewed by a second person", state: null };
    expect(reviewParts({ unreviewed: 0, agreed: 2, disputed: 0 })).toEqual([all]);
    expect(reviewParts({ unreviewed: 0, agreed: 1, disputed: 1 })).toEqual([
      { text: "1 disputed", state: "disputed" },
      all,
    ]);
  });

  it("is silent without events, and in views frozen before there were reviews", () => {
    expect(reviewParts({ unreviewed: 0, agreed: 0, disputed: 0 })).toEqual([]);
    expect(reviewParts(undefined)).toEqual([]);
  });
});
