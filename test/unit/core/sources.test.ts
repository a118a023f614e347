import { expect, test } from "vitest";
import { isSameSource } from "../../../worker/core/sources";

const source = (sourceTitle: string, sourceUrl = "") => ({ sourceTitle, sourceUrl });
const address = "https://dawn.com/1";

test("a source is known by its address, whatever its title", () => {
  expect(isSameSource(source("Dawn", address), source("Lavrov arrives", address))).toBe(true);
  expect(isSameSource(source("Dawn", address), source("Dawn", "https://dawn.com/2"))).toBe(false);
  expect(isSameSource(source("Dawn", address), source("Dawn"))).toBe(false);
});

test("a source without an address is known by its title", () => {
  expect(isSameSource(source("Dawn"), source("Dawn", address))).toBe(true);
  expect(isSameSource(source("Dawn"), source("Dawn"))).toBe(true);
  expect(isSameSource(source("Dawn"), source("The News", address))).toBe(false);
});
