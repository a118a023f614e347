import { describe, expect, it } from "vitest";
import { asJson, csvRows, fileName, type Saved, standingOf } from "../../../../web/charts/saved";

const saved: Saved = {
  title: "Warming index: \u00c9tat 1",
  caption: "Direct dealings: 18.4.",
  table: {
    columns: [
      { text: "Month" },
      { text: "Points", number: true },
      { text: "Source band", number: true },
      { text: "Most by" },
    ],
  },
  rows: [
    { cells: ["October 2012", "\u22121,002.7", "\u00b13.8", "=HYPERLINK(1)"] },
    { cells: ["November 2012", "+2.37", "9 of 12", "-5 degrees"] },
  ],
  page: { slug: "a-b", scenario: "A and B", asOf: "2025-11-30", revision: 12, url: "https://x.org/scenarios/a-b" },
};

describe("a saved figure", () => {
  it("has a file name that says what it is, to which day and by which records", () => {
    expect(fileName(saved, "csv")).toBe("a-b-warming-index-etat-1-2025-11-30-r12.csv");
    expect(fileName({ ...saved, title: "Россия" }, "png")).toBe("a-b-россия-2025-11-30-r12.png");
  });

  it("says the day and the revision in words", () => {
    expect(standingOf(saved.page)).toBe("Events to 30 November 2025, revision 12");
  });

  it("is rows as they are shown, numbers as programs read them", () => {
    expect(csvRows(saved)).toEqual([
      ["Month", "Points", "Source band", "Most by"],
      ["October 2012", "-1002.7", "3.8", "'=HYPERLINK(1)"],
      ["November 2012", "2.37", "9 of 12", "'-5 degrees"],
    ]);
  });

  it("is JSON with its title, sentence, columns, rows, day, revision and link, and nothing else", () => {
    expect(JSON.parse(asJson(saved))).toEqual({
      title: saved.title,
      caption: "Direct dealings: 18.4.",
      columns: ["Month", "Points", "Source band", "Most by"],
      rows: [
        ["October 2012", -1002.7, 3.8, "=HYPERLINK(1)"],
        ["November 2012", 2.37, "9 of 12", "-5 degrees"],
      ],
      asOf: "2025-11-30",
      revision: 12,
      url: "https://x.org/scenarios/a-b",
    });
  });
});
