/** @typedef {import("./visit.mjs").Visit} Visit */
/** @typedef {{ page: "dashboard" | "snapshot", events: number, visits: Visit[] }} Series */

/** Times that must hold up to so many events, in ms. */
const CHART_MS = [
  { events: 198, ms: 300 },
  { events: 20_000, ms: 600 },
];
const CODE_KB = { dashboard: 95, snapshot: 75 };
const WIRE_KB = { snapshot: 160 };

const COLUMNS = [
  ["server", "server", ms],
  ["first paint", "paint", ms],
  ["verdict", "verdict", ms],
  ["first chart", "chart", ms],
  ["all charts", "charts", ms],
  ["charts", "canvases", String],
  ["requests", "requests", String],
  ["kB wire", "wire", kB],
  ["kB js+css", "code", kB],
  ["shift", "shift", (value) => value.toFixed(3)],
];

/**
 * The middle of a list; null if more than half of the visits never saw it.
 *
 * @example median([3, 1, 2]) // 2
 * @param {(number | null)[]} values
 */
export function median(values) {
  const sorted = values.map((value) => value ?? Infinity).toSorted((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)] ?? Infinity;
  return Number.isFinite(middle) ? middle : null;
}

/** @param {Series} series @param {keyof Visit} name */
function middle({ visits }, name) {
  return median(visits.map((visit) => visit[name]));
}

function ms(value) {
  return `${Math.round(value)} ms`;
}

function kB(value) {
  return (value / 1000).toFixed(1);
}

/** The first chart of the fastest visit: what the page can do where nothing else keeps the machine busy. */
function fastest({ visits }) {
  const times = visits.flatMap(({ chart }) => chart ?? []);
  return times.length === 0 ? "-" : ms(Math.min(...times));
}

/** @param {Series[]} all one line a page and number of events */
export function table(all) {
  const head = ["page", "events", ...COLUMNS.map(([title]) => title), "fastest"];
  const rows = all.map((series) => [
    series.page,
    String(series.events),
    ...COLUMNS.map(([, name, format]) => {
      const value = middle(series, name);
      return value === null ? "-" : format(value);
    }),
    fastest(series),
  ]);
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at].length)));
  return [head, ...rows].map((row) => row.map((cell, at) => cell.padStart(widths[at])).join("  ")).join("\n");
}

/**
 * What must hold, and whether it does.
 * @param {Series[]} all
 * @returns {{ name: string, limit: string, value: string, holds: boolean }[]}
 */
export function budgets(all) {
  return all.flatMap((series) => {
    const { page, events } = series;
    const check = (name, value, limit, format) => ({
      name: `${page}, ${events} events: ${name}`,
      limit: format(limit),
      value: value === null ? "never" : format(value),
      holds: value !== null && value <= limit,
    });
    const time = CHART_MS.find((one) => events <= one.events)?.ms;
    return [
      ...(time === undefined
        ? []
        : [
            check("first chart", middle(series, "chart"), time, ms),
            check("all charts", middle(series, "charts"), time, ms),
          ]),
      check("JS and CSS before a touch", middle(series, "code"), CODE_KB[page] * 1000, (value) => `${kB(value)} kB`),
      ...(WIRE_KB[page] === undefined
        ? []
        : [check("on the wire", middle(series, "wire"), WIRE_KB[page] * 1000, (value) => `${kB(value)} kB`)]),
      check("layout shift", middle(series, "shift"), 0, (value) => value.toFixed(3)),
    ];
  });
}

/** @param {ReturnType<typeof budgets>} list */
export function budgetLines(list) {
  const width = Math.max(...list.map(({ name }) => name.length));
  return list
    .map(({ name, limit, value, holds }) => `${holds ? "pass" : "FAIL"}  ${name.padEnd(width)}  ${value} of ${limit}`)
    .join("\n");
}
