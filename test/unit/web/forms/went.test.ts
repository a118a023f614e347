import { expect, it } from "vitest";
import { pairInWords, pairsOf } from "../../../../web/forms/went";

it("offers the two actors that are named most, either as the visitor", () => {
  const pairs = pairsOf([
    ["PAK", "RUS"],
    ["RUS", "PAK", "AFG"],
    ["RUS", "CHN"],
  ]);
  expect(pairs.map(pairInWords)).toEqual(["RUS to PAK", "PAK to RUS"]);
});

it("offers nothing while fewer than two actors are known", () => {
  expect(pairsOf([])).toEqual([]);
  expect(pairsOf([["PAK"], ["PAK"]])).toEqual([]);
});
