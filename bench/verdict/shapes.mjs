/** Series that crowd their slopes together, in one place or in several: what is quick for noise may be slow for them. */

/** @type {[string, (month: number, noise: number) => number][]} */
export const SHAPES = [
  ["constant", () => 3],
  ["a line", (month) => month * 0.37],
  ["nearly a line", (month, noise) => month * 5 + noise * 1e-5],
  ["two lines", (month, noise) => (month < 130 ? month * 5 + noise * 1e-5 : 650 + noise * 1e-4)],
  ["noise", (_, noise) => noise],
  ["mostly nought", (month, noise) => (month % 3 === 0 ? noise : 0)],
  ["nought and one", (_, noise) => Number(noise > 0)],
  ["two levels in turn", (month, noise) => (month % 2 === 0 ? 100 : -100) + noise * 1e-5],
  ["three levels in turn", (month, noise) => ((month * 7) % 3) * 10 + noise * 1e-6],
  ["ever steeper", (month) => month * month],
  ["huge and tiny", (month, noise) => (month % 50 === 0 ? noise * 1e7 : noise * 1e-5)],
];

/**
 * A series of a shape with a few gaps, to six decimals. Its noise from -10 to 10 is counted, not random.
 * @param {(month: number, noise: number) => number} shape
 * @param {number} length
 */
export function seriesOf(shape, length) {
  const [months, y] = [new Int32Array(length), new Float64Array(length)];
  let [noise, number] = [7, -1];
  for (let month = 0; month < length; month += 1) {
    noise = (noise * 16_807) % 2_147_483_647;
    number += noise % 29 === 0 ? 3 : 1;
    months[month] = number;
    y[month] = Math.round(shape(month, (noise / 2_147_483_647) * 20 - 10) * 1e6) / 1e6 + 0;
  }
  return { months, y };
}
