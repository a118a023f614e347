import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EventContent } from "../../../worker/core/types";
import { readEventFile } from "../../../worker/contract/csv-read";
import { readTable } from "../../../worker/contract/csv-table";
import { EVENT_COLUMNS, eventsToCsv } from "../../../worker/contract/csv-write";
import { contentKey } from "../../../worker/contract/event-content";
import { guardFormula, unguardFormula } from "../../../worker/contract/formula-guard";
import { planImport } from "../../../worker/contract/import-plan";
import { contentOf, shipped, shippedRegistration } from "./helpers";

const registration = shippedRegistration();

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Any characters that may be stored, with those that matter to spreadsheets and CSV made common. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom("=", "+", "-", "@", "'", '"', " ", ",", ";", "\t", "\uff1d"),
    // Line and paragraph separators are line breaks, which a one-line text refuses.
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }).filter((unit) => !/[\u2028\u2029]/.test(unit)),
  ),
  maxLength: 20,
});
const anyLines = fc.array(anyText, { maxLength: 3 }).map((lines) => lines.join("\n"));
const anyTitle = anyText.map((text) => `${text}.`);

const anyContent: fc.Arbitrary<EventContent> = fc
  .record({
    title: anyTitle,
    scoreReason: anyTitle,
    location: anyText,
    sourceTitle: anyTitle,
    notes: anyLines,
    project: anyText,
    quote: anyText,
    actors: fc.array(anyText, { maxLength: 3 }),
    score: fc.integer({ min: 8, max: 48 }).map((score10) => score10 / 10),
    amountUsd: fc.integer({ min: 0, max: 1e15 }).map((cents) => `${Math.floor(cents / 100)}.${cents % 10}`),
  })
  .map((members) => contentOf(members));

describe("export and import", () => {
  test("give back equal events, whatever the texts hold", () => {
    fc.assert(
      fc.property(fc.array(anyContent, { minLength: 1, maxLength: 4 }), (contents) => {
        const csv = eventsToCsv(contents.map((content, i) => ({ ref: `R-${i}`, content })));
        const plan = planImport(readEventFile(bytes(csv)).rows, registration, {
          latest: "2026-11-24",
          existing: new Map(),
        });
        expect(plan.creations.map((one) => one.content)).toEqual(contents);
      }),
      { numRuns: 200 },
    );
  });

  test("leave no cell that a spreadsheet would run, but numbers as they are", () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const table = readTable(bytes(eventsToCsv([{ ref: "R-1", content: { ...content, score10: -50 } }])));
        table.rows[0]?.cells.forEach((cell, i) => {
          if (EVENT_COLUMNS[i] === "score") expect(cell).toBe("-5.0");
          else expect(cell).not.toMatch(/^[\s"]*[=+\-@\t]/);
        });
      }),
    );
  });

  test("the shipped events come back as they went out", () => {
    const file = readEventFile(readFileSync(shipped("events.csv")));
    const options = { latest: "2026-11-24", existing: new Map() };
    const first = planImport(file.rows, registration, options).creations;
    const csv = eventsToCsv(first.map(({ ref, content }) => ({ ref: ref ?? "", content })));
    const second = planImport(readEventFile(bytes(csv)).rows, registration, options).creations;
    expect(second).toHaveLength(198);
    expect(
      second.every((one, i) => first[i] !== undefined && contentKey(one.content) === contentKey(first[i].content)),
    ).toBe(true);
  });
});

describe("eventsToCsv", () => {
  test("writes the public columns, optional ones last, and ends in a line break", () => {
    const content = contentOf({
      score: 4.8,
      scoreReason: "Why.",
      amountUsd: "93500000.5",
      actors: ["PAK", "RUS"],
      location: "Moscow, Russia",
      notes: 'Said "yes"',
      plannedFor: "2013-05",
      quote: "He said: yes",
    });
    expect(eventsToCsv([{ ref: "R-1", content }])).toBe(
      "ref,date,indicator,code,title,state,score,score_reason,amount_usd,actors,location,source_title,source_url," +
        "source_published,source_reliability,info_credibility,notes,amount_scope,follows,project,planned_for,quote\n" +
        'R-1,2013-01-02,visit,minister_visit_held,Test visit,,4.8,Why.,93500000.50,"PAK;RUS","Moscow, Russia",' +
        'Test source,,,B,2,"Said ""yes""",,,,2013-05,He said: yes\n',
    );
  });

  test("without events writes the header alone, and parts without one", () => {
    expect(eventsToCsv([])).toBe(`${EVENT_COLUMNS.join(",")}\n`);
    expect(eventsToCsv([], { header: false })).toBe("");
    expect(eventsToCsv([{ ref: "R-1", content: contentOf() }], { header: false })).toMatch(/^R-1,2013-01-02,/);
  });
});

describe("the guard against formulas", () => {
  test.each([
    ["=1+1", "'=1+1"],
    ["-5.0 degrees", "'-5.0 degrees"],
    ["  @cmd", "'  @cmd"],
    ['"=1', "'\"=1"],
    ["\t=1", "'\t=1"],
    ["\uff1d1", "'\uff1d1"],
    ["'=1", "''=1"],
    ["''=1", "'''=1"],
    ["'Tis", "'Tis"],
    ["a=1", "a=1"],
    ["", ""],
  ])("writes %o as %o and reads it back", (text, cell) => {
    expect(guardFormula(text)).toBe(cell);
    expect(unguardFormula(cell)).toBe(text);
  });

  test("undoes itself on any text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => unguardFormula(guardFormula(text)) === text));
    fc.assert(fc.property(anyText, (text) => unguardFormula(guardFormula(text)) === text));
  });
});
