/** Sums of decimals as exact fractions, for the few numbers whose rounding must not hang on a float's last bit. */

export interface Fraction {
  numerator: bigint;
  /** Above 0. */
  denominator: bigint;
}

/**
 * The decimal that a number is written as, exactly.
 *
 * @example fractionOf(0.25) // 25 / 100
 */
export function fractionOf(value: number): Fraction {
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", decimals = ""] = mantissa.split(".");
  const power = Number(exponent) - decimals.length;
  const digits = BigInt(whole + decimals);
  return power < 0
    ? { numerator: digits, denominator: 10n ** BigInt(-power) }
    : { numerator: digits * 10n ** BigInt(power), denominator: 1n };
}

/**
 * The product of some numbers, divided by another, exactly.
 *
 * @example exactQuotient([0.25, 4, 5], 30) // 0.25 * 4 * 5 / 30 = 500 / 3000
 */
export function exactQuotient(factors: readonly number[], divisor: number): Fraction {
  const top = factors.map(fractionOf);
  const bottom = fractionOf(divisor);
  return {
    numerator: top.reduce((product, { numerator }) => product * numerator, bottom.denominator),
    denominator: top.reduce((product, { denominator }) => product * denominator, bottom.numerator),
  };
}

/** The sum of fractions, not reduced; 0 / 1 for none. */
function sumOf(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce(
    (a, b) => ({
      numerator: a.numerator * b.denominator + b.numerator * a.denominator,
      denominator: a.denominator * b.denominator,
    }),
    { numerator: 0n, denominator: 1n },
  );
}

/** The nearest whole number to a fraction, halves to the even one. */
function nearestEven({ numerator, denominator }: Fraction): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const whole = magnitude / denominator;
  const twice = 2n * (magnitude % denominator);
  const up = twice > denominator || (twice === denominator && whole % 2n === 1n);
  const rounded = up ? whole + 1n : whole;
  return numerator < 0n ? -rounded : rounded;
}

/** Millionths nearer than this to a half are rounded on the exact value; floats of such sums are off by far less. */
const NEAR_HALF = 1e-3;
const FLOAT_ERROR = 1e-13;

/**
 * A sum of points rounded to 6 decimals on its exact value, half to even; minus nought is nought. `value` is the same sum
 * in floats and decides alone wherever it cannot be wrong. Source: method, ruling 16.
 *
 * @example roundPoints(0.0000025, () => [exactQuotient([0.01], 4000)]) // 0.000002, not 0.000003
 */
export function roundPoints(value: number, exact: () => readonly Fraction[]): number {
  const millionths = value * 1e6;
  const toHalf = Math.abs(millionths - Math.floor(millionths) - 0.5);
  if (toHalf > NEAR_HALF + Math.abs(millionths) * FLOAT_ERROR) return Math.round(millionths) / 1e6 + 0;
  const { numerator, denominator } = sumOf(exact());
  return Number(nearestEven({ numerator: numerator * 1_000_000n, denominator })) / 1e6;
}
