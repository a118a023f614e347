import { expect, test } from "vitest";
import { redactCsvParts } from "../../../worker/contract/csv-redact";
import { eventsToCsv } from "../../../worker/contract/csv-write";
import { removalOf } from "../../../worker/core/redaction";
import { anEvent } from "../../factories";

const title = 'He said: "A minister, took money"';
const removal = removalOf([{ kind: "event", subject: "E-1", fields: ["title", "location"] }]);

const row = (ref: string, over: object = {}) => ({ ref, content: anEvent({ location: "=Islamabad", ...over }) });

test("an event's row loses its removed cells, also those guarded against formulas, and nothing else", () => {
  const parts = [eventsToCsv([row("E-1", { title }), row("E-2")]), eventsToCsv([row("E-3")], { header: false })];
  const expected = eventsToCsv([row("E-1", { title: "[removed]", location: "" }), row("E-2")]);
  expect(redactCsvParts(parts, removal)).toEqual([expected, parts[1]]);
});

test("the same words in another event's row stay", () => {
  const parts = [eventsToCsv([row("E-2", { title, quote: `Again: ${title}.` })])];
  expect(redactCsvParts(parts, removal)).toEqual(parts);
});

test("a reference that is guarded against formulas is still found", () => {
  const parts = [eventsToCsv([row("=E", { title })])];
  const [file = ""] = redactCsvParts(parts, removalOf([{ kind: "event", subject: "=E", fields: ["title"] }]));
  expect(file).not.toContain("took money");
});

test("parts without any of it stay byte for byte, and so does an empty file", () => {
  const parts = [eventsToCsv([row("E-2", { notes: "Two\nlines", title: " led by a blank" })])];
  expect(redactCsvParts(parts, removal)).toEqual(parts);
  expect(redactCsvParts([eventsToCsv([])], removal)).toEqual([eventsToCsv([])]);
});
