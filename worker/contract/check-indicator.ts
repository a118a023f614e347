import type { CodebookEntry, Indicator, Registration } from "../core/types";
import type { EventReport } from "./event-report";
import { type RawEvent, readRequired, readText } from "./read-field";
import { listKeys, suggestKey } from "./suggest";
import { showValue } from "./text";

export interface CheckedIndicator {
  indicator: Indicator;
  /** The codebook's entry, null for a state or where the code was refused. */
  entry: CodebookEntry | null;
  state: string | null;
}

/** Indicator, then code or state: exactly the keys of the scenario, never a near miss. Null without an indicator. */
export function checkIndicator(
  raw: RawEvent,
  registration: Registration,
  report: EventReport,
): CheckedIndicator | null {
  const { indicators } = registration;
  const keys = () => indicators.map((one) => one.key);
  const key = readRequired(raw, "indicator", report, () => `Give the indicator, one of: ${listKeys(keys())}.`);
  if (key === null) return null;
  const indicator = indicators.find((one) => one.key === key);
  if (indicator === undefined) {
    report.error(
      "indicator",
      "unknown-indicator",
      `There is no indicator ${showValue(key)}.${didYouMean(key, keys())} Use one of: ${listKeys(keys())}.`,
    );
    return null;
  }
  const code = readText(raw, "code", report);
  const state = readText(raw, "state", report);
  return indicator.kind === "state"
    ? { indicator, entry: null, state: checkState(indicator, code, state, report) }
    : { indicator, entry: checkCode(indicator, code, state, registration, report), state: null };
}

function checkCode(
  indicator: Indicator,
  code: string | null,
  state: string | null,
  registration: Registration,
  report: EventReport,
): CodebookEntry | null {
  const keys = indicator.codebook.map((entry) => entry.key);
  if (state !== null && state !== "") {
    const move = code === "" ? ` Put a code in its place: ${listKeys(keys)}.` : "";
    report.error("state", "code-and-state", `${indicator.key} is logged by code, so leave the state empty.${move}`);
    if (code === "") return null;
  }
  if (code === null) return null;
  if (code.trim() === "") {
    report.error("code", "required", `Give the code of what happened, for ${indicator.key} one of: ${listKeys(keys)}.`);
    return null;
  }
  const entry = indicator.codebook.find((one) => one.key === code);
  if (entry !== undefined) return entry;
  const others = registration.indicators.filter((one) => one.codebook.some((line) => line.key === code));
  const belongs = others.length > 0 ? ` It belongs to ${listKeys(others.map((one) => one.key))}.` : "";
  report.error(
    "code",
    "unknown-code",
    `${indicator.key} has no code ${showValue(code)}.${belongs}${didYouMean(code, keys)} Use one of: ${listKeys(keys)}.`,
  );
  return null;
}

function checkState(
  indicator: Indicator,
  code: string | null,
  state: string | null,
  report: EventReport,
): string | null {
  const keys = (indicator.states ?? []).map((level) => level.key);
  if (code !== null && code !== "") {
    const move = state === "" ? ` Put a state in its place: ${listKeys(keys)}.` : "";
    report.error("code", "code-and-state", `${indicator.key} is logged by state, so leave the code empty.${move}`);
    if (state === "") return null;
  }
  if (state === null) return null;
  if (state.trim() === "") {
    report.error("state", "required", `Give the new state of ${indicator.key}, one of: ${listKeys(keys)}.`);
    return null;
  }
  if (keys.includes(state)) return state;
  report.error(
    "state",
    "unknown-state",
    `${indicator.key} has no state ${showValue(state)}.${didYouMean(state, keys)} Use one of: ${listKeys(keys)}.`,
  );
  return null;
}

function didYouMean(value: string, keys: readonly string[]): string {
  const key = suggestKey(value, keys);
  return key === null || key === value ? "" : ` Did you mean ${key}?`;
}
