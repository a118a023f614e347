import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { assembleView } from "../../worker/core/view";
import { viewInputFromEvents, type LoggedScenario } from "../../worker/core/view-from-events";
import type { LevelYear, ScenarioView, ViewLevel, ViewMonth } from "../../worker/core/view-types";
import { expectClose } from "./close";
import { readJson, readPack } from "./core/read-pack";

type ExpectedMonth = Pick<ViewMonth, "month" | "points" | "y" | "index" | "band90" | "events" | "covered">;

interface ExpectedAsOf extends Pick<
  ScenarioView,
  "asOf" | "headlineHorizon" | "eventsCounted" | "scheduled" | "top10"
> {
  index: number;
  band90: number;
  level: ViewLevel;
  contributions: number;
  contributionSum: number;
  horizons: { key: string; windowFrom: string; windowTo: string; monthsInWindow: number; covered: number }[];
}

interface Expected {
  months: ExpectedMonth[];
  asOf: ExpectedAsOf[];
}

const root = join(import.meta.dirname, "../..");
const small = `${root}/test/fixtures/small`;
const packs = [
  {
    name: "pakistan-russia-2012",
    folder: `${root}/scenarios/pakistan-russia-2012`,
    expected: `${root}/test/fixtures/expected.public.json`,
  },
  ...["clearly-holding", "clearly-failing", "not-enough-evidence"].map((name) => {
    return { name, folder: `${small}/${name}`, expected: `${small}/${name}/expected.json` };
  }),
];

function viewAsOf(pack: Omit<LoggedScenario, "asOf" | "asOfReason">, asOf: string): ScenarioView {
  return assembleView(viewInputFromEvents({ ...pack, asOf, asOfReason: "asked" }));
}

function expectMonth(got: ViewMonth | undefined, want: ExpectedMonth): void {
  expect(got).toMatchObject({ month: want.month, events: want.events, covered: want.covered });
  for (const name of ["y", "index", "band90"] as const) expectClose(got?.[name], want[name], `${want.month} ${name}`);
  expect(Object.keys(got?.points ?? {})).toEqual(Object.keys(want.points));
  for (const [key, points] of Object.entries(want.points)) {
    expectClose(got?.points[key], points, `${want.month} points of ${key}`);
  }
}

function expectYear(got: LevelYear | undefined, want: LevelYear, what: string): void {
  expectClose(got?.direct, want.direct, `${what} direct`);
  expectClose(got?.total, want.total, `${what} total`);
  expect(got?.covered).toBe(want.covered);
}

describe.each(packs)("the expected results of $name", ({ folder, expected }) => {
  const pack = readPack(folder);
  const want = readJson<Expected>(expected);
  const last =
    want.asOf
      .map(({ asOf }) => asOf)
      .toSorted()
      .at(-1) ?? "";

  it("every month has its points, index, band, events and coverage", () => {
    const { months } = viewAsOf(pack, last);
    expect(months.map(({ month }) => month)).toEqual(want.months.map(({ month }) => month));
    for (const [at, month] of want.months.entries()) expectMonth(months[at], month);
  });

  it.each(want.asOf)("as of $asOf the index, counts and contributions agree", (wanted) => {
    const view = viewAsOf(pack, wanted.asOf);
    expect(view).toMatchObject({
      headlineHorizon: wanted.headlineHorizon,
      eventsCounted: wanted.eventsCounted,
      scheduled: wanted.scheduled,
      contributionCount: wanted.contributions,
    });
    for (const name of ["index", "band90", "contributionSum"] as const) expectClose(view[name], wanted[name], name);
    expect(view.top10.map(({ ref }) => ref)).toEqual(wanted.top10.map(({ ref }) => ref));
    for (const [at, { ref, value }] of wanted.top10.entries()) expectClose(view.top10[at]?.value, value, ref);
  });

  it.each(want.asOf)("as of $asOf the level and the coverage agree", (wanted) => {
    const { level, coverage } = viewAsOf(pack, wanted.asOf);
    expect(level.word).toBe(wanted.level.word);
    expectYear(level.last12, wanted.level.last12, "last 12 months");
    expectYear(level.baseline12, wanted.level.baseline12, "baseline");
    expectClose(level.directDifference, wanted.level.directDifference, "difference");
    expectClose(level.band90, wanted.level.band90, "band of the difference");
    expect(level.years.map(({ to }) => to)).toEqual(wanted.level.years.map(({ to }) => to));
    for (const [at, year] of wanted.level.years.entries()) expectYear(level.years[at], year, year.to);
    // The open horizon's window ends at the last complete month, as the coverage of a view does.
    const open = wanted.horizons.at(-1);
    expect(coverage).toMatchObject({
      from: open?.windowFrom,
      to: open?.windowTo,
      months: open?.monthsInWindow,
      covered: open?.covered,
    });
  });
});
