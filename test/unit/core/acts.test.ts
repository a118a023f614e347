import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actsOf, className, classTotals } from "../../../worker/core/acts";
import type { CodebookEntry } from "../../../worker/core/types";

const entry = (key: string, score: number, facets?: Record<string, string>): CodebookEntry => ({
  key,
  label: key,
  score,
  anchor: "",
  ...(facets ? { facets } : {}),
});
const meetings = [
  entry("summit", 5.6, { rank: "leader", step: "held" }),
  entry("promised", 4, { rank: "leader", step: "announced" }),
  entry("visit", 2.8, { rank: "minister", step: "held" }),
  entry("beside", 2.5, { rank: "leader", step: "met elsewhere" }),
  entry("late", -2, { rank: "leader", step: "put off" }),
  entry("dropped", -5, { rank: "leader", step: "called off" }),
];
const count = (year: string, counts: Record<string, number>) => ({ year, counts });

describe("events by year in classes", () => {
  it("meetings are told apart by rank and step, what fell through is below the line, announcements are aside", () => {
    const counts = { summit: 1, promised: 2, visit: 3, beside: 1, late: 1, dropped: 2 };
    const acts = actsOf({ codebook: meetings, countsByYear: [count("2012", counts)] });
    expect(acts.by).toBe("rank");
    expect(acts.classes.map((one) => [className(one), one.sign])).toEqual([
      ["leader, held", 1],
      ["minister, held", 1],
      ["leader, met elsewhere", 1],
      ["leader, called off or put off", -1],
    ]);
    expect(acts.years).toEqual([{ year: "2012", counts: [1, 3, 1, 3], aside: 2 }]);
  });

  it("names of what fell through only the steps that occurred", () => {
    const acts = actsOf({ codebook: meetings, countsByYear: [count("2012", { dropped: 1 })] });
    expect(acts.classes.map(className)).toEqual(["leader, called off"]);
  });

  it("acts with a partner are told apart by who joined in; threats are aside; an empty year stays", () => {
    const codebook = [
      entry("joint", 3.5, { with: "China" }),
      entry("single", 3.5, { with: "alone" }),
      entry("threat", 1, { with: "" }),
    ];
    const acts = actsOf({
      codebook,
      countsByYear: [
        count("2012", { joint: 2, single: 1, threat: 1 }),
        count("2013", {}),
        count("2014", { single: 1 }),
      ],
    });
    expect(acts.by).toBe("with");
    expect(acts.classes.map(className)).toEqual(["with China", "alone"]);
    expect(acts.years.map(({ counts, aside }) => [...counts, aside])).toEqual([
      [2, 1, 1],
      [0, 0, 0],
      [0, 1, 0],
    ]);
    expect(classTotals(acts)).toEqual([2, 2]);
  });

  it("all else is told apart by the size and the sign of the score", () => {
    const codebook = [entry("a", 8), entry("b", 5), entry("c", 4.9), entry("d", 2.4), entry("e", -5), entry("f", 0)];
    const acts = actsOf({ codebook, countsByYear: [count("2012", { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1 })] });
    expect(acts.by).toBe("weight");
    expect(acts.classes.map(({ who, sign }, order) => [who, sign, acts.years[0]?.counts[order]])).toEqual([
      ["weighty", 1, 2],
      ["middling", 1, 1],
      ["slight", 1, 1],
      ["weighty", -1, 1],
    ]);
    expect(acts.years[0]?.aside).toBe(1);
  });

  it("loses and invents no event, whatever the codebook", () => {
    const facets = fc.option(
      fc.record({ rank: fc.constantFrom("a", "b"), step: fc.constantFrom("held", "announced", "put off") }),
      { nil: undefined },
    );
    const book = fc.array(fc.tuple(fc.integer({ min: -100, max: 100 }), facets, fc.nat(9)), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(book, (rows) => {
        const codebook = rows.map(([score, of], at) => entry(`k${at}`, score / 10, of));
        const counts = Object.fromEntries(rows.map(([, , n], at) => [`k${at}`, n]));
        const logged = rows.reduce((sum, [, , n]) => sum + n, 0);
        const [year] = actsOf({ codebook, countsByYear: [count("2012", counts)] }).years;
        expect((year?.counts.reduce((sum, n) => sum + n, 0) ?? 0) + (year?.aside ?? 0)).toBe(logged);
      }),
    );
  });
});
