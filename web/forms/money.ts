/** Reads an amount as an analyst types it: plain digits, thousands commas, "1.2 bn" or "$1.2 billion". */
import { parseUsd } from "../../worker/contract/money";

export type Money = { ok: true; usd: number; echo: string } | { ok: false; problem: string };

/** Zeros that a word stands for. */
const WORDS = new Map(Object.entries({ k: 3, thousand: 3, m: 6, mn: 6, million: 6, bn: 9, billion: 9 }));

/** How US dollars are written before a number; the field asks for no other currency. */
const DOLLARS = /^(?:US\s?\$|USD|\$)\s*(?=\d)/i;

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
  const amount = text.trim().replace(DOLLARS, "");
  const [, number, word = ""] = /^([\d,]+(?:\.\d+)?)\s*([a-z]*)$/i.exec(amount) ?? [];
  const zeros = word === "" ? 0 : WORDS.get(word.toLowerCase());
  const grouped = number !== undefined && /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(number);
  const plain = grouped ? number.replaceAll(",", "") : number;
  const typed = plain === undefined || zeros === undefined || /,/.test(plain) ? amount : shift(plain, zeros);
  const { cents, problem } = parseUsd(typed);
  if (cents === null) return { ok: false, problem: `${problem} Or write it as 1.2 bn.` };
  return { ok: true, usd: cents / 100, echo: moneyInFull(cents / 100) };
}
