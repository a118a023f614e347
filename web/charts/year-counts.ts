import type { ViewIndicator } from "../../worker/core/view-types";

export interface YearCounts {
  year: string;
  alone: number;
  joint: number;
  /** Entries whose `with` is empty: announcements and the like, not the act itself. */
  other: number;
}

/** Events by year: acts done alone, acts done with somebody (codebook facet `with`), and the rest. */
export function yearCounts(indicator: ViewIndicator): YearCounts[] {
  const partner = new Map(indicator.codebook.map((entry) => [entry.key, entry.facets?.["with"] ?? ""]));
  return indicator.countsByYear.map(({ year, counts }) => {
    const sum: YearCounts = { year, alone: 0, joint: 0, other: 0 };
    for (const [code, n] of Object.entries(counts)) {
      const other = partner.get(code) ?? "";
      sum[other === "" ? "other" : other === "alone" ? "alone" : "joint"] += n;
    }
    return sum;
  });
}

/** Who the act was done with, such as the other state of a double veto. */
export function partners(indicator: ViewIndicator): string[] {
  const names = indicator.codebook.map((entry) => entry.facets?.["with"] ?? "");
  return [...new Set(names)].filter((name) => name !== "" && name !== "alone");
}
