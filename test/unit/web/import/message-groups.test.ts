import { describe, expect, it } from "vitest";
import type { ImportMessage } from "../../../../worker/contract/messages";
import { groupMessages, linesInWords } from "../../../../web/import/message-groups";

const message = (line: number, changes: Partial<ImportMessage> = {}): ImportMessage => {
  return { line, level: "error", kind: "bad-date", column: "date", text: `Line ${line}`, ...changes };
};

describe("messages by the thousand", () => {
  it("stand together where four or more are alike, and alone where fewer are", () => {
    const many = Array.from({ length: 5000 }, (_, i) => message(i + 2));
    const few = [1, 2, 3].map((line) => message(line, { kind: "required", column: "title" }));
    const groups = groupMessages([...many, ...few]);
    expect(groups.map(({ messages }) => messages.length)).toEqual([1, 5000, 1, 1]);
    expect(groups.flatMap(({ messages }) => messages)).toHaveLength(5003);
  });

  it("come with errors first, then by line, and kinds, columns and levels apart", () => {
    const warning = { level: "warning", kind: "bidi-control", column: "title" } as const;
    const all = [message(9), message(1, warning), message(4), message(5, { column: "source_published" })];
    expect(groupMessages(all).map(({ messages: [one] }) => one?.line)).toEqual([4, 5, 9, 1]);
    const alike = [2, 3, 4, 5].flatMap((line) => [message(line), message(line, { column: "planned_for" })]);
    expect(groupMessages(alike).map(({ column, messages }) => [column, messages.length])).toEqual([
      ["date", 4],
      ["planned_for", 4],
    ]);
  });

  it("name their first lines and count the rest", () => {
    const at = (...lines: number[]) => linesInWords(lines.map((line) => message(line)));
    expect(at(2, 3)).toBe("2, 3");
    // Two messages of one line name it once.
    expect(at(2, 2, 3)).toBe("2, 3");
    expect(linesInWords(Array.from({ length: 5000 }, (_, i) => message(i + 2)))).toBe("2, 3, 4, 5 and 4,996 more");
  });
});
