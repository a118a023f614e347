import { expect, test } from "vitest";
import type { Status } from "../../../../worker/contract/status-types";
import { databaseWords, formatBytes, pendingWords, signatureWords } from "../../../../web/status/words";

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
