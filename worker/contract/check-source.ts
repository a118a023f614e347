import { CREDIBILITIES, RELIABILITIES, type Credibility, type Reliability } from "../core/types";
import type { EventReport } from "./event-report";
import { type RawEvent, readRequired, readText } from "./read-field";
import { showValue } from "./text";

/** The Admiralty letter: how reliable the source is. */
export function checkReliability(raw: RawEvent, report: EventReport): Reliability | null {
  const use = "Use one letter from A (reliable) to E (unreliable), or F (cannot be judged).";
  const text = readRequired(raw, "sourceReliability", report, `Grade the source. ${use}`);
  if (text === null) return null;
  const letter = RELIABILITIES.find((one) => one === text);
  if (letter !== undefined) return letter;
  report.error("sourceReliability", "bad-reliability", `${showValue(text)} is no grade of a source. ${use}`);
  return null;
}

/** The Admiralty number: how credible the information is. */
export function checkCredibility(raw: RawEvent, report: EventReport): Credibility | null {
  const use = "Use one number from 1 (confirmed) to 5 (improbable), or 6 (cannot be judged).";
  const text = readRequired(raw, "infoCredibility", report, `Grade the information. ${use}`);
  if (text === null) return null;
  const number = CREDIBILITIES.find((one) => String(one) === text);
  if (number !== undefined) return number;
  report.error("infoCredibility", "bad-credibility", `${showValue(text)} is no grade of information. ${use}`);
  return null;
}

/** A web address, kept as typed; "" where there is none. Other schemes, such as javascript:, never become a link. */
export function checkUrl(raw: RawEvent, report: EventReport): string {
  const text = readText(raw, "sourceUrl", report);
  if (text === null || text === "") return "";
  if (isWebAddress(text)) return text;
  report.error(
    "sourceUrl",
    "bad-url",
    `${showValue(text)} is no web address. It starts with http:// or https:// and has no blanks, such as ` +
      "https://example.org/page. Leave it empty if there is none.",
  );
  return "";
}

export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/\\]\S*$/i.test(text) && URL.canParse(text);
}
