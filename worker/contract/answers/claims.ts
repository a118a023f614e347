/** Claims with what was said of them, and how forecasters fare. */
import * as v from "valibot";
import { ENTRY_KINDS, ENTRY_OPS } from "../../core/ledger";
import { Instant, OrNull, Real, Revision, Text, Whole } from "./parts";
import { MeanScore, ViewProposition, WordOfProbability } from "./view-claims";

const Scored = {
  daysScored: Whole,
  daysOpen: Whole,
  brier: OrNull.real,
  log: OrNull.real,
  refBrier: OrNull.real,
  refLog: OrNull.real,
  skill: OrNull.real,
  firstForecast: OrNull.real,
};

export const ClaimAnswer = v.object({
  proposition: ViewProposition,
  forecasts: v.array(v.object({ by: Text, recordedAt: Instant, probability: Real })),
  scores: v.array(v.object({ by: Text, ...Scored })),
  model: v.nullable(v.object(Scored)),
  history: v.array(
    v.object({
      by: Text,
      kind: v.picklist(ENTRY_KINDS),
      op: v.picklist(ENTRY_OPS),
      at: Instant,
      reason: Text,
      subject: Text,
      detail: Text,
    }),
  ),
});

const CalibrationRow = v.object({
  word: WordOfProbability,
  n: Whole,
  hits: Whole,
  meanForecast: Real,
  hitRate: Real,
  low: Real,
  high: Real,
});

export const ForecastersAnswer = v.object({
  forecasters: v.array(
    v.object({
      by: Text,
      resolved: Whole,
      mean: v.nullable(MeanScore),
      calibration: v.nullable(v.array(CalibrationRow)),
    }),
  ),
});

export const AddedClaim = v.object({ id: Text, revision: Revision });
export const ForecastAnswer = v.object({ probability: Real, recordedAt: Instant, revision: Revision });
