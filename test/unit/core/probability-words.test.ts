import { expect, it } from "vitest";
import { probabilityWord } from "../../../worker/core/probability-words";

it.each([
  [0, "almost no chance"],
  [0.0499, "almost no chance"],
  [0.05, "very unlikely"],
  [0.2, "unlikely"],
  [0.4499, "unlikely"],
  [0.45, "roughly even chance"],
  [0.55, "roughly even chance"],
  [0.5501, "likely"],
  [0.8, "likely"],
  [0.95, "very likely"],
  [0.9501, "almost certain"],
  [1, "almost certain"],
])("%d is %s", (probability, word) => {
  expect(probabilityWord(probability)).toBe(word);
});
