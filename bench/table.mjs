/**
 * @typedef {{ name: string, flat: boolean, least?: number, sizes: { size: number, result: import("./measure.mjs").Result }[] }} Measured
 */

/** Three columns a measure: Signpost's, the floor's, and how many times the floor's that is. */
const COLUMNS = [
  ["events", 9],
  ["p50 ms", 10],
  ["floor", 8],
  ["ratio", 8],
  ["p99 ms", 10],
  ["floor", 8],
  ["ratio", 8],
  ["CPU ms", 10],
  ["floor", 8],
  ["ratio", 8],
  ["8c req/s", 11],
  ["floor", 7],
  ["ratio", 8],
  ["kB", 8],
  ["rows read", 11],
  ["written", 9],
];

/**
 * The results as plain text: a block for each case, with a line for each size.
 * @param {Measured[]} cases
 */
export function formatTable(cases) {
  const head = COLUMNS.map(([name, chars]) => name.padStart(chars)).join("");
  const blocks = cases.map(({ name, sizes }) => [name, ...sizes.map(line)].join("\n"));
  return [head, ...blocks].join("\n");
}

function line({ size, result: { product, floor, bytes, rows } }) {
  const cells = [
    String(size),
    ...compared(product.p50, floor.p50),
    ...slowest(product, floor),
    ...compared(product.cpu, floor.cpu),
    count(product.rate),
    count(floor.rate),
    times(floor.rate, product.rate),
    (bytes / 1000).toFixed(1),
    count(rows?.read),
    count(rows?.written),
  ];
  return cells.map((cell, index) => cell.padStart(COLUMNS[index][1])).join("");
}

const isKnown = (value) => Number.isFinite(value ?? NaN);
const compared = (mine, least) => [ms(mine), ms(least), times(mine, least)];
/** With a star where it is the slowest of fewer than 100 requests. */
const slowest = (product, floor) => {
  const star = product.few ? "*" : "";
  const [mine, least, ratio] = compared(product.p99, floor.p99);
  return [mine + star, least + star, ratio];
};
const ms = (value) => (isKnown(value) ? value.toFixed(2) : "-");
const times = (more, less) => (isKnown(more) && isKnown(less) ? `${(more / less).toFixed(1)}x` : "-");
const count = (value) => (isKnown(value) ? String(Math.round(value)) : "-");
