/** Reads an amount as an analyst types it: plain digits, thousands commas, or a short word such as "1.2 bn". */
import { parseUsd } from "../../worker/contract/money";

export type Money = { ok: true; usd: number; echo: string } | { ok: false; problem: string };

/** Zeros that a word stands for. */
const WORDS: Record<string, number> = { k: 3, thousand: 3, m: 6, mn: 6, million: 6, bn: 9, billion: 9 };

/** Shifts the point as text: 1.005 x 1e9 in floating point is not what was typed. */
function shift(digits: string, zeros: number): string {
  const [whole = "", decimals = ""] = digits.split(".");
  const rest = decimals.slice(zeros);
  return `${whole}${decimals.slice(0, zeros).padEnd(zeros, "0")}${rest === "" ? "" : `.${rest}`}`;
}

/** An amount for reading, such as "USD 500,000,000". */
export function moneyInFull(usd: number): string {
  return `USD ${usd.toLocaleString("en-GB", { maximumFractionDigits: 2 })}`;
}

/** "1.2 bn" -> 1200000000, and "USD 1,200,000,000" to show beside the field. */
export function parseMoney(text: string): Money {
  const [, number, word = ""] = /^([\d,]+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text.trim()) ?? [];
  const zeros = word === "" ? 0 : WORDS[word.toLowerCase()];
  const grouped = number !== undefined && /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(number);
  const plain = grouped ? number.replaceAll(",", "") : number;
  const typed = plain === undefined || zeros === undefined || /,/.test(plain) ? text.trim() : shift(plain, zeros);
  const { cents, problem } = parseUsd(typed);
  if (cents === null) return { ok: false, problem: `${problem} Or write it as 1.2 bn.` };
  return { ok: true, usd: cents / 100, echo: moneyInFull(cents / 100) };
}
