/** Sentences about what the article said outright and what became of it. */
import type { ArticleScores, ScoredClaim } from "./article-scores";
import { monthLabel } from "./labels";
import { monthOf } from "./months";

type Claim = ScoredClaim & { question: string };

/**
 * The scored claims that the article states outright, with their outcomes; those settled before registration or added
 * later stand apart. Null if there is none. Source: method, ruling 38.
 *
 * @example "Will Putin pay an official visit to Pakistan in 2012? No. Will relations improve? Yes, in November 2014."
 */
export function outrightSentence(claims: readonly Claim[], { rows }: Pick<ArticleScores, "rows">): string | null {
  const scored = new Set(rows.filter(({ basis }) => basis === "outright").map(({ id }) => id));
  const parts = claims
    .filter(({ id }) => scored.has(id))
    .map(({ question, outcome, deadline }) => {
      const happened = outcome?.result === "yes";
      return `${question} ${happened ? `Yes, in ${monthLabel(monthOf(outcome.on ?? deadline))}` : "No"}.`;
    });
  return parts.length === 0 ? null : parts.join(" ");
}

/**
 * How many scored claims came true; the verdict does not use them. Null if none was scored.
 *
 * @example "4 of 12 scored claims came true."
 */
export function cameTrueSentence({ rows }: Pick<ArticleScores, "rows">): string | null {
  if (rows.length === 0) return null;
  const yes = rows.filter(({ outcome }) => outcome === 1).length;
  return `${yes} of ${rows.length} scored claims came true.`;
}
