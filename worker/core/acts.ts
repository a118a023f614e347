/** Events of an indicator by year in classes that a reader can tell apart: what its bars, its caption and its table share. */
import type { CodebookEntry } from "./types";
import type { ViewIndicator } from "./view-types";

export interface ActClass {
  /** Who met or joined in, or how much it weighs. */
  who: string;
  /** How far it got; "" where that does not tell the classes apart. */
  step: string;
  /** 1 is drawn upwards, -1 downwards. */
  sign: 1 | -1;
  codes: string[];
}

export interface Acts {
  /** What tells the classes apart: who met and how far it got, who joined in, or how much an entry scores. */
  by: "rank" | "with" | "weight";
  /** Upwards ones first, each from the heaviest to the lightest. */
  classes: ActClass[];
  /** Logged, but not the act itself (announced, threatened, noted for context): counted, not drawn. */
  aside: string[];
  years: { year: string; counts: number[]; aside: number }[];
}

/** On the scale of -10 to 10 from which codebooks score. */
const WEIGHTY = 5;
const MIDDLING = 2.5;

type Classed = Pick<CodebookEntry, "key" | "score" | "facets">;

/** The class of an entry; null for what is not the act itself. */
type Classify = (entry: Classed) => Omit<ActClass, "codes"> | null;

const byRank: Classify = ({ score, facets }) => {
  const { rank = "", step = "" } = facets ?? {};
  if (score === 0 || step === "announced") return null;
  return score < 0 ? { who: rank, step: "", sign: -1 } : { who: rank, step, sign: 1 };
};

const byPartner: Classify = ({ facets }) => {
  const partner = facets?.["with"] ?? "";
  if (partner === "") return null;
  return { who: partner === "alone" ? "alone" : `with ${partner}`, step: "", sign: 1 };
};

const byWeight: Classify = ({ score }) => {
  const size = Math.abs(score);
  if (size === 0) return null;
  const who = size >= WEIGHTY ? "weighty" : size >= MIDDLING ? "middling" : "slight";
  return { who, step: "", sign: score > 0 ? 1 : -1 };
};

/** Which classes fit a codebook: told from its facets, never from a key. */
function waysOf(codebook: readonly Classed[]): { by: Acts["by"]; classify: Classify } {
  const has = (...names: string[]): boolean =>
    codebook.some(({ facets }) => names.every((name) => facets?.[name] !== undefined));
  if (has("rank", "step")) return { by: "rank", classify: byRank };
  return has("with") ? { by: "with", classify: byPartner } : { by: "weight", classify: byWeight };
}

/** What fell through is one class a rank, named by the steps that occurred: "leader, called off or put off". */
function named(group: ActClass, by: Acts["by"], used: readonly Classed[]): ActClass {
  if (by !== "rank" || group.sign > 0) return group;
  const steps = used.filter(({ key }) => group.codes.includes(key)).map(({ facets }) => facets?.["step"] ?? "");
  return { ...group, step: [...new Set(steps)].join(" or ") };
}

/**
 * An event indicator's entries by year. Codebooks with ranks and steps are classed by both, with what fell through
 * below the line; those that say who joined in by partner; all others by the size and the sign of the codebook's score.
 * Classes and years without any event are as in the view: only classes that occur, all years from the first one.
 *
 * @example two joint vetoes and one alone in 2012
 * // { by: "with", classes: [{ who: "with China", ... }, { who: "alone", ... }], years: [{ counts: [2, 1], ... }] }
 */
export function actsOf({ codebook, countsByYear }: Pick<ViewIndicator, "codebook" | "countsByYear">): Acts {
  const { by, classify } = waysOf(codebook);
  const logged = new Set(countsByYear.flatMap(({ counts }) => Object.keys(counts)));
  const used = codebook.filter(({ key }) => logged.has(key)).toSorted((a, b) => Math.abs(b.score) - Math.abs(a.score));
  const classes = new Map<string, ActClass>();
  const aside: string[] = [];
  for (const entry of used) {
    const found = classify(entry);
    if (!found) {
      aside.push(entry.key);
      continue;
    }
    const key = [found.sign, found.who, found.step].join();
    const group = classes.get(key) ?? { ...found, codes: [] };
    group.codes.push(entry.key);
    classes.set(key, group);
  }
  const ordered = [...classes.values()].toSorted((a, b) => b.sign - a.sign).map((group) => named(group, by, used));
  const count = (counts: Record<string, number>, codes: string[]): number =>
    codes.reduce((n, code) => n + (counts[code] ?? 0), 0);
  return {
    by,
    classes: ordered,
    aside,
    years: countsByYear.map(({ year, counts }) => ({
      year,
      counts: ordered.map(({ codes }) => count(counts, codes)),
      aside: count(counts, aside),
    })),
  };
}

/** A class in a key or a heading: "leader, held". */
export function className({ who, step }: Pick<ActClass, "who" | "step">): string {
  return step === "" ? who : `${who}, ${step}`;
}

/** How often each class was logged in all years, in the order of the classes. */
export function classTotals({ classes, years }: Pick<Acts, "classes" | "years">): number[] {
  return classes.map((_, order) => years.reduce((n, { counts }) => n + (counts[order] ?? 0), 0));
}
