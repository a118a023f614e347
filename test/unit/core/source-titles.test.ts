import { expect, test } from "vitest";
import { addressSpellings } from "../../../worker/core/address-spellings";
import { titleFromAddress } from "../../../worker/core/source-titles";
import { symbolsOf, titleWords } from "../../../worker/core/title-words";

test.each([
  ["https://www.dawn.com/news/752485/quadrilateral-summit-put-off", "X (Dawn)", "Quadrilateral summit put off (Dawn)"],
  [
    "https://tribune.com.pk/story/447225/russia-condemns-drone-strikes",
    "",
    "Russia condemns drone strikes (tribune.com.pk)",
  ],
  [
    "https://example.org/2012/10/03/lavrov_in_islamabad_today.html?x=1#y",
    "",
    "Lavrov in islamabad today (example.org)",
  ],
  [
    "https://lenta.ru/news/%D0%BB%D0%B0%D0%B2%D1%80%D0%BE%D0%B2-%D0%B2-%D0%BF%D0%B0%D0%BA%D0%B8%D1%81%D1%82%D0%B0%D0%BD%D0%B5/",
    "",
    "Лавров в пакистане (lenta.ru)",
  ],
  ["https://dawn.com/news/752485", "X (Dawn)", ""],
  ["https://dawn.com/%E0%A4%A", "", ""],
  ["https://dawn.com", "", ""],
])("%s proposes a title or none", (url, last, title) => {
  expect(titleFromAddress(url, last)).toBe(title);
});

test("an address is looked for with and without www, a closing slash and the s of https", () => {
  const spellings = addressSpellings("http://www.dawn.com/news/1/");
  expect(spellings).toHaveLength(8);
  expect(spellings).toContain("https://dawn.com/news/1");
  expect(addressSpellings("not an address")).toEqual([]);
});

test("symbols name documents; years and counts do not", () => {
  expect([...symbolsOf("Russia vetoes draft S/2022/155: invasion")]).toEqual(["S/2022/155"]);
  expect([...symbolsOf("A summit in 2012 with 3 ministers")]).toEqual([]);
});

test("words of any script are compared without their common endings", () => {
  expect([...titleWords("Putin defers his visit")]).toEqual(["putin", "defer", "his", "visit"]);
  expect([...titleWords("پاکستان اور روس")]).toContain("پاکستان");
  expect([...titleWords("Лавров прибыл")]).toEqual(["лавров", "прибыл"]);
});
