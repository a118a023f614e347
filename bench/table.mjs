const COLUMNS = [
  ["events", 9],
  ["ratio", 7],
  ["p50 ms", 9],
  ["floor", 8],
  ["p99 ms", 9],
  ["floor", 8],
  ["8c ratio", 10],
  ["8c req/s", 10],
  ["floor", 8],
  ["kB", 8],
  ["rows read", 11],
  ["written", 9],
];

/**
 * The results as plain text: one line a case and size, the sizes of a case below each other.
 * @param {{ name: string, sizes: { size: number, result: import("./measure.mjs").Result }[] }[]} cases
 */
export function formatTable(cases) {
  const width = Math.max(...cases.map(({ name }) => name.length));
  const head = " ".repeat(width) + COLUMNS.map(([name, chars]) => name.padStart(chars)).join("");
  const lines = cases.flatMap(({ name, sizes }) =>
    sizes.map(({ size, result }, index) => (index === 0 ? name : "").padEnd(width) + line(size, result)),
  );
  return [head, ...lines].join("\n");
}

function line(size, { product, floor, bytes, rows }) {
  const cells = [
    String(size),
    times(product.p50 / floor.p50),
    ms(product.p50),
    ms(floor.p50),
    ms(product.p99),
    ms(floor.p99),
    product.rate === null ? "-" : times(floor.rate / product.rate),
    count(product.rate),
    count(floor.rate),
    (bytes / 1000).toFixed(1),
    count(rows?.read),
    count(rows?.written),
  ];
  return cells.map((cell, index) => cell.padStart(COLUMNS[index][1])).join("");
}

const ms = (value) => (value === null ? "-" : value.toFixed(2));
const times = (value) => `${value.toFixed(1)}x`;
const count = (value) => (value === null || value === undefined ? "-" : String(Math.round(value)));

/**
 * Which cases cost other rows at other sizes though they must not; a sentence each.
 * @param {{ name: string, flat: boolean, sizes: { size: number, result: import("./measure.mjs").Result }[] }[]} cases
 */
export function growing(cases) {
  return cases.flatMap(({ name, flat, sizes }) => {
    const counts = sizes.map(({ result }) => result.rows && `${result.rows.read}/${result.rows.written}`);
    return flat && new Set(counts).size > 1 ? [`${name}: rows read/written ${counts.join(", ")}`] : [];
  });
}

/**
 * Whether the cases that promise a share of the floor's replies a second reach it; a line each, for every size.
 * @param {{ name: string, least?: number, sizes: { size: number, result: import("./measure.mjs").Result }[] }[]} cases
 */
export function promises(cases) {
  return cases.flatMap(({ name, least, sizes }) =>
    sizes.flatMap(({ size, result: { product, floor } }) => {
      if (least === undefined || product.rate === null) return [];
      const share = product.rate / floor.rate;
      const said = `${size} events: ${name} serves ${share.toFixed(2)} of the floor's requests a second (at least ${least})`;
      return [`${share >= least ? "pass" : "FAIL"} ${said}`];
    }),
  );
}
