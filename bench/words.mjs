/** What the numbers of a run say, in sentences. */

/** A list that is not full yet and a month without one of its codes read a little less. */
const SAME_ROWS = 1.1;
/** Times swing with whatever else the machine does, even as ratios. */
const SAME_TIMES = 1.5;

/**
 * Which curves are flat, by rows and by what a request takes over what the floor takes; a line each. Of three sizes the
 * first does not count: there not every month has every code yet.
 * @param {import("./table.mjs").Measured[]} cases
 */
export function curves(cases) {
  return cases.flatMap((one) => {
    const [first, ...more] = one.sizes.slice(one.sizes.length > 2 ? 1 : 0);
    const last = more.at(-1);
    if (last === undefined) return [];
    const [rows, time] = [grown(rowsOf(first), rowsOf(last)), grown(ratioOf(first), ratioOf(last))];
    const isFlat = (rows ?? 1) <= SAME_ROWS && time <= SAME_TIMES;
    const word = isFlat ? "flat" : one.flat ? "NOT FLAT" : "grows";
    const said = `rows ${by(rows)}, ratio of ${isTimed(first) ? "CPU" : "p50"} ${by(time)}`;
    return [`${word.padEnd(8)} ${one.name}, from ${first.size} to ${last.size} events: ${said}`];
  });
}

const rowsOf = ({ result: { rows } }) => (rows === null ? null : rows.read + rows.written);
const isTimed = ({ result: { product, floor } }) => Number.isFinite(product.cpu / floor.cpu);

/** Processor time, where it is known: what else the machine does moves it less. */
function ratioOf(sized) {
  const { product, floor } = sized.result;
  return isTimed(sized) ? product.cpu / floor.cpu : product.p50 / floor.p50;
}

const grown = (first, last) => (first === null || last === null ? null : last / Math.max(first, Number.EPSILON));
const by = (value) => (value === null ? "not known" : `x ${value.toFixed(2)}`);

/**
 * Whether the cases that promise a share of the floor's replies a second reach it; a line each, for every size.
 * @param {import("./table.mjs").Measured[]} cases
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
