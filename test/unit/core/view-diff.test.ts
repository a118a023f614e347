import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assembleView } from "../../../worker/core/view";
import { diffViews } from "../../../worker/core/view-diff";
import { viewInputFromEvents, type LoggedScenario } from "../../../worker/core/view-from-events";
import type { Outcome } from "../../../worker/core/types";
import type { ScenarioView } from "../../../worker/core/view-types";
import { oldViews } from "../../fixtures/old-views";
import { anAttestation, anEvent, anOutcome, aProposition, aRegistration, aScenario } from "../../factories";
import { AS_OF, INDICATORS, randomEvents } from "./random-events";

function viewOf(over: Partial<LoggedScenario> = {}): ScenarioView {
  return assembleView(viewInputFromEvents(aScenario(over)));
}

const before = viewOf({ events: [anEvent()] });

describe("what reads differently", () => {
  test("is told with both numbers, and only where they read differently", () => {
    const now = viewOf({ events: [anEvent(), anEvent({ ref: "E-2", date: "2012-09-10" })], revision: 2 });
    // A minister's visit of September adds 2.66 points; half of it fades in six months: 2.37 of it in October. The band of
    // one, 1.645 x 2.8 x sqrt(0.95 x 0.05) = 1.00, grows by the root of 1 + 2^(-1/3) to 1.34.
    expect(diffViews(before, now)).toEqual([
      { what: "Index", before: "2.7 points", now: "5.0 points" },
      { what: "Source band of the index", before: "1.0 points either way", now: "1.3 points either way" },
      { what: "Direct dealings, last 12 months", before: "2.7 points", now: "5.3 points" },
      { what: "Months looked at", before: "1 of 17", now: "2 of 17" },
      { what: "Events counted", before: "1", now: "2" },
    ]);
  });

  test("names the day where the figures are of another one", () => {
    const now = viewOf({ events: [anEvent()], asOf: "2012-11-15" });
    expect(diffViews(before, now)[0]).toEqual({
      what: "Figures as of",
      before: "31 October 2012",
      now: "15 November 2012",
    });
  });

  test("gives no verdict without its numbers", () => {
    const [one] = before.verdicts;
    if (!one) throw new Error("No verdict");
    const judged = { shown: "stalled", published: "stalled", agree: 14, of: 17 } as const;
    const then = { ...before, verdicts: [{ ...one, ...judged, rise: -0.7, riseLow: -1.9, riseHigh: 0.01 }] };
    const now = { ...then, verdicts: [{ ...one, ...judged, shown: null }] };
    expect(diffViews(then, now)).toEqual([
      {
        what: "Verdict, one year",
        before: "stalled, -0.7 points a month (-1.9 to 0.0), 14 of 17 variations agree",
        now: "being recalculated",
      },
    ]);
  });

  test("says what became of the claims that the page shows, without source or note", () => {
    const then = viewOf({ propositions: [claim("C01", null)] });
    const outcome = anOutcome({
      result: "yes",
      on: "2012-10-20",
      sourceTitle: "A secret paper",
      note: "A secret note",
    });
    const changes = diffViews(then, viewOf({ propositions: [claim("C01", outcome)] }));
    expect(changes).toContainEqual({ what: "Claim: Question C01", before: "open", now: "yes, 20 October 2012" });
    expect(JSON.stringify(changes)).not.toContain("secret");
  });

  test("only counts claims that were added", () => {
    const then = viewOf({ propositions: [claim("C01", null)] });
    const now = viewOf({ propositions: [claim("C01", null), claim("C02", null), claim("C03", null)] });
    expect(diffViews(then, now)).toEqual([{ what: "Claims", before: "1", now: "3: 2 claims were added" }]);
  });
});

function claim(id: string, outcome: Outcome | null): LoggedScenario["propositions"][number] {
  return { ...aProposition({ id, question: `Question ${id}` }), outcome, evidence: [] };
}

describe("of any two logs", () => {
  const registration = aRegistration({ indicators: INDICATORS });
  const random = randomEvents(30).map((events) =>
    viewOf({ registration, events, asOf: AS_OF, attestations: [anAttestation({ month: "2011-03" })] }),
  );

  test("a view reads like itself", () => {
    fc.assert(
      fc.property(random, (view) => {
        expect(diffViews(view, structuredClone(view))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  test("the way back is the same list with its columns exchanged", () => {
    fc.assert(
      fc.property(random, random, (one, other) => {
        const back = diffViews(other, one).map(({ what, before: was, now }) => ({ what, before: now, now: was }));
        expect(back).toEqual(diffViews(one, other));
      }),
      { numRuns: 20 },
    );
  });

  test("no text of a new event is told", () => {
    fc.assert(
      fc.property(random, randomEvents(30), (one, events) => {
        const telling = {
          title: "CANARY",
          sourceTitle: "CANARY",
          sourceUrl: "https://canary.example",
          notes: "CANARY",
        };
        const now = viewOf({ registration, asOf: AS_OF, events: events.map((event) => ({ ...event, ...telling })) });
        expect(JSON.stringify(diffViews(one, now)).toLowerCase()).not.toContain("canary");
      }),
      { numRuns: 20 },
    );
  });
});

test.each(oldViews())("a view as $name froze it can be compared with each of the others", ({ bytes }) => {
  const old: ScenarioView = JSON.parse(bytes.toString());
  expect(diffViews(old, old)).toEqual([]);
  for (const other of oldViews()) {
    const changes = diffViews(old, JSON.parse(other.bytes.toString()));
    for (const words of changes.flatMap(({ before: was, now }) => [was, now])) {
      expect(words).not.toMatch(/undefined|NaN|null/);
    }
  }
});
