import { expect, test } from "vitest";
import { citationBibtex, citationText } from "../../../worker/core/citation";

const view = { slug: "pakistan-russia-2012", asOf: "2025-11-30", revision: 12 };
const page = {
  publisher: "A & B desk",
  title: "Pakistan-Russia: 100 % {sure}",
  url: "https://example.org/s/x_y",
  frozenOn: "2025-12-01",
  readOn: "2026-11-24",
};

test("a frozen page is cited with its day, revision, address and the day it was read", () => {
  expect(citationText(view, page)).toBe(
    "A & B desk, Pakistan-Russia: 100 % {sure}. Events to 30 November 2025, revision 12 (frozen on 1 December 2025). " +
      "https://example.org/s/x_y (read on 24 November 2026).",
  );
});

test("a title that ends in a question mark gets no full stop behind it", () => {
  expect(citationText(view, { ...page, title: "Emerging allies?" })).toContain("Emerging allies? Events to");
});

test("a page that goes on changing does not claim to be frozen", () => {
  expect(citationText(view, { ...page, frozenOn: null })).not.toContain("frozen");
  expect(citationBibtex(view, { ...page, frozenOn: null })).toContain("year = {2026}");
});

test("BibTeX gets its special characters escaped and keeps its braces balanced", () => {
  const entry = citationBibtex(view, page);
  expect(entry).toContain("@misc{pakistan-russia-2012-r12,");
  expect(entry).toContain("title = {{Pakistan-Russia: 100 \\% \\{sure\\}}}");
  expect(entry).toContain("author = {{A \\& B desk}}");
  expect(entry).toContain("month = {dec}");
  const plain = entry.replaceAll("\\{", "").replaceAll("\\}", "");
  expect(plain.split("{").length).toBe(plain.split("}").length);
});
