import type { EventReport } from "./event-report";
import type { CheckedIndicator } from "./check-indicator";
import { type RawEvent, readText } from "./read-field";
import { formatScore, parseScore, toTenths } from "./score";
import { showValue } from "./text";

/** How far an analyst may move a score from the codebook's, and how far the scale goes; tenths (ruling 32). */
const REACH = 20;
const SCALE = 100;

/** The lowest and highest score that may stand in for a codebook score, tenths. 28 -> [8, 48], 90 -> [70, 100]. */
export function overrideRange(codebook10: number): [number, number] {
  return [Math.max(-SCALE, codebook10 - REACH), Math.min(SCALE, codebook10 + REACH)];
}

/** An override: a score other than the codebook's, with its reason. `score10` is null where the codebook's holds. */
export function checkScore(
  raw: RawEvent,
  checked: CheckedIndicator | null,
  report: EventReport,
): { score10: number | null; scoreReason: string } {
  const text = readText(raw, "score", report);
  const reason = readText(raw, "scoreReason", report);
  const scoreReason = reason ?? "";
  const none = { score10: null, scoreReason };
  const hasReason = scoreReason.trim() !== "";

  if (text === null) return none;
  if (text === "") {
    if (hasReason) warnIdleReason(report);
    return none;
  }
  const { score10, problem } = parseScore(text);
  if (problem !== null) {
    report.error("score", "bad-number", `The score ${showValue(text)} cannot be read. ${problem}`);
    return none;
  }
  if (checked?.indicator.kind === "state") {
    report.error("score", "score-on-state", "A state earns its points by lasting. Leave the score empty.");
    return none;
  }
  if (!checked?.entry) return none;
  const codebook10 = toTenths(checked.entry.score);
  if (score10 === codebook10) {
    if (hasReason) warnIdleReason(report);
    return none;
  }
  const [low, high] = overrideRange(codebook10);
  if (score10 < low || score10 > high) {
    report.error(
      "score",
      "override-too-far",
      `${showValue(text)} is too far from the codebook's score: ` +
        `${formatScore(codebook10)} allows ${formatScore(low)} to ${formatScore(high)}.`,
    );
    return none;
  }
  if (!hasReason && reason !== null) {
    report.error(
      "scoreReason",
      "reason-required",
      `A score other than the codebook's ${formatScore(codebook10)} needs a reason. Say why in a few words.`,
    );
  }
  return { score10, scoreReason };
}

function warnIdleReason(report: EventReport): void {
  const text = "There is a reason but no score other than the codebook's. The reason is kept and changes nothing.";
  report.warn("scoreReason", "reason-without-score", text);
}
