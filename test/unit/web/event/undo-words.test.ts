import { describe, expect, it } from "vitest";
import { takenBackInWords } from "../../../../web/event/undo-words";

describe("what an undo takes back", () => {
  it("is counted by kind and named", () => {
    expect(takenBackInWords({ entries: { event: 1, report: 2 }, refs: ["X-1"] })).toBe("1 event and 2 reports (X-1)");
  });

  it("is not named to the end where the list was cut", () => {
    const refs = ["X-1", "X-2", "X-3", "X-4", "X-5"];
    expect(takenBackInWords({ entries: { event: 5000 }, refs })).toBe(
      "5,000 events (X-1, X-2, X-3, X-4, X-5 and more)",
    );
  });
});
