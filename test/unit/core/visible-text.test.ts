import { expect, test } from "vitest";
import { visibleText } from "../../../worker/core/visible-text";

test("every mark of direction becomes a word, and nothing else changes", () => {
  expect(visibleText("annex\u202efdp.exe")).toBe("annex[RLO]fdp.exe");
  expect(visibleText("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u2066\u2067\u2068\u2069")).toBe(
    "[ALM][LRM][RLM][LRE][RLE][PDF][LRO][LRI][RLI][FSI][PDI]",
  );
  expect(visibleText("روسيا and Россия: 3 < 4 & \u200d")).toBe("روسيا and Россия: 3 < 4 & \u200d");
});
