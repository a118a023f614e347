import { expect, it } from "vitest";
import { quoteLength } from "../../../../web/forms/event-fields";

it("counts a quoted sentence as its limit does", () => {
  expect(quoteLength("  ")).toBe("");
  expect(quoteLength("Putin will not come.")).toBe("20 of 300 characters");
  // A character outside the basic plane is one, as in the database.
  expect(quoteLength("\u{1F54A}")).toBe("1 of 300 characters");
  expect(quoteLength("x".repeat(304))).toBe("4 over 300 characters: shorten it");
});
