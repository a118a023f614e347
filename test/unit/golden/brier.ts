/** Vectors of forecasts' scores: one proposition, a mean over several, calibration. */
import { calibrationOf } from "../../../worker/core/calibration";
import { meanScore, scoreForecasts, type ForecastScore } from "../../../worker/core/forecast-scores";
import { expectFields, type GoldenCase } from "./cases";

interface GoldenProposition {
  type: "by" | "at";
  baseRate: { k: number; n: number };
  registered: string;
  deadline: string;
  outcome: 0 | 1;
  outcomeDate: string | null;
  forecasts: { at: string; p: number }[];
}

interface PropositionCase extends GoldenCase<GoldenProposition> {
  kind: "proposition";
}

interface AggregateCase extends GoldenCase<{ propositions: GoldenProposition[] }> {
  kind: "aggregate";
}

interface CalibrationCase extends GoldenCase<{ pairs: { p: number; outcome: 0 | 1 }[] }> {
  kind: "calibration";
}

export type BrierCase = PropositionCase | AggregateCase | CalibrationCase;

function scoreOf({ registered, baseRate, outcomeDate, forecasts, ...rest }: GoldenProposition): ForecastScore {
  return scoreForecasts(
    { ...rest, startsOn: registered, referenceClass: baseRate, outcomeOn: outcomeDate },
    forecasts.map(({ at, p }) => ({ recordedAt: Date.parse(at), probability: p })),
  );
}

function resultOf(golden: BrierCase): unknown {
  if (golden.kind === "proposition") return scoreOf(golden.input);
  if (golden.kind === "aggregate") return meanScore(golden.input.propositions.map(scoreOf));
  const pairs = golden.input.pairs.map(({ p, outcome }) => ({ probability: p, outcome }));
  return { rows: calibrationOf(pairs) };
}

export function checkBrier(golden: BrierCase): void {
  expectFields(resultOf(golden), golden.expected, golden.tolerance);
}
