/** The verdicts of a ScenarioView. */
import * as v from "valibot";
import { READING_REASONS, VERDICT_WORDS } from "../../core/verdict-types";
import { Flag, Month, OrNull, Real, Revision, Text, Whole } from "./parts";

export const Word = v.picklist(VERDICT_WORDS);
const Reading = { reading: Word, reason: v.picklist(READING_REASONS) };

const Variant = v.object({
  ...Reading,
  variant: Text,
  materialRise: Real,
  events: Whole,
  S: OrNull.real,
  p: OrNull.real,
  rise: OrNull.real,
  riseLow: OrNull.real,
  riseHigh: OrNull.real,
  indexChange: Real,
});

export const ViewVerdict = v.object({
  ...Reading,
  agree: Whole,
  of: Whole,
  leans: v.nullable(Word),
  published: Word,
  windowFrom: Month,
  windowTo: Month,
  testedFrom: v.nullable(Month),
  testedTo: v.nullable(Month),
  monthsInWindow: Whole,
  covered: Whole,
  zeroMonths: Whole,
  events: Whole,
  indicators: Whole,
  n: Whole,
  S: OrNull.real,
  varS: OrNull.real,
  r1: OrNull.real,
  rho: OrNull.real,
  inflation: OrNull.real,
  z: OrNull.real,
  p: OrNull.real,
  slope: OrNull.real,
  intercept: OrNull.real,
  low: OrNull.real,
  high: OrNull.real,
  spanMonths: OrNull.real,
  rise: OrNull.real,
  riseLow: OrNull.real,
  riseHigh: OrNull.real,
  materialRise: Real,
  indexNow: Real,
  indexAtRegistration: Real,
  variants: v.array(Variant),
  key: Text,
  final: Flag,
  shown: v.nullable(Word),
  shownByWalkBack: v.nullable(Word),
  ofRevision: v.optional(Whole),
  statement: Text,
});

/** How far month-ends that are being recalculated are. */
export const Progress = v.object({ since: Revision, settled: Whole, months: Whole });

/** What was recorded of a month-end. */
export const Said = v.object({ revision: Revision, published: Word, index: Real });
export const SaidMonth = v.object({ month: Month, ...Said.entries, correctedIn: v.optional(Revision) });
