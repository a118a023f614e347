import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const text = readFileSync(join(import.meta.dirname, "../../docs/cost.md"), "utf8");
const ANALYSTS = 10;
const WORKING_DAYS = 21;
const DAYS = 30;
const RUNS_A_DAY = 24;

type Numbers = number[];

/** The rows of the table whose first heading is this: name and cells. */
function table(first: string): Map<string, string[]> {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => line.startsWith(`| ${first} `));
  expect([first, start]).not.toEqual([first, -1]);
  const end = lines.findIndex((line, at) => at > start && !line.startsWith("|"));
  const rows = lines.slice(start + 2, end).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  return new Map(rows.map(([name = "", ...cells]) => [name.replaceAll("**", ""), cells]));
}

const numbers = (cells: readonly string[]): Numbers => cells.map((cell) => Number(cell.replaceAll(",", "")));
const rowOf = (rows: Map<string, string[]>, name: string): Numbers => {
  const cells = rows.get(name);
  if (!cells) throw new Error(`docs/cost.md has no row "${name}"`);
  return numbers(cells);
};
const times = (row: Numbers, count: number): Numbers => row.map((one) => one * count);
const plus = (...rows: Numbers[]): Numbers => [0, 1, 2].map((at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0));

const costs = table("what");
const OPENING = rowOf(costs, "a link opened by a new reader");
const RUN = rowOf(costs, "an hourly run that finds no new day");
const analystDay = plus(
  ...[...table("an analyst, each working day")].map(([what, cells]) =>
    times(rowOf(costs, what), numbers(cells)[0] ?? 0),
  ),
);

function month(openings: number): Record<string, Numbers> {
  const parts = {
    openings: times(OPENING, openings),
    "ten analysts": times(analystDay, ANALYSTS * WORKING_DAYS),
    "hourly runs": times(RUN, RUNS_A_DAY * DAYS),
  };
  return { ...parts, all: plus(...Object.values(parts)) };
}

function day(openings: number): Record<string, Numbers> {
  const parts = {
    openings: times(OPENING, openings / DAYS).map(Math.round),
    "ten analysts": times(analystDay, ANALYSTS),
    "hourly runs": times(RUN, RUNS_A_DAY),
  };
  return { ...parts, all: plus(...Object.values(parts)) };
}

const meters = table("meter");
const [FREE = [], INCLUDED = [], PRICE = []] = [0, 1, 2].map((column) =>
  ["requests", "rows read", "rows written", "CPU, in ms"].map((name) => rowOf(meters, name)[column] ?? 0),
);
const CPU_OPENING_MS = Number(/an opening takes (\d+) ms/.exec(text)?.[1]);
const CPU_ANALYST_MS = Number(/a request of an analyst (\d+) ms/.exec(text)?.[1]);

/** What goes beyond the paid plan's allowances costs, meter by meter, in dollars. */
function extra(openings: number): Numbers {
  const { all = [], "ten analysts": analysts = [] } = month(openings);
  const cpu = openings * CPU_OPENING_MS + (analysts[0] ?? 0) * CPU_ANALYST_MS;
  return [...all, cpu].map((used, at) => (Math.max(0, used - (INCLUDED[at] ?? 0)) / 1e6) * (PRICE[at] ?? 0));
}

test("the sums of docs/cost.md for a month and a working day follow from what each thing costs and how often it is done", () => {
  const written = (first: string): Record<string, Numbers> =>
    Object.fromEntries([...table(first)].map(([name, cells]) => [name, numbers(cells)]));
  expect(written("a month")).toEqual(month(1_000_000));
  expect(written("a working day")).toEqual(day(1_000_000));
});

test("its prices follow from the sums and from what Cloudflare asks", () => {
  const prices = new Map(
    [...table("openings a month")].map(([name, [, paid = ""]]) => [numbers([name])[0] ?? 0, paid]),
  );
  for (const [openings, paid] of prices) {
    const total = 5 + extra(openings).reduce((sum, one) => sum + one, 0);
    expect([openings, paid]).toEqual([openings, total.toFixed(2)]);
  }
  expect([...prices.keys()]).toEqual([100_000, 1_000_000, 10_000_000]);
  const [requests = 0, , , cpu = 0] = extra(10_000_000);
  expect(text).toContain(`${requests.toFixed(2)} are requests and ${cpu.toFixed(2)} CPU`);
});

test("what it says of the free plan holds: an even million fits, and requests end first", () => {
  const { all = [] } = day(1_000_000);
  for (const [at, used] of all.entries()) expect(used).toBeLessThan(FREE[at] ?? 0);
  const { "ten analysts": analysts = [], "hourly runs": runs = [] } = day(0);
  const openings = [0, 1, 2].map(
    (at) => ((FREE[at] ?? 0) - (analysts[at] ?? 0) - (runs[at] ?? 0)) / (OPENING[at] ?? 1),
  );
  expect(Math.min(...openings)).toBe(openings[0]);
  const thousands = openings.map((count) => Math.floor(count / 1000));
  expect(text).toContain(
    `about ${thousands[0]},000 openings on a working day. Rows written would end at ${thousands[2]},000`,
  );
  const { all: ten = [] } = day(10_000_000);
  expect(ten[0]).toBeGreaterThan(FREE[0] ?? 0);
});

test("its CPU in the month is what it says", () => {
  const { "ten analysts": analysts = [] } = month(1_000_000);
  const cpu = 1_000_000 * CPU_OPENING_MS + (analysts[0] ?? 0) * CPU_ANALYST_MS;
  expect(text).toContain(`${(cpu / 1e6).toFixed(1)} million ms`);
});
