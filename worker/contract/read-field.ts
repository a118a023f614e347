import { EVENT_FIELDS, type EventField } from "./columns";
import type { EventReport } from "./event-report";
import { charLength, codeName, findFlaws, groupDigits, isLineBreak, normaliseLineEnds } from "./text";

/** An event as it comes from a form, the API or a file: members by their API names, not yet looked at. */
export type RawEvent = Record<string, unknown>;

const NUMERIC: readonly EventField[] = ["score", "amountUsd", "infoCredibility"];

/**
 * The text of one field as typed: outer blanks stay, only line ends become `\n`. "" where it is missing or null; null
 * where it was refused, which is then in the report.
 */
export function readText(raw: RawEvent, field: EventField, report: EventReport): string | null {
  const value = Object.hasOwn(raw, field) ? raw[field] : undefined;
  const { name } = EVENT_FIELDS[field];
  if (value === undefined || value === null) return "";
  if (typeof value === "number" && NUMERIC.includes(field)) return String(value);
  if (typeof value !== "string") {
    report.error(
      field,
      "bad-type",
      `The ${name} must be ${NUMERIC.includes(field) ? "a number or a text" : "a text"}.`,
    );
    return null;
  }
  return checkText(normaliseLineEnds(value), field, report);
}

/** The same, with a message where there is nothing but blanks. `ask` is a function where its text costs something. */
export function readRequired(
  raw: RawEvent,
  field: EventField,
  report: EventReport,
  ask: string | (() => string),
): string | null {
  const text = readText(raw, field, report);
  if (text === null || text.trim() !== "") return text;
  report.error(field, "required", typeof ask === "string" ? ask : ask());
  return null;
}

/**
 * Actors come as a list or as one text with semicolons. They are names, not prose, so blanks around them and empty
 * places go: "PAK; RUS;" and ["PAK", "RUS"] are the same list.
 */
export function readActors(raw: RawEvent, report: EventReport): string[] {
  const value = raw.actors;
  if (Array.isArray(value) && !value.every((item) => typeof item === "string")) {
    report.error("actors", "bad-type", "The list of actors must hold texts only.");
    return [];
  }
  const text = readText(Array.isArray(value) ? { actors: value.join(";") } : raw, "actors", report);
  if (text === null) return [];
  return text
    .split(";")
    .map((actor) => actor.trim())
    .filter((actor) => actor !== "");
}

function checkText(text: string, field: EventField, report: EventReport): string | null {
  const spec: { name: string; limit: number; lines?: true } = EVENT_FIELDS[field];
  const name = `The ${spec.name}`;
  if (text.length > spec.limit) {
    const length = charLength(text);
    if (length > spec.limit) {
      const [is, may] = [groupDigits(length), groupDigits(spec.limit)];
      report.error(field, "too-long", `${name} is ${is} characters long; ${may} are allowed. Shorten it.`);
      return null;
    }
  }
  const { control, broken, bidi, hidden } = findFlaws(text, spec.lines ?? false);
  if (control.at > 0) {
    const what = isLineBreak(control.code)
      ? `${name} has a line break at character ${control.at}, but is one line. Take the line break out.`
      : `${name} has a forbidden control character (${codeName(control.code)}) at character ${control.at}. Take it out.`;
    report.error(field, "control-character", what);
    return null;
  }
  if (broken.at > 0) {
    report.error(field, "broken-character", `${name} has half a character at character ${broken.at}. Type it again.`);
    return null;
  }
  if (bidi.at > 0) {
    report.warn(
      field,
      "bidi-control",
      `${name} has an invisible mark that turns the direction of writing (${codeName(bidi.code)}) at character ` +
        `${bidi.at}. It is kept and shown so that it cannot turn the rest of the line; take it out if it is not meant.`,
    );
  }
  if (hidden.at > 0) {
    report.warn(
      field,
      "hidden-character",
      `${name} has a character of no width (${codeName(hidden.code)}) at character ${hidden.at}. It is kept, and a ` +
        "search for the text without it will not find it; take it out if it is not meant.",
    );
  }
  return text;
}
