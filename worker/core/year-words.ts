/** Years in words: read aloud, one that is mistyped by a thousand stands out. */

const BELOW_TWENTY = [
  "",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
];
const TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

function belowHundred(number: number): string {
  if (number < 20) return BELOW_TWENTY[number] ?? "";
  return [TENS[Math.floor(number / 10)], BELOW_TWENTY[number % 10]].filter(Boolean).join("-");
}

/**
 * The year of a date in words, as a number and not as a pair of numbers.
 *
 * @example yearWords("1026-10-06") // "one thousand and twenty-six"
 * @example yearWords("2206-01") // "two thousand two hundred and six"
 */
export function yearWords(date: string): string {
  const [thousands = 0, hundreds = 0] = [date.slice(0, 1), date.slice(1, 2)].map(Number);
  const rest = belowHundred(Number(date.slice(2, 4)));
  const whole = [
    ...(thousands > 0 ? [`${BELOW_TWENTY[thousands]} thousand`] : []),
    ...(hundreds > 0 ? [`${BELOW_TWENTY[hundreds]} hundred`] : []),
  ].join(" ");
  return [whole, rest].filter(Boolean).join(" and ");
}
