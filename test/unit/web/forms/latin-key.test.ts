import { expect, it } from "vitest";
import { latinKey } from "../../../../web/forms/latin-key";

it("reads a key by its Latin letter on any layout", () => {
  expect(latinKey({ key: "l", code: "KeyL" })).toBe("l");
  expect(latinKey({ key: "д", code: "KeyL" })).toBe("l");
  expect(latinKey({ key: "ل", code: "KeyL" })).toBe("l");
  // A Latin layout says itself what was typed, wherever the key stands.
  expect(latinKey({ key: "q", code: "KeyA" })).toBe("q");
  expect(latinKey({ key: "?", code: "Slash" })).toBe("?");
  expect(latinKey({ key: "Enter", code: "Enter" })).toBe("Enter");
  expect(latinKey({ key: "ё", code: "Backquote" })).toBe("ё");
});
