/** The plain values that a month-end's verdict depends on, and nothing else: a store can key results by their hash. */
import { coveredMonths, windowStart } from "./coverage";
import { addMonths, lastDayOf, monthOf, monthRange } from "./months";
import { spanStart, withinSpan } from "./span";
import { stateDays, type StateDays } from "./states";
import type { Indicator, Month, MonthCell } from "./types";
import type { ViewInput } from "./view-input";

/** A cell without its variance, which no verdict reads. */
export type VerdictCell = Omit<MonthCell, "month" | "sumVar">;

export interface VerdictMonth {
  month: Month;
  covered: boolean;
  /** In the scenario's order; cells of context indicators are left out, for they only cover their month. */
  cells: VerdictCell[];
  /** How many days each state held, by indicator, in the scenario's order. */
  states: { indicator: string; held: StateDays[] }[];
}

export interface VerdictIndicator extends Pick<Indicator, "key" | "kind" | "role" | "relevance"> {
  /** Points a month of the highest state before relevance; 0 for event indicators. */
  fullScale: number;
  /** Value by state. */
  values: Record<string, number>;
}

export interface VerdictSettings {
  windowFrom: Month;
  registeredIn: Month;
  halfLifeMonths: number;
  materialRise: number;
  /** D by month-end, where assumptions change the unit of all points and so scale D with the window (ruling 13). */
  materialRiseBy?: Readonly<Record<Month, number>>;
  alpha: number;
  indicators: VerdictIndicator[];
}

/** What the verdict of the last of these months depends on. */
export interface VerdictInputs {
  settings: VerdictSettings;
  /** Every month from the first with anything in it (the window's start at the latest, 30 years before it at the earliest). */
  months: VerdictMonth[];
}

type VerdictSource = Pick<ViewInput, "registration" | "completeTo" | "cells" | "states" | "attestations">;

/** Relevance 0 in every check: nothing of it earns points anywhere (method, rulings 8 and 9). */
function countsSomewhere({ role, relevance }: Pick<Indicator, "role" | "relevance">): boolean {
  return relevance !== 0 || role === "driver";
}

function settingsOf({ registration }: VerdictSource): VerdictSettings {
  return {
    windowFrom: windowStart(registration),
    registeredIn: monthOf(registration.registeredOn),
    halfLifeMonths: registration.halfLifeMonths,
    materialRise: registration.materialRise,
    alpha: registration.alpha,
    indicators: registration.indicators
      .filter(countsSomewhere)
      .map(({ key, kind, role, relevance, fullScale, states = [] }) => ({
        key,
        kind,
        role,
        relevance,
        fullScale: fullScale ?? 0,
        values: Object.fromEntries(states.map((state) => [state.key, state.value])),
      })),
  };
}

function verdictCell(cell: MonthCell): VerdictCell {
  const { indicator, n, nScored, sumWS, sumS, sumWSign, sumWAbs, sumAbs, sumW } = cell;
  return { indicator, n, nScored, sumWS, sumS, sumWSign, sumWAbs, sumAbs, sumW };
}

/**
 * The inputs of the verdict of the last complete month. Two logs with the same inputs have the same
 * verdict, whatever else they differ in: titles, grades that weigh alike, notes, events of context indicators beyond their
 * coverage, records after the month. An earlier month-end's inputs are a beginning of these (`inputsUntil`), so a store may
 * hash month by month: hash of the settings, then hash of (previous hash, next month).
 * Source: method, sections 4, 6 and 12, rulings 1, 5, 11 and 15.
 *
 * @example verdictInputs(shipped scenario as of 2025-12-31).months // 192 months, January 2010 to December 2025
 */
export function verdictInputs(source: VerdictSource): VerdictInputs {
  const settings = settingsOf(source);
  const { indicators } = settings;
  const until = source.completeTo;
  const covered = coveredMonths(source.cells, source.attestations, until);
  const cells = Map.groupBy(source.cells, ({ month }) => month);
  const held = indicators
    .filter(({ kind }) => kind === "state")
    .map(({ key }) => ({
      key,
      days: stateDays(source.states, key, lastDayOf(until), spanStart(settings.windowFrom)),
    }));

  const months = monthRange(firstMonth(settings, source, held), until).map((month): VerdictMonth => {
    const ofMonth = new Map((cells.get(month) ?? []).map((cell) => [cell.indicator, cell]));
    return {
      month,
      covered: covered.has(month),
      cells: indicators.flatMap(({ key }) => {
        const cell = ofMonth.get(key);
        return cell && cell.n > 0 ? [verdictCell(cell)] : [];
      }),
      states: held.flatMap(({ key, days }) => {
        const ofIndicator = days.get(month);
        return ofIndicator ? [{ indicator: key, held: ofIndicator }] : [];
      }),
    };
  });
  return { settings, months };
}

/**
 * The month before registration is read too; it lies before the window's start where the baseline has no month. What is
 * dated before all figures is left out: one old date would else make thousands of months.
 */
function firstMonth(
  { windowFrom, registeredIn, indicators }: VerdictSettings,
  { cells }: VerdictSource,
  held: readonly { days: ReadonlyMap<Month, StateDays[]> }[],
): Month {
  const counted = new Set(indicators.map(({ key }) => key));
  const earliest = spanStart(windowFrom);
  let first = [windowFrom, addMonths(registeredIn, -1)].toSorted()[0] ?? windowFrom;
  for (const { indicator, month, n } of withinSpan(cells, earliest)) {
    if (counted.has(indicator) && n > 0 && month < first) first = month;
  }
  for (const { days } of held) for (const month of days.keys()) if (month < first) first = month;
  return first;
}

/**
 * The inputs of an earlier month-end: the same, cut after that month.
 *
 * @example inputsUntil(inputs, "2013-06").months.at(-1)?.month // "2013-06"
 */
export function inputsUntil({ settings, months }: VerdictInputs, until: Month): VerdictInputs {
  return { settings, months: months.filter(({ month }) => month <= until) };
}
