import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readEventFile } from "../../../worker/contract/csv-read";
import { planImport } from "../../../worker/contract/import-plan";
import { existingOf, fixture, shippedRegistration } from "./helpers";

interface ExpectedFile {
  file: string;
  what: string;
  fileRejected: boolean;
  accepted: number;
  unchanged: number;
  rejected: number;
  messages: { line: number | null; level: string; kind: string; column: string | null; expect: string }[];
  storedAs?: { ref: string; title?: string; titleLength?: number; amount_usd?: number }[];
}

const expected: { files: ExpectedFile[] } = JSON.parse(readFileSync(fixture("hostile/expected.json"), "utf8"));
const registration = shippedRegistration();

/** What a message must contain, by the words of the fixture's own expectation. */
const MUST_SAY: Record<string, RegExp> = {
  "names weather and lists the keys": /"weather".*visit, pipeline_financing.*northern_route/,
  'names "Visit " and suggests visit': /"Visit ".*Did you mean visit\?/,
  "asks for a plain number such as 1200000000": /plain number .*1200000000/,
  "no currency sign": /currency sign/,
  "no thousands separators": /thousands separators/,
  "not below zero": /below zero/,
  "gives the limit and the length; the message must not repeat the cell": /^[^A]{0,9}.*1,048,576 .*300/,
  "a forbidden control character; must not cut the text off silently": /control character \(U\+0000\) at character 6/,
  "same as line 2, skipped": /same as line 2, skipped/,
  "the file is empty": /file is empty/,
  "2.8 allows 0.8 to 4.8": /2\.8 allows 0\.8 to 4\.8/,
  "5.6 allows 3.6 to 7.6": /5\.6 allows 3\.6 to 7\.6/,
  "one decimal at most": /One decimal at most/,
};

describe.each(expected.files)("$file: $what", (file) => {
  const read = readEventFile(readFileSync(fixture(`hostile/${file.file}`)));
  const plan = planImport(read.rows, registration, { latest: "2026-11-24", existing: new Map() });
  const messages = [...read.messages, ...plan.messages];

  test("counts and messages are those of the fixture", () => {
    expect(read.fileRejected).toBe(file.fileRejected);
    expect({ accepted: plan.accepted, unchanged: plan.unchanged, rejected: plan.rejected }).toEqual({
      accepted: file.accepted,
      unchanged: file.unchanged,
      rejected: file.rejected,
    });
    expect(messages.map(({ line, level, kind, column }) => ({ line, level, kind, column }))).toEqual(
      file.messages.map(({ line, level, kind, column }) => ({ line, level, kind, column })),
    );
  });

  test("every message says what the fixture expects, in few words", () => {
    file.messages.forEach((message, i) => {
      expect(messages[i]?.text).toMatch(MUST_SAY[message.expect] ?? /./);
      expect(messages[i]?.text.length).toBeLessThan(400);
    });
  });

  test("what is stored is what was typed", () => {
    for (const stored of file.storedAs ?? []) {
      const content = plan.creations.find((one) => one.ref === stored.ref)?.content;
      if (stored.title !== undefined) expect(content?.title).toBe(stored.title);
      if (stored.titleLength !== undefined) expect(content?.title).toHaveLength(stored.titleLength);
      if (stored.amount_usd !== undefined) expect(content?.amountCents).toBe(stored.amount_usd * 100);
    }
  });

  test("importing the accepted rows again changes nothing", () => {
    const again = planImport(read.rows, registration, { latest: "2026-11-24", existing: existingOf(plan) });
    expect([again.accepted, again.unchanged, again.rejected]).toEqual([
      0,
      file.accepted + file.unchanged,
      file.rejected,
    ]);
  });
});
