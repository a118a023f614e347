import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { monthLabel } from "../../../worker/core/labels";
import { addMonths, monthOf, monthsBetween } from "../../../worker/core/months";
import { levelSentence } from "../../../worker/core/sentences";
import { powerSentence } from "../../../worker/core/verdict-details";
import { horizonsSentence } from "../../../worker/core/verdict-sentences";
import { levelCaption } from "../../../worker/core/captions";
import { assembleView } from "../../../worker/core/view";
import { type LoggedScenario, viewInputFromEvents } from "../../../worker/core/view-from-events";
import type { Attestation } from "../../../worker/core/types";
import type { ScenarioView } from "../../../worker/core/view-types";
import { aRegistration, aScenario } from "../../factories";
import { INDICATORS, randomEvents } from "./random-events";
import { readPack } from "./read-pack";

const NAMED = /(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}/g;

function named(text: string): string[] {
  return text.match(NAMED) ?? [];
}

/** Every sentence about a verdict, against the numbers that the view carries; those against the log. */
function expectTrue(log: LoggedScenario): ScenarioView {
  const view = assembleView(viewInputFromEvents(log));
  const events = log.events.filter(({ state, date }) => state === null && date <= log.asOf);
  const looked = [
    ...new Set([...events.map(({ date }) => monthOf(date)), ...log.attestations.map(({ month }) => month)]),
  ];
  for (const verdict of view.verdicts) {
    const { windowFrom, windowTo, testedFrom, testedTo, n, spanMonths, monthsInWindow, statement } = verdict;
    const within = looked.filter((month) => month >= windowFrom && month <= windowTo).toSorted();
    expect([testedFrom, testedTo, n]).toEqual([within[0] ?? null, within.at(-1) ?? null, within.length]);
    if (testedFrom === null || testedTo === null) continue;
    if (spanMonths !== null) expect(monthsBetween(testedFrom, testedTo)).toBe(spanMonths);

    const tested = [testedFrom, testedTo].map(monthLabel);
    const [, from, to] = /From (\w+ \d{4}) to (\w+ \d{4}) the monthly score/.exec(statement) ?? [];
    if (from !== undefined) expect([from, to]).toEqual(tested);
    const [, covered, months] = /(\d+) of (\d+) months were looked at/.exec(statement) ?? [];
    if (covered !== undefined) expect([covered, months]).toEqual([String(n), String(monthsInWindow)]);
    const [, last] = /the last (\d+), to/.exec(statement) ?? [];
    if (last !== undefined) expect(addMonths(testedTo, Number(last))).toBe(windowTo);

    const ends = new Set([windowFrom, windowTo, testedFrom, testedTo].map(monthLabel));
    const line = horizonsSentence([verdict], view.horizons);
    for (const month of named(`${statement} ${line}`)) expect([...ends]).toContain(month);
    const [, since, until] = /tested (\w+ \d{4}) to (\w+ \d{4})/.exec(line) ?? [];
    if (since !== undefined) expect([since, until]).toEqual(tested);
    else if (testedFrom !== testedTo && verdict.rise !== null)
      expect([windowFrom, windowTo]).toEqual([testedFrom, testedTo]);

    expect(powerSentence(verdict)).toMatch(new RegExp(`^$|\\(here ${n}\\)`));
  }
  const newest = view.level.years[0]?.to;
  const { last12, baseline12 } = view.level;
  const level = levelSentence(view);
  expect(named(level)).toEqual([monthLabel(view.coverage.to)]);
  if (last12.covered > 0 && baseline12.covered > 0) {
    expect(level).toContain(`${last12.covered} of 12 and ${baseline12.covered} of 12 months looked at.`);
  }
  if (newest !== undefined) expect(named(levelCaption(view))[0]).toBe(monthLabel(newest));
  return view;
}

describe("a period in words names the months that its numbers are of", () => {
  const pack = readPack("scenarios/pakistan-russia-2012");

  it.each(["2012-10-31", "2013-06-30", "2014-12-31", "2017-06-30", "2019-12-31", "2025-11-30", "2025-12-31"])(
    "in the shipped scenario as of %s",
    (asOf) => {
      expect(expectTrue({ ...pack, asOf, asOfReason: "asked" }).verdicts).toHaveLength(3);
    },
  );

  it("which of the shipped one-year period are June 2011 to April 2013", () => {
    const view = assembleView(viewInputFromEvents({ ...pack, asOf: "2013-06-30", asOfReason: "asked" }));
    expect(view.statement).toContain(" From June 2011 to April 2013 the monthly score shows ");
    expect(view.statement).toMatch(
      /20 of 25 months were looked at; 5 were not, among them the last 2, to June 2013\.$/,
    );
    expect(horizonsSentence(view.verdicts, view.horizons)).toContain(
      "One year (closed June 2013, tested June 2011 to April 2013, recomputed): ",
    );
  });

  it("in any log", () => {
    const registration = aRegistration({ indicators: INDICATORS });
    const looked = fc.array(fc.integer({ min: 0, max: 35 }), { maxLength: 12 });
    const day = fc.constantFrom("2012-06-20", "2012-09-30", "2012-11-15", "2012-12-31");
    fc.assert(
      fc.property(randomEvents(40), looked, day, (events, months, asOf) => {
        const attested = (at: number): Attestation => ({ month: addMonths("2010-01", at), note: "", inferred: false });
        const attestations = [...new Set(months)].map(attested);
        expectTrue(aScenario({ registration, events, attestations, asOf }));
      }),
      { numRuns: 200 },
    );
  });
});
