import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { REMOVED } from "../../../worker/core/ledger";
import {
  joinComment,
  joinNote,
  joinReport,
  joinReview,
  numberedSubject,
  reviewSubject,
  splitComment,
  splitNote,
  splitReport,
  splitReview,
} from "../../../worker/core/ledger-statements";
import { CREDIBILITIES, JUDGEMENTS, RELIABILITIES } from "../../../worker/core/types";

const text = fc.string({ unit: "grapheme" });
const needed = fc.string({ unit: "grapheme", minLength: 1 });
const grade = {
  sourceReliability: fc.constantFrom(...RELIABILITIES),
  infoCredibility: fc.constantFrom(...CREDIBILITIES),
};
const report = fc.record({
  event: needed,
  number: fc.nat(),
  sourceTitle: needed,
  sourceUrl: text,
  sourcePublished: fc.constantFrom(null, "2012-10-03"),
  ...grade,
  quote: text,
});
const review = fc.record({
  event: needed,
  analyst: needed,
  eventVersion: fc.nat(),
  judgement: fc.constantFrom(...JUDGEMENTS),
  ...grade,
  blind: fc.boolean(),
  comment: text,
});
const comment = fc.record({ event: needed, number: fc.nat(), text: needed });
const note = fc.record({ month: fc.constant("2012-10"), text: needed, closes: fc.boolean() });

describe("what people say of events and months", () => {
  test("comes out of an entry as it went in", () => {
    fc.assert(
      fc.property(report, review, comment, note, (aReport, aReview, aComment, aNote) => {
        const [r, v, c, n] = [splitReport(aReport), splitReview(aReview), splitComment(aComment), splitNote(aNote)];
        expect(joinReport(r.facts, r.texts)).toEqual(aReport);
        expect(joinReview(v.facts, v.texts)).toEqual(aReview);
        expect(joinComment(c.facts, c.texts)).toEqual(aComment);
        expect(joinNote(n.facts, n.texts)).toEqual(aNote);
      }),
    );
  });

  test("keeps no free text among the facts, so that all of it can be removed", () => {
    const { facts } = splitReport({ ...aReport(), sourceTitle: "SECRET", sourceUrl: "SECRET", quote: "SECRET" });
    expect(JSON.stringify(facts)).not.toContain("SECRET");
    expect(JSON.stringify(splitComment({ event: "E-1", number: 1, text: "SECRET" }).facts)).not.toContain("SECRET");
    expect(JSON.stringify(splitNote({ month: "2012-10", text: "SECRET", closes: true }).facts)).not.toContain("SECRET");
  });

  test("reads as removed where a needed text is gone, and as empty where it was optional", () => {
    const { facts } = splitReport(aReport());
    expect(joinReport(facts, {})).toMatchObject({ sourceTitle: REMOVED, sourceUrl: "", quote: "" });
    expect(joinComment({ event: "E-1", number: 1 }, {}).text).toBe(REMOVED);
    expect(joinNote({ month: "2012-10", closes: true }, {}).text).toBe(REMOVED);
  });

  test("has subjects that no other event or analyst shares", () => {
    expect(numberedSubject("PKRU-0043", 2)).toBe("PKRU-0043\n2");
    expect(numberedSubject("E-1", 12)).not.toBe(numberedSubject("E-11", 2));
    expect(reviewSubject("E-1", "a")).toBe("E-1\na");
  });
});

function aReport(): Parameters<typeof splitReport>[0] {
  return {
    event: "PKRU-0043",
    number: 1,
    sourceTitle: "Lavrov arrives (Dawn)",
    sourceUrl: "https://dawn.com/1",
    sourcePublished: null,
    sourceReliability: "B",
    infoCredibility: 2,
    quote: "He landed at noon.",
  };
}
