import { expect, it } from "vitest";
import { refusalInWords } from "../../../../web/log/refusals";

it("a refused save says what becomes of what was typed, and what to do", () => {
  expect(refusalInWords({ status: 401, code: "unauthenticated" })).toMatch(/kept in this tab.*sign in.*Save again/);
  expect(refusalInWords({ status: 0, code: "offline" })).toMatch(/kept in this tab.*Save again/);
  expect(refusalInWords({ status: 409, code: "conflict" })).toBeNull();
});
