import { expect, test } from "vitest";
import type { Status } from "../../../../worker/contract/status-types";
import {
  correctedWords,
  databaseWords,
  formatBytes,
  pendingWords,
  signatureWords,
  wrongRecordWords,
} from "../../../../web/status/words";

test("bytes are told in the unit that suits them", () => {
  expect([1234, 20_000_000, 1_500_000_000].map(formatBytes)).toEqual(["1.2 kB", "20.0 MB", "1.5 GB"]);
});

test("the database is told beside what each plan allows", () => {
  expect(databaseWords({ databaseBytes: 25_000_000 } as Status)).toBe(
    "25.0 MB: 5.0 % of the free plan's 500 MB, 0.3 % of the paid plan's 10 GB.",
  );
});

test("waiting signatures and verdicts are told with their nouns", () => {
  const words = [0, 1, 3].map((unsignedViews) => signatureWords({ unsignedViews } as Status));
  expect(words).toEqual([
    "Every frozen view is signed.",
    "1 frozen view waits for a signature.",
    "3 frozen views wait for a signature.",
  ]);
  expect([null, 0, 1, 12].map(pendingWords)).toEqual(["not counted", "none", "1 month-end", "12 month-ends"]);
});

test("a wrong record of a month-end is told with what would be right, or that it comes too early", () => {
  const said = { revision: 3, published: "stalled" as const, index: 13.4 };
  const record = { scenario: "s", month: "2026-11", ...said, recordedAt: null, right: 5 };
  expect(wrongRecordWords(record)).toBe(
    'Recorded: "stalled", index 13.4, by revision 3. Right is what revision 5 says, the last before the month was over.',
  );
  expect(wrongRecordWords({ ...record, recordedAt: Date.parse("2026-11-30T23:00:00Z"), right: null })).toBe(
    'Recorded on 30 November 2026, 23:00 UTC: "stalled", index 13.4, by revision 3. November 2026 is not over: months end ' +
      "at midnight UTC. Put right, the record goes, and is made when the month is over.",
  );
  const done = { revision: 9, month: "2026-11", before: said };
  expect(correctedWords({ ...done, after: { ...said, revision: 5 } })).toBe(
    'Put right in revision 9: November 2026 is recorded as "stalled", index 13.4, by revision 5.',
  );
  expect(correctedWords({ ...done, after: null })).toBe(
    "Put right in revision 9: nothing is recorded of November 2026 until it is over.",
  );
});
