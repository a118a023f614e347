import { describe, expect, it } from "vitest";
import { countsInWords, standing, waitingCorrections } from "../../../../web/forms/import-report";
import type { ImportReport } from "../../../../worker/contract/import-report";
import { readyToImport, verdictInWords } from "../../../../web/forms/import-step";

const clean: ImportReport = {
  fileRejected: false,
  accepted: 3,
  unchanged: 1,
  corrected: 2,
  rejected: 0,
  messages: [],
  revision: 7,
};
const asked = { acceptCorrections: false, onlyValid: false, confirmDate: false };

describe("what an import would do", () => {
  it("counts corrections apart from new rows", () => {
    // accepted 3 = 1 new + 2 corrected
    expect(countsInWords(clean)).toBe("1 new, 2 corrected, 1 unchanged, 0 rejected");
  });

  it("goes in whole when every row is right", () => {
    expect(readyToImport(clean, asked)).toBe(true);
    expect(verdictInWords(clean, asked)).toBe("3 rows will be imported together, as one revision.");
  });

  it("waits while a row is rejected, unless the valid rows only are asked for", () => {
    const some = { ...clean, rejected: 2 };
    expect(readyToImport(some, asked)).toBe(false);
    expect(verdictInWords(some, asked)).toMatch(/^2 rows cannot be imported/);
    expect(readyToImport(some, { ...asked, onlyValid: true })).toBe(true);
    expect(verdictInWords(some, { ...asked, onlyValid: true })).toMatch(/2 rejected rows will be left out/);
  });

  it("has nothing to do where all rows are in the log, or the file cannot be read", () => {
    const same = { ...clean, accepted: 0, corrected: 0 };
    expect(readyToImport(same, asked)).toBe(false);
    expect(verdictInWords(same, asked)).toMatch(/in the log already/);
    expect(readyToImport({ ...clean, fileRejected: true }, asked)).toBe(false);
  });

  it("tells rows that wait for a yes from rows that are wrong", () => {
    const message = { line: 2, column: "ref", text: "" } as const;
    const messages = [
      { ...message, level: "error", kind: "correction" },
      { ...message, level: "notice", kind: "correction" },
      { ...message, level: "error", kind: "bad-date" },
    ] as const;
    expect(waitingCorrections({ ...clean, messages: [...messages] })).toBe(1);
  });

  it("tells rows apart by their references: new, changed, unchanged, conflicting, not right", () => {
    const message = { column: "ref", text: "", level: "error" } as const;
    const messages = [
      { ...message, line: 2, kind: "correction" },
      { ...message, line: 3, kind: "conflict" },
      { ...message, line: 4, kind: "retracted" },
      { ...message, line: 5, kind: "bad-date" },
      { ...message, line: 5, kind: "required" },
    ] as const;
    // 3 accepted = 1 new + 2 corrected; of 4 rejected 1 waits for a yes, 2 conflict, 1 is wrong.
    const rows = standing({ ...clean, rejected: 4, messages: [...messages] });
    expect(rows.map((one) => one.rows)).toEqual([1, 3, 1, 2, 1]);
  });
});
