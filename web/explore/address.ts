/** Assumptions in the page's address: only what differs from the registered method is written. */
import { baseAssumptions, type Assumptions } from "../../worker/core/assumption-base";
import type { ScenarioView } from "../../worker/core/view-types";

/** What an address is read against; a view has all of it. */
export type AssumptionFrame = Pick<ScenarioView, "halfLifeMonths" | "materialRise"> & {
  indicators: readonly { key: string; label: string }[];
};

const NAMES = {
  halfLifeMonths: "hl",
  drivers: "dr",
  materialRise: "d",
  startShift: "ws",
  withoutIndicator: "no",
  withoutSource: "src",
  weightsOff: "wt",
  bestGradesOnly: "gr",
  inferredOff: "inf",
  unlookedAsZero: "un",
} as const satisfies Record<keyof Assumptions, string>;

export const HALF_LIFE = { min: 1, max: 24 };
export const MATERIAL_RISE = { min: 1, max: 5 };
export const START_SHIFT = 3;

function whole(text: string | null, { min, max }: { min: number; max: number }, otherwise: number): number {
  const value = text !== null && /^-?\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : otherwise;
}

/** What the address says; a value that makes no sense is as if it were not there. */
export function readAssumptions(params: URLSearchParams, frame: AssumptionFrame): Assumptions {
  const base = baseAssumptions(frame);
  const of = (name: keyof Assumptions) => params.get(NAMES[name]);
  const drivers = of("drivers");
  const without = of("withoutIndicator");
  return {
    halfLifeMonths: whole(of("halfLifeMonths"), HALF_LIFE, base.halfLifeMonths),
    drivers: drivers === "off" || drivers === "full" ? drivers : "registered",
    materialRise: whole(of("materialRise"), MATERIAL_RISE, base.materialRise),
    startShift: whole(of("startShift"), { min: -START_SHIFT, max: START_SHIFT }, 0),
    withoutIndicator: frame.indicators.some(({ key }) => key === without) ? without : null,
    withoutSource: of("withoutSource") || null,
    weightsOff: of("weightsOff") === "off",
    bestGradesOnly: of("bestGradesOnly") === "best",
    inferredOff: of("inferredOff") === "off",
    unlookedAsZero: of("unlookedAsZero") === "zero",
  };
}

const FLAGS = { weightsOff: "off", bestGradesOnly: "best", inferredOff: "off", unlookedAsZero: "zero" };

/** The parameters with these assumptions in them; those of others stay. */
export function writeAssumptions(
  params: URLSearchParams,
  assumptions: Assumptions,
  frame: AssumptionFrame,
): URLSearchParams {
  const written = new URLSearchParams(params);
  const values: Record<string, unknown> = { ...assumptions };
  for (const [name, flag] of Object.entries(FLAGS)) values[name] = values[name] === true ? flag : null;
  const base: Record<string, unknown> = { ...baseAssumptions(frame) };
  for (const [name, short] of Object.entries(NAMES)) {
    written.delete(short);
    const value = values[name];
    if (value !== null && value !== base[name]) written.set(short, String(value));
  }
  return written;
}

/** Whether any assumption differs from the registered ones. */
export function differs(assumptions: Assumptions, frame: AssumptionFrame): boolean {
  return writeAssumptions(new URLSearchParams(), assumptions, frame).size > 0;
}
