/** Scores as text, kept as integer tenths. */

export type ParsedScore = { score10: number; problem: null } | { score10: null; problem: string };

/** "-2.8" -> -28. One decimal at most (trailing zeros are none). */
export function parseScore(text: string): ParsedScore {
  const match = /^([+-]?)(\d{1,6})(?:\.(\d)(\d*))?$/.exec(text);
  if (match === null) return { score10: null, problem: scoreProblem(text) };
  if (/[1-9]/.test(match[4] ?? "")) {
    return { score10: null, problem: "One decimal at most, such as 3.1." };
  }
  const tenths = Number(match[2]) * 10 + Number(match[3] ?? "0");
  return { score10: match[1] === "-" && tenths !== 0 ? -tenths : tenths, problem: null };
}

/** -28 -> "-2.8", 50 -> "5.0" */
export function formatScore(score10: number): string {
  return (score10 / 10).toFixed(1);
}

/** The codebook's score in tenths. Rounding only takes the float's tail off: 2.8 * 10 is 28 either way. */
export function toTenths(score: number): number {
  return Math.round(score * 10) + 0;
}

function scoreProblem(text: string): string {
  const plain = "Write a number such as 2.8 or -2.8.";
  if (/^[+-]?\d+,\d+$/.test(text)) return `Use a point for the decimal, not a comma. ${plain}`;
  if (/^\u2212\d/.test(text)) return `Use the plain minus sign (-). ${plain}`;
  return plain;
}
