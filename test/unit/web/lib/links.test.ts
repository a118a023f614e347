import { describe, expect, it } from "vitest";
import { isWebAddress } from "../../../../web/lib/links";

describe("the address of a source", () => {
  it("is a link on the web only", () => {
    expect(isWebAddress("https://example.org/a")).toBe(true);
    expect(isWebAddress("http://103.241.136.51/content")).toBe(true);
    expect(isWebAddress("javascript:alert(1)")).toBe(false);
    expect(isWebAddress("data:text/html,x")).toBe(false);
    expect(isWebAddress("Dawn, page 3")).toBe(false);
    expect(isWebAddress("")).toBe(false);
  });
});
