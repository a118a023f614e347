import fc from "fast-check";
import { expect, test } from "vitest";
import { atomFeed, type FeedFacts } from "../../../worker/core/atom";
import { feedLine, feedText } from "../../../worker/core/feed-text";
import type { Happening } from "../../../worker/core/happenings";

const FACTS: FeedFacts = {
  host: "example.org",
  of: "scenario/ties",
  title: "Ties",
  subtitle: null,
  author: "The desk",
  self: "https://example.org/s/x/feed.atom",
  page: "https://example.org/s/x",
  since: Date.UTC(2026, 10, 1),
};
const happening = (over: Partial<Happening> = {}): Happening => ({
  key: "note/2026-10/1",
  kind: "note.written",
  month: "2026-10",
  at: Date.UTC(2026, 10, 3, 12, 30, 15, 999),
  title: "Note on October 2026",
  text: "Quiet.",
  ...over,
});
const SIGNS: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const read = (xml: string): string => xml.replaceAll(/&(\w+);/g, (_, name: string) => SIGNS[name] ?? "?");

test("what readers have to know of all entries stands at its head", () => {
  const subtitle = "Being recalculated since revision 57 (12 of 162 months).";
  expect(atomFeed({ ...FACTS, subtitle }, [])).toContain(`<subtitle>${subtitle}</subtitle>`);
});

test("a feed has id, title, author, both addresses, and the day of its newest entry", () => {
  expect(atomFeed(FACTS, [happening()])).toBe(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>tag:example.org,2026-01-01:scenario/ties</id>
  <title>Ties</title>
  <updated>2026-11-03T12:30:15Z</updated>
  <author>
    <name>The desk</name>
  </author>
  <link rel="self" type="application/atom+xml" href="https://example.org/s/x/feed.atom"/>
  <link rel="alternate" type="text/html" href="https://example.org/s/x"/>
  <entry>
    <id>tag:example.org,2026-01-01:scenario/ties/note/2026-10/1</id>
    <title>Note on October 2026</title>
    <updated>2026-11-03T12:30:15Z</updated>
    <link rel="alternate" type="text/html" href="https://example.org/s/x"/>
    <content type="text">Quiet.</content>
  </entry>
</feed>
`);
});

test("one that tells nothing yet is dated by its beginning, and a long one ends after 100 entries", () => {
  expect(atomFeed(FACTS, [])).toContain("<updated>2026-11-01T00:00:00Z</updated>");
  const many = Array.from({ length: 101 }, (_, place) => happening({ key: `note/x/${place}` }));
  expect(atomFeed(FACTS, many).split("<entry>")).toHaveLength(101);
});

test("whatever somebody typed stands in it as a text, and is never markup", () => {
  const tags = (xml: string): number => xml.split("<").length;
  const plain = tags(atomFeed(FACTS, [happening()]));
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), (title, text) => {
      const typed = `<b a="1">&amp;]]>${text}`;
      const xml = atomFeed({ ...FACTS, title: `T${title}` }, [happening({ title: `<i>${title}`, text: typed })]);
      expect(tags(xml)).toBe(plain);
      expect(read(/<content type="text">([^<]*)</.exec(xml)?.[1] ?? "")).toBe(feedText(typed));
      expect(read(/<entry>[^]*?<title>([^<]*)</.exec(xml)?.[1] ?? "")).toBe(feedLine(`<i>${title}`));
    }),
  );
});
