import { describe, expect, it } from "vitest";
import { askedOf } from "../../../../web/log/ask";
import { isTyped, readRows } from "../../../../web/log/log-values";

describe("further rows of a draft", () => {
  it("come back as they were, three at most", () => {
    const row = { kind: "signed", indicator: "trade", code: "accord_signed", title: "معاہدہ" } as const;
    expect(readRows(JSON.stringify([row]))).toEqual([row]);
    expect(readRows(JSON.stringify([row, row, row, row]))).toHaveLength(3);
  });

  it.each(["", "{", "5", "null", "[5,null]"])("stored as %j are none", (text) => {
    expect(readRows(text)).toEqual([]);
  });
});

it("a link may fill in the indicator, the day and the event that this one follows, and nothing else", () => {
  expect(askedOf("?follows=PKRU-0043&indicator=visit&title=x")).toEqual({
    indicator: "visit",
    date: "",
    follows: "PKRU-0043",
  });
});

describe("a draft worth keeping", () => {
  it("holds more than what a link has filled in", () => {
    expect(isTyped({ indicator: "visit", date: "2012-08", follows: "PKRU-0043", title: "" })).toBe(false);
    expect(isTyped({ indicator: "visit", title: "Lavrov" })).toBe(true);
    expect(isTyped({ secondUrl: "https://tass.com" })).toBe(true);
  });
});
