import fc from "fast-check";
import { expect, it } from "vitest";
import { SortedList } from "../../../worker/core/sorted-list";

it("lists taken in one by one stand as if all had been sorted at once", () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 60 })), (lists) => {
      const sorted = new SortedList();
      for (const list of lists) sorted.add(Float64Array.from(list));
      const want = Float64Array.from(lists.flat()).sort();
      expect(Array.from(want, (_, rank) => sorted.at(rank))).toEqual([...want]);
    }),
  );
});
