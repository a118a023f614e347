import { expect, test } from "vitest";
import {
  type Happening,
  newestFirst,
  noteHappening,
  toldBy,
  verdictChanges,
  viewHappenings,
} from "../../../worker/core/happenings";
import { monthRange } from "../../../worker/core/months";
import type { VerdictWord } from "../../../worker/core/verdict-types";

function published(from: string, words: VerdictWord[]): Record<string, VerdictWord> {
  return Object.fromEntries(words.map((word, place) => [monthRange(from, "2030-12")[place], word]));
}
const changesOf = (publishedByMonth: Record<string, VerdictWord>, pendingMonths: string[] = []): Happening[] =>
  verdictChanges({ publishedByMonth, pendingMonths });
const keys = (words: VerdictWord[]): string[] => changesOf(published("2012-10", words)).map(({ key }) => key);

test("a verdict becomes another at the third equal month-end in a row, as on the page; the newest is told first", () => {
  const words: VerdictWord[] = ["holding", "holding", "holding", "stalled", "stalled", "holding", "stalled"];
  expect(keys(words)).toEqual(["verdict/2012-12/holding", "verdict/2012-10/not-enough-evidence"]);
  expect(keys([...words, "stalled", "stalled"])[0]).toBe("verdict/2013-06/stalled");
});

test("what comes after a month-end that is still to be computed is not told yet: it may become another", () => {
  const known = published("2012-10", ["holding", "holding", "holding"]);
  const gap = { ...known, ...published("2013-02", ["stalled", "stalled", "stalled"]) };
  expect(changesOf(gap, ["2013-01"]).map(({ key }) => key)).toEqual([
    "verdict/2012-12/holding",
    "verdict/2012-10/not-enough-evidence",
  ]);
  // The newest are computed first: what came before them is not known.
  expect(changesOf(published("2013-02", ["stalled", "stalled", "stalled"]), ["2012-10"])).toEqual([]);
  expect(changesOf({})).toEqual([]);
});

test("a change says what it was before, and is dated by the first instant after its month", () => {
  const [newest] = changesOf(published("2012-10", ["holding", "holding", "holding"]));
  expect(newest).toMatchObject({
    kind: "verdict.changed",
    month: "2012-12",
    at: Date.UTC(2013, 0, 1),
    title: "Holding: the verdict at the end of December 2012",
    text: 'At the end of December 2012 the verdict is "holding". Before, it was "cannot tell".',
  });
});

test("another version of a note is another happening; a name is told only where it is given", () => {
  const note = { month: "2025-10", text: "Quiet.", version: 1, at: 5 };
  expect(noteHappening(note)).toMatchObject({ key: "note/2025-10/1", title: "Note on October 2025", text: "Quiet." });
  expect(noteHappening({ ...note, version: 2, by: "Ada" })).toMatchObject({
    key: "note/2025-10/2",
    title: "Note on October 2025, version 2",
    text: "Quiet.\n\nAda",
  });
});

test("a view tells its changes and the one note that it shows, in an order that never wavers", () => {
  const publishedByMonth = published("2025-08", ["stalled", "stalled", "stalled"]);
  const note = { month: "2025-10", text: "Quiet.", version: 1, writtenOn: "2025-11-01" };
  const told = viewHappenings({ publishedByMonth, pendingMonths: [], note });
  expect(told.map(({ key }) => key)).toEqual([
    "note/2025-10/1",
    "verdict/2025-10/stalled",
    "verdict/2025-08/not-enough-evidence",
  ]);
  expect(newestFirst(told.toReversed())).toEqual(told);
  expect(viewHappenings({ publishedByMonth: {}, pendingMonths: [], note: null })).toEqual([]);
});

test("nothing is told before its time: a verdict waits until its month is over, a note is dated by now at the latest", () => {
  const changes = changesOf(published("2012-10", ["holding", "holding", "holding"]));
  const note = noteHappening({ month: "2012-12", text: "Quiet.", version: 1, at: Date.parse("2013-01-05T00:00:00Z") });
  const now = Date.parse("2012-12-31T12:00:00Z");
  expect(toldBy([...changes, note], now).map(({ key, at }) => [key, at])).toEqual([
    ["note/2012-12/1", now],
    ["verdict/2012-10/not-enough-evidence", Date.parse("2012-11-01T00:00:00Z")],
  ]);
  expect(toldBy(changes, Date.parse("2013-01-01T00:00:00Z"))).toEqual(changes);
});
