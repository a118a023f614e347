import fc from "fast-check";
import { expect, test } from "vitest";
import { checkRows } from "../../../worker/contract/import-check";
import type { ExistingEvent, FirstRow } from "../../../worker/contract/import-decide";
import { readEventList } from "../../../worker/contract/import-list";
import { decidePart, type DecidedPart } from "../../../worker/contract/import-part";
import { planImport } from "../../../worker/contract/import-plan";
import { reportStaged } from "../../../worker/contract/import-staged";
import { contentOf, rawEvent, shippedRegistration } from "./helpers";

const registration = shippedRegistration();
const latest = "2026-11-24";

/** The log: two events that a row may repeat or correct, and one that was retracted. */
const existing = new Map<string, ExistingEvent>([
  ["L-1", { version: 2, status: "active", content: contentOf({ title: "One" }) }],
  ["L-2", { version: 1, status: "active", content: contentOf({ title: "Two" }) }],
  ["L-3", { version: 3, status: "retracted", content: contentOf({ title: "Three" }) }],
]);

const ref = fc.constantFrom("A-1", "A-2", "A-3", "L-1", "L-2", "L-3", "A/4", "");
const row = fc.record({
  ref,
  title: fc.constantFrom("One", "Two", "Other", ""),
  date: fc.constantFrom("2013-01-02", "2013-02-30"),
  follows: fc.oneof({ weight: 2, arbitrary: fc.constant("") }, { weight: 3, arbitrary: ref }),
});

/** What the server does with a list in parts: each decided with the references of those before it, then all together. */
function inParts(rows: object[], size: number, acceptCorrections: boolean) {
  const all = readEventList(rows);
  const earlier = new Map<string, FirstRow>();
  const parts: DecidedPart[] = [];
  for (let at = 0; at < all.length; at += size) {
    const checked = checkRows(all.slice(at, at + size), registration, { latest, naming: "member" });
    const part = decidePart(checked, { existing, earlier, naming: "member" });
    for (const one of part.refs) if (!earlier.has(one.ref)) earlier.set(one.ref, one);
    parts.push(part);
  }
  const placed = <T extends { index: number }>(lists: T[][]) =>
    lists.flatMap((list, part) => list.map((one) => ({ ...one, position: part * 100 + one.index })));
  const written = placed(parts.map((part) => part.rows));
  const report = reportStaged(
    {
      parts: parts.map(({ rows: made, unchanged, rejected, messages }) => {
        const created = made.filter(({ op }) => op === "record").length;
        return { created, corrected: made.length - created, unchanged, rejected, messages };
      }),
      corrections: written
        .filter(({ op }) => op === "correct")
        .map((one) => ({ position: one.position, line: one.line, ref: one.ref ?? "", changed: one.changed })),
      followers: placed(parts.map((part) => part.followers)),
      targets: placed(parts.map((part) => part.refs)),
      existing,
    },
    acceptCorrections,
    "member",
  );
  const left = new Set(report.excluded);
  const stays = written.filter(({ op, position }) => !left.has(position) && (op === "record" || acceptCorrections));
  const lines = (op: "record" | "correct") => stays.filter((one) => one.op === op).map(({ line }) => line);
  const { excluded: _excluded, ...said } = report;
  return { ...said, creations: lines("record"), corrections: lines("correct") };
}

test("a list in parts of any size is judged as the whole, in the same words", () => {
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 12 }),
      fc.integer({ min: 1, max: 12 }),
      fc.boolean(),
      (items, size, acceptCorrections) => {
        const rows = items.map((members) => rawEvent(members));
        const options = { latest, existing, acceptCorrections, naming: "member" } as const;
        const { creations, corrections, ...said } = planImport(readEventList(rows), registration, options);
        expect(inParts(rows, size, acceptCorrections)).toEqual({
          ...said,
          creations: creations.map(({ line }) => line),
          corrections: corrections.map(({ line }) => line),
        });
      },
    ),
    { numRuns: 300 },
  );
});
