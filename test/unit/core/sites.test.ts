import { expect, test } from "vitest";
import { siteOf } from "../../../worker/core/sites";

test.each([
  ["https://www.Dawn.com/news/752485", "dawn.com"],
  ["http://dawn.com", "dawn.com"],
  ["HTTPS://WWW.DAWN.COM?x=1", "dawn.com"],
  ["https://dawn.com#top", "dawn.com"],
  ["https://epaper.dawn.com:8080/a", "epaper.dawn.com:8080"],
  // Of two leading www. one goes, and only a leading one.
  ["https://www.www.example.org/", "www.example.org"],
  ["https://example.www.org/", "example.www.org"],
  ["https://пример.рф/новость", "пример.рф"],
  // A browser reads a backslash as a slash: what comes after it is no host.
  ["https://example.org\\@evil.example/", "example.org"],
])("the site of %s is %s", (url, site) => {
  expect(siteOf(url)).toBe(site);
});

test.each(["", "dawn.com/news", "javascript:alert(1)", "ftp://dawn.com/", " https://dawn.com/"])(
  "%j has no site",
  (url) => {
    expect(siteOf(url)).toBe("");
  },
);
