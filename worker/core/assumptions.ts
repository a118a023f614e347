/** Further checks on request (method, section 5): the verdict under assumptions other than the registered ones. */
import type { Assumptions } from "./assumption-base";
import { coveredMonths, windowStart } from "./coverage";
import { horizonVerdicts } from "./horizon-verdicts";
import { firstDayOf, monthOf, monthRange } from "./months";
import { cellsOf, type RollupEvent } from "./rollup";
import type { Attestation, Indicator, LoggedEvent, Month, Registration, StateChange } from "./types";
import { monthVerdicts } from "./verdict";
import { verdictInputs } from "./verdict-inputs";
import type { HorizonVerdict } from "./verdict-types";
import { tableOf } from "./verdict-table";
import { windowSizes } from "./window-counts";

/** What assumptions are tried on: a log as of a day, states apart; in any order. */
export interface AssumedLog {
  registration: Registration;
  asOf: string;
  /** The last complete month. */
  completeTo: Month;
  events: readonly AssumedEvent[];
  states: readonly StateChange[];
  attestations: readonly Attestation[];
}

export type AssumedEvent = RollupEvent & Pick<LoggedEvent, "sourceUrl" | "sourceReliability" | "infoCredibility">;

/** A changed log; `materialRiseBy` is D by month-end where weights are off, for then a point is another unit. */
export interface ChangedLog extends AssumedLog {
  materialRiseBy?: Record<Month, number>;
}

/**
 * The site that a source stands on; "" for what is no web address.
 *
 * @example siteOf("https://www.Example.org/2012/visit") // "example.org"
 */
export function siteOf(sourceUrl: string): string {
  const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(sourceUrl)?.[1] ?? "";
  return host.toLowerCase().replace(/^www\./, "");
}

/** Left out means context: of relevance 0 in every check, also where drivers count in full (rulings 8 and 9). */
function changedIndicator(indicator: Indicator, { drivers, withoutIndicator }: Assumptions): Indicator {
  if (indicator.key === withoutIndicator) return { ...indicator, role: "context", relevance: 0 };
  if (indicator.role !== "driver" || drivers === "registered") return indicator;
  return { ...indicator, relevance: drivers === "full" ? 1 : 0 };
}

function isKept(event: AssumedEvent, { withoutSource, bestGradesOnly }: Assumptions): boolean {
  if (withoutSource !== null && siteOf(event.sourceUrl) === withoutSource) return false;
  return !bestGradesOnly || ("AB".includes(event.sourceReliability) && event.infoCredibility <= 2);
}

function asSearched(month: Month): Attestation {
  return { month, note: "", inferred: false };
}

/** Months that stay covered; coverage belongs to the log, so a month keeps it when its events are left out (ruling 11). */
function changedAttestations(
  log: AssumedLog,
  left: readonly AssumedEvent[],
  from: Month,
  assumptions: Assumptions,
): Attestation[] {
  const stated = log.attestations.filter(({ inferred }) => !(inferred && assumptions.inferredOff));
  const kept = [...stated, ...left.map(({ date }) => asSearched(monthOf(date)))];
  if (!assumptions.unlookedAsZero) return kept;
  const until = log.completeTo;
  const covered = coveredMonths(cellsOf(log.events), kept, until);
  const unlooked = monthRange(from, until).filter((month) => !covered.has(month));
  return [...kept, ...unlooked.map(asSearched)];
}

/** D x sum of |score| / sum of |weight x score| over the window's events up to each month-end (ruling 13). */
function unweightedRises(log: AssumedLog): Record<Month, number> {
  const inputs = verdictInputs({ ...log, cells: cellsOf(log.events), states: [] });
  const { settings, months } = inputs;
  const relevances = new Map(settings.indicators.map(({ key, relevance }) => [key, relevance]));
  const table = tableOf(inputs);
  const weighted = windowSizes(inputs, relevances, "scored", table);
  const unweighted = windowSizes(inputs, relevances, "weights-off", table);
  return Object.fromEntries(
    months.map(({ month }, at) => {
      const size = weighted[at] ?? 0;
      return [month, size === 0 ? settings.materialRise : (settings.materialRise * (unweighted[at] ?? 0)) / size];
    }),
  );
}

/**
 * The log as it would be under other assumptions, to be judged by the same rules. The window's start moves by changing the
 * number of baseline months; the index at registration stays that of the month before registration. An indicator left
 * out becomes context; events left out for their source or grade leave their months covered, as in ruling 11. States stay
 * as logged: they carry no weight (ruling 23), and a closing without its reopening would last for ever. With weights off, D
 * is scaled as in the fixed check. The registered assumptions give the same log. Source: method, sections 5 and 6.
 *
 * @example applyAssumptions(log, { ...base, startShift: -3 }).registration.baselineMonths // 12 + 3 = 15
 */
export function applyAssumptions(log: AssumedLog, assumptions: Assumptions): ChangedLog {
  const { registration } = log;
  const changed: Registration = {
    ...registration,
    halfLifeMonths: assumptions.halfLifeMonths,
    materialRise: assumptions.materialRise,
    baselineMonths: Math.max(0, registration.baselineMonths - assumptions.startShift),
    indicators: registration.indicators.map((indicator) => changedIndicator(indicator, assumptions)),
  };
  const { kept = [], left = [] } = Object.groupBy(log.events, (event) =>
    isKept(event, assumptions) ? "kept" : "left",
  );
  const attestations = changedAttestations(log, left, windowStart(changed), assumptions);
  const result: ChangedLog = { ...log, registration: changed, events: kept, attestations };
  if (!assumptions.weightsOff) return result;
  return {
    ...result,
    events: kept.map((event) => ({ ...event, weight100: 100 })),
    materialRiseBy: unweightedRises(result),
  };
}

/**
 * The verdict of every horizon under some assumptions: same rules, same fixed checks around the changed base, same rule of
 * three months. None before the day of registration. Under the registered assumptions these are the registered verdicts.
 * Costs one sweep over all month-ends. Source: method, sections 4 to 6, rulings 1 to 18.
 *
 * @example assumedVerdicts(shipped log as of 2025-12-31, { ...base, drivers: "full" }).at(-1)?.reading
 * // as the fixed check "drivers-full" reads
 */
export function assumedVerdicts(log: AssumedLog, assumptions: Assumptions): HorizonVerdict[] {
  const { registration, asOf, completeTo } = log;
  if (asOf < registration.registeredOn) return [];
  const visible = log.events.filter(({ date }) => firstDayOf(date) <= asOf);
  const changed = applyAssumptions({ ...log, events: visible }, assumptions);
  const { settings, months } = verdictInputs({ ...changed, cells: cellsOf(changed.events) });
  const whole = monthVerdicts({ settings: { ...settings, materialRiseBy: changed.materialRiseBy }, months });
  return horizonVerdicts({
    registration: changed.registration,
    asOf,
    completeTo,
    verdictOf: (month) => whole.find(({ windowTo }) => windowTo === month) ?? null,
    published: Object.fromEntries(whole.map(({ windowTo, published }) => [windowTo, published])),
    covered: months.flatMap(({ month, covered }) => (covered ? [month] : [])),
  });
}
