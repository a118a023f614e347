/** Vectors of the index: months, contributions and what is scheduled. */
import { expect } from "vitest";
import { contributionsOf } from "../../../worker/core/contributions";
import { coveredMonths } from "../../../worker/core/coverage";
import { firstDayOf, lastCompleteMonth, monthOf } from "../../../worker/core/months";
import { cellsOf } from "../../../worker/core/rollup";
import type { Indicator, LoggedEvent, StateChange } from "../../../worker/core/types";
import { indexSeries, type IndexInput } from "../../../worker/core/warming-index";
import { anEvent, anIndicator } from "../../factories";
import { expectClose } from "../close";

interface Recorded {
  recordedAt: string | null;
}

interface GoldenEvent extends Recorded {
  id: string;
  indicator: string;
  date: string;
  score: number;
  weight: number;
  version: number;
  status: "active" | "retracted";
}

interface GoldenMonth {
  month: string;
  points: Record<string, number>;
  indexByIndicator: Record<string, number>;
  y: number;
  yCountNeutral: number;
  ySignsOnly: number;
  index: number;
  sourceVariance: number;
  band90: number;
  events: number;
  covered: boolean;
  provisional: boolean;
}

export interface DecayCase {
  id: string;
  description: string;
  tolerance: number;
  input: {
    halfLifeMonths: number;
    window: { from: string; to: string };
    asOf: string;
    recordedAsOf: string | null;
    indicators: {
      id: string;
      kind: "event" | "state";
      relevance: number;
      fullScale?: number;
      levels?: Record<string, number>;
    }[];
    events: GoldenEvent[];
    stateChanges: ({ indicator: string; date: string; state: string } & Recorded)[];
    attestedMonths: string[];
  };
  expected: {
    months: GoldenMonth[];
    contributions: { source: string; value: number }[];
    contributionsAtMonth: string;
    scheduled: string[];
  };
}

function indicatorsOf({ indicators }: DecayCase["input"]): Indicator[] {
  return indicators.map(({ id, kind, relevance, fullScale, levels = {} }) => {
    const states = Object.entries(levels).map(([key, value]) => ({ key, label: key, value }));
    return anIndicator({ key: id, label: id, kind, relevance, fullScale, states });
  });
}

/** What the ledger shows at the recorded-as-of instant: the latest version of each event, unless retracted. */
function eventsOf({ events, recordedAsOf }: DecayCase["input"]): LoggedEvent[] {
  const current = new Map<string, GoldenEvent>();
  for (const event of events.toSorted((a, b) => a.version - b.version)) {
    if (isRecorded(event, recordedAsOf)) current.set(event.id, event);
  }
  const active = [...current.values()].filter(({ status }) => status === "active");
  return active.map(({ id, indicator, date, score, weight }) => {
    return anEvent({
      ref: id,
      indicator,
      date,
      effective10: Math.round(score * 10),
      weight100: Math.round(weight * 100),
    });
  });
}

function isRecorded({ recordedAt }: Recorded, by: string | null): boolean {
  return by === null || recordedAt === null || Date.parse(recordedAt) <= Date.parse(by);
}

function statesOf({ stateChanges, recordedAsOf }: DecayCase["input"]): StateChange[] {
  return stateChanges
    .filter((change) => isRecorded(change, recordedAsOf))
    .toSorted((a, b) => (a.recordedAt ?? "").localeCompare(b.recordedAt ?? ""))
    .map(({ indicator, date, state }, order) => ({ ref: `s${order}`, indicator, date, state, title: "", order }));
}

function expectMonths({ expected, input, tolerance }: DecayCase, series: IndexInput, covered: Set<string>): void {
  const base = new Map(indexSeries(series).map((month) => [month.month, month]));
  const neutral = new Map(indexSeries({ ...series, reading: "count-neutral" }).map(({ month, y }) => [month, y]));
  const signs = new Map(indexSeries({ ...series, reading: "signs-only" }).map(({ month, y }) => [month, y]));
  expect(expected.months.length).toBeGreaterThan(0);
  for (const want of expected.months) {
    const { month } = want;
    const got = base.get(month);
    const close = (value: number | undefined, wanted: number, what: string): void =>
      expectClose(value, wanted, `${month} ${what}`, tolerance);
    for (const [key, points] of Object.entries(want.points)) close(got?.points[key], points, `points of ${key}`);
    for (const [key, index] of Object.entries(want.indexByIndicator)) {
      close(got?.indexByIndicator[key], index, `index of ${key}`);
    }
    close(got?.y, want.y, "y");
    close(neutral.get(month), want.yCountNeutral, "count-neutral y");
    close(signs.get(month), want.ySignsOnly, "signs-only y");
    close(got?.index, want.index, "index");
    close(got?.variance, want.sourceVariance, "source variance");
    close(got?.band90, want.band90, "band");
    expect(got?.events).toBe(want.events);
    expect(covered.has(month)).toBe(want.covered);
    expect(month > lastCompleteMonth(input.asOf, "2099-12-31")).toBe(want.provisional);
  }
}

export function checkDecayIndex(golden: DecayCase): void {
  const { input, expected, tolerance } = golden;
  const indicators = indicatorsOf(input);
  const logged = eventsOf(input);
  const visible = logged.filter(({ date }) => firstDayOf(date) <= input.asOf);
  const scheduled = logged.filter((event) => !visible.includes(event)).map(({ ref }) => ref);
  expect(scheduled.toSorted()).toEqual(expected.scheduled.toSorted());

  const cells = cellsOf(visible);
  const states = statesOf(input);
  const dates = [input.window.from, ...[...visible, ...states].map(({ date }) => monthOf(date))];
  const from = dates.toSorted()[0] ?? input.window.from;
  const { halfLifeMonths, asOf } = input;
  const series: IndexInput = { indicators, halfLifeMonths, from, asOf, cells, states };
  const attestations = input.attestedMonths.map((month) => ({ month }));
  expectMonths(golden, series, coveredMonths(cells, attestations, monthOf(asOf)));

  const now = indexSeries(series).at(-1);
  expect(now?.month).toBe(expected.contributionsAtMonth);
  if (!now) return;
  const got = new Map(
    contributionsOf({ indicators, candidates: visible, now, halfLifeMonths }).map(({ ref, value }) => [ref, value]),
  );
  const refs = new Set([...got.keys(), ...expected.contributions.map(({ source }) => source)]);
  const want = new Map(expected.contributions.map(({ source, value }) => [source, value]));
  for (const ref of refs) expectClose(got.get(ref) ?? 0, want.get(ref) ?? 0, `contribution of ${ref}`, tolerance);
}
