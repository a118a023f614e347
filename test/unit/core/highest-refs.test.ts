import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countRefs, highestRefs } from "../../../worker/core/highest-refs";

const ref = fc.tuple(
  fc.constantFrom("PKRU-", "HX-", "", "name"),
  fc.constantFrom("", "7", "0012", "300", "1234567890"),
);
const refs = fc.array(ref.map((parts) => parts.join("")));

describe("the references that decide the next one", () => {
  test("are the highest of each prefix, in the order of the prefixes", () => {
    expect(highestRefs(["PKRU-0007", "x", "HX-3", "PKRU-0012", "PKRU-0001"])).toEqual(["PKRU-0012", "HX-3"]);
  });

  test("count as all of them do, from any start and also part by part", () => {
    const start = fc.record({
      refPrefix: fc.constantFrom(null, "PKRU-", "HX-"),
      nextRef: fc.integer({ min: 1, max: 400 }),
    });
    fc.assert(
      fc.property(start, refs, refs, (counter, first, second) => {
        const parts = [...highestRefs(first), ...highestRefs(second)];
        expect(countRefs(counter, parts)).toEqual(countRefs(counter, [...first, ...second]));
      }),
    );
  });
});
