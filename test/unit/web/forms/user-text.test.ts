import { expect, it } from "vitest";
import { visibleText } from "../../../../web/lib/user-text";

it("shows marks that turn the direction of writing, and leaves letters of every script alone", () => {
  expect(visibleText("exe.\u202egpj")).toBe("exe.[RLO]gpj");
  expect(visibleText("\u2067روس\u2069 и Россия")).toBe("[RLI]روس[PDI] и Россия");
  expect(visibleText("پاکستان اور روس")).toBe("پاکستان اور روس");
});
