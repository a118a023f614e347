/** What the closed sets mean, in the words that forms and event pages show. */
import type { AmountScope, Credibility, Reliability } from "../../worker/core/types";

export const RELIABILITY_WORDS: Record<Reliability, string> = {
  A: "completely reliable",
  B: "usually reliable",
  C: "fairly reliable",
  D: "not usually reliable",
  E: "unreliable",
  F: "reliability cannot be judged",
};

export const CREDIBILITY_WORDS: Record<Credibility, string> = {
  1: "confirmed by other sources",
  2: "probably true",
  3: "possibly true",
  4: "doubtful",
  5: "improbable",
  6: "cannot be judged",
};

export const SCOPE_WORDS: Record<AmountScope, string> = {
  russian_money: "Russian money",
  whole_project: "cost of the whole project",
  other_lender: "another lender's money",
  contract: "value of a contract",
  settlement: "settlement of a debt or claim",
  aid: "aid or relief",
  trade_volume: "volume of trade",
};
