/** The fixed list of checks on the verdict's assumptions (method, section 6). */
import type { CellReading } from "./rollup";
import type { Role } from "./types";

/** One set of assumptions: how points are read, and how fast the index fades. */
export interface Variant {
  key: string;
  halfLifeMonths: number;
  reading: CellReading;
  /** Relevance by indicator. */
  relevances: ReadonlyMap<string, number>;
  /** The indicator left out, if this is such a check. */
  without: string | null;
}

export interface VariantSettings {
  halfLifeMonths: number;
  indicators: readonly { key: string; role: Role; relevance: number }[];
}

/**
 * Every check that a scenario can have, in the order of ruling 12: base, half-life 3, half-life 12, weights off, drivers
 * off (relevance 0), drivers full (1), count-neutral, signs only, then one without each indicator of relevance above 0, in
 * the scenario's order. Whether a leave-one-out check is made also depends on the window. Context stays 0 in all.
 * Source: method, section 6, rulings 8, 9 and 12.
 *
 * @example variantsOf({ halfLifeMonths: 6, indicators: [visit, veto] }).map(({ key }) => key)
 * // ["base", "half-life-3", ..., "signs-only", "without:visit", "without:veto"]
 */
export function variantsOf({ halfLifeMonths, indicators }: VariantSettings): Variant[] {
  const relevancesWith = (change: (indicator: VariantSettings["indicators"][number]) => number): Map<string, number> =>
    new Map(indicators.map((indicator) => [indicator.key, change(indicator)]));
  const asRegistered = relevancesWith(({ relevance }) => relevance);
  const driversAt = (share: number): Map<string, number> =>
    relevancesWith(({ role, relevance }) => (role === "driver" ? share : relevance));

  const base: Variant = {
    key: "base",
    halfLifeMonths,
    reading: "scored",
    relevances: asRegistered,
    without: null,
  };
  return [
    base,
    { ...base, key: "half-life-3", halfLifeMonths: 3 },
    { ...base, key: "half-life-12", halfLifeMonths: 12 },
    { ...base, key: "weights-off", reading: "weights-off" },
    { ...base, key: "drivers-off", relevances: driversAt(0) },
    { ...base, key: "drivers-full", relevances: driversAt(1) },
    { ...base, key: "count-neutral", reading: "count-neutral" },
    { ...base, key: "signs-only", reading: "signs-only" },
    ...indicators
      .filter(({ relevance }) => relevance > 0)
      .map(({ key }): Variant => ({
        ...base,
        key: `without:${key}`,
        relevances: relevancesWith((indicator) => (indicator.key === key ? 0 : indicator.relevance)),
        without: key,
      })),
  ];
}
