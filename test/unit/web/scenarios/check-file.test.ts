import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkFile, placeProblems } from "../../../../web/scenarios/check-file";

const read = (path: string) => readFileSync(new URL(`../../../../${path}`, import.meta.url), "utf8");
const TEMPLATE = read("web/scenarios/template.json");
const change = (from: string, to: string): string => {
  expect(TEMPLATE).toContain(from);
  return TEMPLATE.replace(from, to);
};
const problemsOf = (text: string) => checkFile(text).problems;
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split("\n").length;

/** A copy without the notes of the template. */
function withoutNotes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNotes);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => (name.startsWith("_") ? [] : [[name, withoutNotes(inner)]])),
  );
}

describe("the template", () => {
  test("can be registered as it is, and nothing of it is called left out", () => {
    expect(checkFile(TEMPLATE).checked).toMatchObject({ dropped: [] });
  });

  test("is the small example of docs/scenario-file.md with notes", () => {
    const [, example = ""] = /```json\n([\s\S]*?)```/.exec(read("docs/scenario-file.md")) ?? [];
    expect(withoutNotes(JSON.parse(TEMPLATE))).toEqual(JSON.parse(example));
  });
});

describe("a scenario file", () => {
  test("that is right is read, with a byte order mark or without", () => {
    expect(checkFile(read("scenarios/pakistan-russia-2012/scenario.json")).problems).toEqual([]);
    expect(checkFile(`\uFEFF${TEMPLATE}`).problems).toEqual([]);
  });

  test("with something wrong is answered with the field, its line, what stands there and what to do", () => {
    const text = change('"score": 2.8', '"score": 28');
    expect(problemsOf(text)).toEqual([
      {
        field: "indicators[0].codebook[0].score",
        message: "Write a number from -10 to 10.",
        at: text.indexOf('"score": 28'),
        line: lineOf(text, '"score": 28'),
        found: "28",
      },
    ]);
  });

  test("with something missing points at what is around it", () => {
    const text = change('"fullScale": 4,', "");
    const [problem] = problemsOf(text);
    expect(problem).toMatchObject({ field: "indicators[1].fullScale", found: null });
    expect(problem?.line).toBe(lineOf(text, '"key": "site"') - 1);
    expect(problemsOf(change('"materialRise": 3,', ""))).toMatchObject([{ field: "materialRise", line: null }]);
  });

  test("names its problems in the order of the file", () => {
    const text = change('"alpha": 0.1', '"alpha": 7').replace('"baselineMonths": 12', '"baselineMonths": "x"');
    expect(problemsOf(text).map(({ field }) => field)).toEqual(["baselineMonths", "alpha"]);
  });

  test("that is not JSON is answered with the line where it stops being so", () => {
    const text = change('"alpha": 0.1,', '"alpha": 0.1');
    expect(problemsOf(text)).toMatchObject([
      { field: "", line: lineOf(text, '"_credibilityWeights"'), message: expect.stringContaining("not JSON") },
    ]);
  });

  test("with a member twice is refused, for only one could count", () => {
    const text = change('"alpha": 0.1,', '"alpha": 0.1, "alpha": 0.2,');
    expect(problemsOf(text)).toMatchObject([{ field: "alpha", message: expect.stringContaining("twice") }]);
  });

  test("with a misspelt member is read, and the member named", () => {
    const text = change('"materialRise": 3,', '"materialRise": 3, "basline": 2,').replace(
      '"label": "Meetings",',
      '"label": "Meetings", "colur": "#000000",',
    );
    expect(checkFile(text).checked?.dropped).toEqual(["basline", "indicators[0].colur"]);
  });

  test.each([
    ["", "Choose a file, or paste its text."],
    [" \n", "Choose a file, or paste its text."],
    ["[]", "Write a JSON object with the members of the format."],
    [`{"a": "${"x".repeat(1_000_000)}"}`, "The file has 1001 kB; at most 1000 kB can be registered."],
  ])("that is none is answered in words (%#)", (text, message) => {
    expect(problemsOf(text)).toMatchObject([{ field: "", message, line: null }]);
  });

  test("that asks for the address of the page itself is refused", () => {
    expect(problemsOf(change('"slug": "port-deal-2026"', '"slug": "new"'))).toMatchObject([{ field: "slug" }]);
  });

  test("gets the lines of what the server found, too", () => {
    const found = placeProblems(TEMPLATE, [{ field: "slug", message: "Choose another." }]);
    expect(found).toMatchObject([{ line: lineOf(TEMPLATE, '"slug":'), found: '"port-deal-2026"' }]);
  });
});
