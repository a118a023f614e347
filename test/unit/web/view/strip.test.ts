import { describe, expect, it } from "vitest";
import { stripRows } from "../../../../web/view/strip";

const view = {
  publishedByMonth: { "2026-11": "stalled", "2026-12": "not enough evidence" } as const,
  pendingMonths: ["2027-01"],
  said: {
    since: "2026-12-05",
    months: [{ month: "2026-12", revision: 4, published: "stalled" as const, index: 3 }],
  },
};

describe("the verdict month by month", () => {
  it("has a letter for each month-end, newest year first, and dots for one still to be worked out", () => {
    const [year2027, year2026] = stripRows(view);
    expect(year2027?.cells[0]).toMatchObject({ look: "pending", shown: "\u2026" });
    expect(year2026?.cells.map((cell) => cell?.shown ?? "").slice(10)).toEqual(["S", "?"]);
    expect(year2026?.cells[9]).toBeNull();
  });

  it("has what was said then under it, in years with a recorded month-end", () => {
    const rows = stripRows(view);
    expect(rows.map(({ label }) => label)).toEqual(["2027", "2026", "then"]);
    expect(rows[2]?.cells.map((cell) => cell?.shown ?? "").slice(10)).toEqual(["", "S"]);
    expect(rows[2]?.cells[11]?.sentence).toBe('December 2026: now "cannot tell"; then we said "stalled" (revision 4).');
  });

  it("keeps the word that stands while a month-end is being recalculated, drawn as pending", () => {
    const [year2026] = stripRows({ ...view, pendingMonths: ["2026-11"] });
    expect(year2026?.cells[10]).toMatchObject({
      look: "pending",
      shown: "S",
      sentence: "November 2026: now being recalculated; what we said then is not recorded.",
    });
  });

  it("is empty before the first month-end", () => {
    expect(stripRows({ ...view, publishedByMonth: {}, pendingMonths: [] })).toEqual([]);
  });
});
