/** Vectors of the verdict: readings, the three-quarters rule, the three-month rule. */
import { agreementOf, readingOf, shownWord } from "../../../worker/core/readings";
import { trendOf } from "../../../worker/core/trend";
import type { VerdictWord } from "../../../worker/core/verdict-types";
import { expectFields, type GoldenCase } from "./cases";
import { coveredOf, type GoldenPoints } from "./trend";

interface ReadingCase extends GoldenCase<{
  y: GoldenPoints;
  eventsInWindow: number;
  indicatorsWithEvents: number;
  delta: number;
  indexNow: number;
  indexAtRegistration: number;
}> {
  kind: "reading";
}

interface PublishCase extends GoldenCase<{ readings: VerdictWord[] }> {
  kind: "publish";
}

interface ConfirmCase extends GoldenCase<{ published: VerdictWord[] }> {
  kind: "confirm";
}

export type VerdictCase = ReadingCase | PublishCase | ConfirmCase;

function reading({ input }: ReadingCase): unknown {
  const { months, y } = coveredOf(input.y);
  const trend = trendOf(months, y);
  const read = readingOf({
    n: y.length,
    zeroMonths: y.filter((value) => value === 0).length,
    events: input.eventsInWindow,
    indicators: input.indicatorsWithEvents,
    trend,
    alpha: 0.1,
    materialRise: input.delta,
    indexNow: input.indexNow,
    indexAtRegistration: input.indexAtRegistration,
  });
  return { ...trend, ...read };
}

function shown({ input: { published } }: ConfirmCase): unknown {
  return { shown: published.map((_, at) => shownWord(published.slice(0, at + 1))) };
}

export function checkVerdict(golden: VerdictCase): void {
  const got =
    golden.kind === "reading"
      ? reading(golden)
      : golden.kind === "publish"
        ? agreementOf(golden.input.readings)
        : shown(golden);
  expectFields(got, golden.expected, golden.tolerance);
}
