import { describe, expect, it } from "vitest";
import { changeSentence, dependsSentence, disagreeSentence, powerSentence } from "../../../worker/core/verdict-details";
import { aHorizonVerdict, aVariant, aVerdict } from "./a-verdict";

const labels = [
  { key: "visit", label: "Visits" },
  { key: "trade", label: "Trade" },
];
const mixed = aVerdict({
  variants: [
    aVariant(),
    aVariant({ variant: "drivers-full", reading: "failing", reason: "down" }),
    aVariant({ variant: "without:trade", reading: "not enough evidence", reason: "undecided" }),
    aVariant({ variant: "without:visit" }),
  ],
  agree: 2,
  of: 4,
});

describe("what a verdict depends on", () => {
  it("is what changes the reading when it is left out", () => {
    expect(dependsSentence(mixed, labels)).toBe("Depends on: Trade.");
    expect(dependsSentence(aVerdict(), labels)).toBe("Depends on no single indicator.");
  });

  it("names the checks that disagree, with their reading", () => {
    expect(disagreeSentence(mixed, labels)).toBe(
      "2 of 4 variations disagree: reasons to expect warming in full (failing) and without Trade (cannot tell).",
    );
    expect(disagreeSentence(aVerdict(), labels)).toBe("All 17 variations agree.");
  });
});

describe("what would change a verdict", () => {
  const back = { mode: "back-test" as const };

  it("of stalled is the upper end of the range against D", () => {
    expect(changeSentence(aHorizonVerdict(), back)).toBe(
      "If later months pulled the upper end of the range, 0.0, up to 3, a rise of 3 would no longer be ruled out: we could not tell.",
    );
  });

  it("of an undecided month is the whole range", () => {
    const verdict = aHorizonVerdict({ reason: "undecided", riseLow: -4.3, riseHigh: 3.3 });
    expect(changeSentence(verdict, back)).toContain(
      "The range runs from -4.3 to +3.3: a rise would need all of it above 0",
    );
  });

  it("of weakening is the index", () => {
    expect(changeSentence(aHorizonVerdict({ reason: "up-but-below-registration" }), back)).toBe(
      'It would become "holding" once the index, now 12.0, is back at the 16.0 at which it stood when the article appeared.',
    );
  });

  it("of a quiet log is its zero months", () => {
    expect(changeSentence(aHorizonVerdict({ reason: "sparse", zeroMonths: 16 }), back)).toBe(
      "16 of 30 months looked at have no points: at most half may.",
    );
  });
});

describe("how much the test can see", () => {
  it.each([
    [12, "24 months (here 12)"],
    [29, "24 months (here 29)"],
    [30, "36 months (here 30)"],
    [125, "127 months (here 125)"],
  ])("at %d months comes from the nearest simulated size", (n, text) => {
    expect(powerSentence({ n, materialRise: 3 })).toContain(text);
  });

  it("says that the simulations took a rise of 3 as material", () => {
    expect(powerSentence({ n: 125, materialRise: 3 })).not.toContain("not 2");
    expect(powerSentence({ n: 125, materialRise: 2 })).toContain("They took a rise of 3 as material, not 2.");
  });
});
