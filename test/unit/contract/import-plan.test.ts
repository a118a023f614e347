import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readEventFile } from "../../../worker/contract/csv-read";
import { readEventList } from "../../../worker/contract/import-list";
import { type ExistingEvent, type PlanOptions, planImport, refsNeeded } from "../../../worker/contract/import-plan";
import { contentOf, existingOf, fixture, rawEvent, readScenario, shipped, shippedRegistration } from "./helpers";

const registration = shippedRegistration();
const TODAY = "2026-11-24";

function plan(items: unknown[], options: Partial<PlanOptions> = {}) {
  return planImport(readEventList(items), registration, {
    latest: TODAY,
    existing: new Map(),
    naming: "member",
    ...options,
  });
}

function counts({ accepted, corrected, unchanged, rejected }: ReturnType<typeof plan>) {
  return { accepted, corrected, unchanged, rejected };
}

function said(one: ReturnType<typeof plan>) {
  return one.messages.map(({ line, level, kind, column }) => `${line} ${level} ${kind} ${column}`);
}

function logged(content: ExistingEvent["content"], status: ExistingEvent["status"] = "active"): ExistingEvent {
  return { version: 3, status, content };
}

describe("shipped files", () => {
  test("the shipped scenario's 198 events are all accepted, without a message", () => {
    const file = readEventFile(readFileSync(shipped("events.csv")));
    const result = planImport(file.rows, registration, { latest: TODAY, existing: new Map() });
    expect([...file.messages, ...result.messages]).toEqual([]);
    expect(counts(result)).toEqual({ accepted: 198, corrected: 0, unchanged: 0, rejected: 0 });
    expect(result.creations.filter((one) => one.content.score10 !== null)).toHaveLength(11);
    expect(result.creations.filter((one) => one.content.follows !== null)).toHaveLength(8);

    const again = planImport(file.rows, registration, { latest: TODAY, existing: existingOf(result) });
    expect(counts(again)).toEqual({ accepted: 0, corrected: 0, unchanged: 198, rejected: 0 });
    expect(again.messages).toEqual([]);
  });

  test.each([["clearly-failing"], ["clearly-holding"], ["not-enough-evidence"]])(
    "the pack %s imports whole",
    (name) => {
      const file = readEventFile(readFileSync(fixture(`small/${name}/events.csv`)));
      const scenario = readScenario(fixture(`small/${name}/scenario.json`));
      const result = planImport(file.rows, scenario.registration, { latest: TODAY, existing: new Map() });
      expect([...file.messages, ...result.messages]).toEqual([]);
      expect(result.accepted).toBe(file.rows.length);
    },
  );

  test("five thousand rows are planned in a fraction of a second", () => {
    const file = readEventFile(readFileSync(fixture("hostile/21-five-thousand-rows.csv")));
    const start = performance.now();
    planImport(file.rows, registration, { latest: TODAY, existing: new Map() });
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe("references", () => {
  test("a row without one is new; the server gives it one", () => {
    const result = plan([rawEvent(), rawEvent()]);
    expect(counts(result)).toEqual({ accepted: 2, corrected: 0, unchanged: 0, rejected: 0 });
    expect(result.creations.map((one) => one.ref)).toEqual([null, null]);
  });

  test.each(["a b", "-1", "..", "a/b", "=1", "a\u200eb", "x".repeat(501)])("%o cannot be one", (ref) => {
    expect(plan([rawEvent({ ref })]).rejected).toBe(1);
  });

  test.each(["PKRU-0001", "2012.5", "\u0645\u0631\u062c\u0639-1", "a_b:c"])("%o can be one", (ref) => {
    expect(plan([rawEvent({ ref })]).creations[0]?.ref).toBe(ref);
  });

  test("twice with the same content: the second is skipped", () => {
    const result = plan([rawEvent({ ref: "A" }), rawEvent({ ref: "A", actors: [] })]);
    expect(counts(result)).toEqual({ accepted: 1, corrected: 0, unchanged: 1, rejected: 0 });
    expect(said(result)).toEqual(["2 notice duplicate ref"]);
    expect(result.messages[0]?.text).toMatch(/same as line 1, skipped/);
  });

  test("twice with other content: the second is rejected, also where the first was not valid", () => {
    const result = plan([rawEvent({ ref: "A" }), rawEvent({ ref: "A", title: "Other" })]);
    expect(counts(result)).toEqual({ accepted: 1, corrected: 0, unchanged: 0, rejected: 1 });
    expect(said(result)).toEqual(["2 error conflict ref"]);
    expect(said(plan([rawEvent({ ref: "A", title: "" }), rawEvent({ ref: "A" })]))).toEqual([
      "1 error required title",
      "2 error conflict ref",
    ]);
  });

  test("those that an import needs from the log are its own and those it follows", () => {
    const rows = readEventList([
      { ref: "A", follows: "B" },
      { ref: "B" },
      { follows: 5 },
      { ref: "x".repeat(501) },
      "?",
    ]);
    expect(refsNeeded(rows)).toEqual(["A", "B"]);
  });
});

describe("against the log", () => {
  const existing = new Map([["A", logged(contentOf())]]);

  test("the same content is unchanged, without a message", () => {
    const result = plan([rawEvent({ ref: "A" })], { existing });
    expect(counts(result)).toEqual({ accepted: 0, corrected: 0, unchanged: 1, rejected: 0 });
    expect(result.messages).toEqual([]);
  });

  test("other content is rejected until corrections are accepted, and says what it would change", () => {
    const rows = [rawEvent({ ref: "A", title: "Other", amountUsd: 5, score: 3.8, scoreReason: "Why." })];
    const refused = plan(rows, { existing });
    expect(counts(refused)).toEqual({ accepted: 0, corrected: 0, unchanged: 0, rejected: 1 });
    expect(said(refused)).toEqual(["1 error correction ref"]);
    expect(refused.messages[0]?.text).toMatch(/would change: title, score, reason for the score, amount\./);

    const taken = plan(rows, { existing, acceptCorrections: true });
    expect(counts(taken)).toEqual({ accepted: 1, corrected: 1, unchanged: 0, rejected: 0 });
    expect(said(taken)).toEqual(["1 notice correction ref"]);
    expect(taken.corrections).toMatchObject([{ line: 1, ref: "A", version: 3, content: { title: "Other" } }]);
    expect(taken.creations).toEqual([]);
  });

  test("a retracted event's reference is not used again, even with the same content", () => {
    const gone = new Map([["A", logged(contentOf(), "retracted")]]);
    const result = plan([rawEvent({ ref: "A" })], { existing: gone, acceptCorrections: true });
    expect(said(result)).toEqual(["1 error retracted ref"]);
    expect(result.rejected).toBe(1);
  });

  test("a second, different row for one reference conflicts even where corrections are accepted", () => {
    const rows = [rawEvent({ ref: "A", title: "Other" }), rawEvent({ ref: "A" })];
    expect(said(plan(rows, { existing, acceptCorrections: true }))).toEqual([
      "1 notice correction ref",
      "2 error conflict ref",
    ]);
  });
});

describe("follows", () => {
  test("may name a row before or after, or an event of the log", () => {
    const existing = new Map([["LOG", logged(contentOf())]]);
    const rows = [
      rawEvent({ ref: "A", follows: "B" }),
      rawEvent({ ref: "B", follows: "LOG" }),
      rawEvent({ ref: "C", follows: "A" }),
    ];
    expect(plan(rows, { existing })).toMatchObject({ accepted: 3, messages: [] });
  });

  test("to nowhere and to itself is rejected", () => {
    const result = plan([rawEvent({ ref: "A", follows: "Z" }), rawEvent({ ref: "B", follows: "B" })]);
    expect(said(result)).toEqual(["1 error unknown-follows follows", "2 error unknown-follows follows"]);
    expect(result.messages.map((message) => message.text)).toEqual([
      expect.stringMatching(/no event "Z" in the file or in the log/),
      expect.stringMatching(/cannot follow itself/),
    ]);
  });

  test("to a rejected row takes the follower along, down the whole chain", () => {
    const rows = [
      rawEvent({ ref: "C", follows: "B" }),
      rawEvent({ ref: "B", follows: "A" }),
      rawEvent({ ref: "A", title: "" }),
      rawEvent({ ref: "D" }),
    ];
    const result = plan(rows);
    expect(counts(result)).toEqual({ accepted: 1, corrected: 0, unchanged: 0, rejected: 3 });
    expect(said(result)).toEqual([
      "1 error unknown-follows follows",
      "2 error unknown-follows follows",
      "3 error required title",
    ]);
    expect(result.messages[1]?.text).toMatch(/follows A on line 3, which was rejected/);
  });

  test("a chain of five thousand rows is settled quickly", () => {
    const rows = Array.from({ length: 5000 }, (_, i) => rawEvent({ ref: `R${i}`, follows: `R${i + 1}` }));
    const start = performance.now();
    expect(plan(rows).rejected).toBe(5000);
    expect(performance.now() - start).toBeLessThan(1500);
  });
});

describe("lists", () => {
  test("name members where files name columns", () => {
    const rows = [rawEvent({ sourceTitle: "" })];
    expect(said(plan(rows))).toEqual(["1 error required sourceTitle"]);
    expect(said(plan(rows, { naming: "column" }))).toEqual(["1 error required source_title"]);
  });

  test("items that are no objects are rejected one by one", () => {
    const result = plan([null, [], "x", rawEvent()]);
    expect(counts(result)).toEqual({ accepted: 1, corrected: 0, unchanged: 0, rejected: 3 });
    expect(said(result)).toEqual(["1 error bad-type null", "2 error bad-type null", "3 error bad-type null"]);
  });
});

test("rows with the wrong number of cells are rejected and leave the others alone", () => {
  const header = "ref,date,indicator,code,title,source_title,source_reliability,info_credibility";
  const bytes = new TextEncoder().encode(`${header}\nA,2013-01-02,visit,minister_visit_held,T,S,B,2\nB,2013`);
  const result = planImport(readEventFile(bytes).rows, registration, { latest: TODAY, existing: new Map() });
  expect(counts(result)).toEqual({ accepted: 1, corrected: 0, unchanged: 0, rejected: 1 });
  expect(said(result)).toEqual(["3 error cell-count null"]);
});
