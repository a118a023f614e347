import { type FieldMessage, newReport } from "./event-report";
import { type RawEvent, readText } from "./read-field";
import { showValue } from "./text";

/** References are part of addresses: letters and digits of any script, then also `.`, `_`, `:` and `-`. */
const REF = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._:-]*$/u;

export interface CheckedRef {
  /** Null where there is none or it cannot be used. */
  ref: string | null;
  valid: boolean;
  messages: FieldMessage[];
}

/** The reference that a row gives its event. None is fine: the server then gives one. */
export function checkRef(raw: RawEvent): CheckedRef {
  const report = newReport();
  const text = readText(raw, "ref", report);
  const { messages } = report;
  if (text === null) return { ref: null, valid: false, messages };
  if (text === "") return { ref: null, valid: true, messages };
  if (REF.test(text)) return { ref: text, valid: true, messages };
  const use = "Use letters, digits, points, hyphens, colons and underscores, such as TRIP-2013-04.";
  report.error("ref", "bad-ref", `The reference ${showValue(text)} cannot be part of an address. ${use}`);
  return { ref: null, valid: false, messages };
}
