/** What the API answers about propositions and forecasters. */
import type { CalibrationRow } from "../../worker/core/calibration";
import type { ForecastScore, MeanScore } from "../../worker/core/forecast-scores";
import type { ViewProposition } from "../../worker/core/view-types";

export interface RecordedForecast {
  by: string;
  /** Epoch milliseconds. */
  recordedAt: number;
  probability: number;
}

export type Score = Omit<ForecastScore, "firstForecast">;

export interface HistoryEntry {
  kind: "proposition" | "evidence" | "resolution";
  op: "record" | "correct" | "retract";
  /** Epoch milliseconds. */
  at: number;
  by: string;
  reason: string;
  subject: string;
  detail: string;
}

export interface PropositionAnswer {
  proposition: ViewProposition;
  forecasts: RecordedForecast[];
  scores: (Score & { by: string })[];
  /** The probability of the base rate and the evidence, scored like anyone's; null while there is nothing to score. */
  model: Score | null;
  history: HistoryEntry[];
}

export interface Forecaster {
  by: string;
  resolved: number;
  /** Null below five resolved propositions. */
  mean: Pick<MeanScore, "meanBrier" | "meanLog" | "skill"> | null;
  /** Null below twenty pairs. */
  calibration: CalibrationRow[] | null;
}
