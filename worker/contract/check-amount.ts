import { AMOUNT_SCOPES, type AmountScope } from "../core/types";
import type { EventReport } from "./event-report";
import { parseUsd } from "./money";
import { type RawEvent, readText } from "./read-field";
import { listKeys } from "./suggest";
import { showValue } from "./text";

/** The amount in cents and whose money it is. `strictScope`: an amount needs a scope (forms ask for it, files may not). */
export function checkAmount(
  raw: RawEvent,
  strictScope: boolean,
  report: EventReport,
): { amountCents: number | null; amountScope: AmountScope | null } {
  const text = readText(raw, "amountUsd", report);
  const scopeText = readText(raw, "amountScope", report);
  const amountCents = text === null || text === "" ? null : checkUsd(text, report);
  const amountScope = scopeText === null || scopeText === "" ? null : checkScope(scopeText, report);
  if (amountScope !== null && text === "") {
    report.warn(
      "amountScope",
      "scope-without-amount",
      "There is a scope but no amount. It is kept and changes nothing.",
    );
  }
  if (strictScope && amountCents !== null && scopeText === "") {
    report.error("amountScope", "required", `Say whose money it is, one of: ${listKeys(AMOUNT_SCOPES)}.`);
  }
  return { amountCents, amountScope };
}

function checkUsd(text: string, report: EventReport): number | null {
  const { cents, problem } = parseUsd(text);
  if (problem !== null)
    report.error("amountUsd", "bad-amount", `The amount ${showValue(text)} cannot be used. ${problem}`);
  return cents;
}

function checkScope(text: string, report: EventReport): AmountScope | null {
  const scope = AMOUNT_SCOPES.find((one) => one === text);
  if (scope !== undefined) return scope;
  report.error(
    "amountScope",
    "bad-scope",
    `There is no scope ${showValue(text)}. Use one of: ${listKeys(AMOUNT_SCOPES)}.`,
  );
  return null;
}
