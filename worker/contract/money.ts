/** Amounts in US dollars as text, kept as integer cents: no amount ever passes through a float. */

/** Beyond this, cents are no longer exact integers in JavaScript. */
const MAX_CENTS = Number.MAX_SAFE_INTEGER;

export type ParsedUsd = { cents: number; problem: null } | { cents: null; problem: string };

/** "93500000.5" -> 9350000050. Digits and at most two decimals; anything else comes back as a sentence. */
export function parseUsd(text: string): ParsedUsd {
  const match = /^(\d+)(?:\.(\d{1,2})0*)?$/.exec(text);
  if (match === null) return { cents: null, problem: amountProblem(text) };
  const cents = BigInt(`${match[1]}${(match[2] ?? "").padEnd(2, "0")}`);
  if (cents > BigInt(MAX_CENTS)) return { cents: null, problem: "It is larger than 90 trillion dollars." };
  return { cents: Number(cents), problem: null };
}

/** 9350000050 -> "93500000.50", 120000000000 -> "1200000000" */
export function formatUsd(cents: number): string {
  const whole = Math.trunc(cents / 100);
  const rest = cents - whole * 100;
  return rest === 0 ? String(whole) : `${whole}.${String(rest).padStart(2, "0")}`;
}

function amountProblem(text: string): string {
  const plain = "Write a plain number of US dollars, such as 1200000000.";
  if (/^[-\u2212(]\s*[\d$]/.test(text)) return `An amount cannot be below zero. ${plain}`;
  if (/^\d{1,3}([,' \u00a0\u202f]\d{3})+(\.\d+)?$/.test(text)) return `Leave out the thousands separators. ${plain}`;
  if (/[$\u20ac\u00a3\u00a5\u20bd]|usd|eur|rub/i.test(text)) return `Leave out the currency sign. ${plain}`;
  if (/^\d+\.\d{3,}$/.test(text)) return `Cents are the smallest unit: two decimals at most. ${plain}`;
  if (/^\d+,\d+$/.test(text)) return `Write the decimals after a point, not a comma. ${plain}`;
  return plain;
}
