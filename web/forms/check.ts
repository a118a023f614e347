/** The shared check of the contract, with its messages in the form's words and under the form's fields. */
import { checkEvent } from "../../worker/contract/event-input";
import type { Registration } from "../../worker/core/types";
import type { ViewIndicator } from "../../worker/core/view-types";
import type { FieldError } from "../lib/api";
import type { Days } from "../lib/clock";
import { readForm } from "./event-input";
import type { EventMembers } from "./event-input";
import { isFieldName } from "./values";
import type { FieldName, FieldProblems, FormValues } from "./values";

/** Files are asked for keys; somebody who sees labels is not. */
const REQUIRED: Partial<Record<FieldName, string>> = {
  indicator: "Choose what kind of event it is.",
  code: "Choose the line that fits what happened.",
  state: "Choose the new state.",
  amountScope: "Say what the amount is: amounts of different kinds are never added up.",
  sourceTitle: "Name the source: its headline, and who published it.",
  sourceReliability: "Choose a letter. F if it cannot be judged.",
  infoCredibility: "Choose how sure it is. 6 if it cannot be judged.",
  reason: "Say why, in a few words.",
};

const inFormWords = (field: FieldName, kind: string, text: string): string =>
  (kind === "required" ? REQUIRED[field] : undefined) ?? text;

export interface CheckedForm {
  members: EventMembers;
  problems: FieldProblems;
  /** What does not stand in the way of saving, such as an invisible direction mark. */
  warnings: string[];
}

export function checkForm(
  values: FormValues,
  indicator: ViewIndicator | undefined,
  registration: Registration,
  days: Days,
): CheckedForm {
  const { members, problems: unread } = readForm(values, indicator, days);
  const { messages } = checkEvent(members, registration, { latest: days.latest, strictScope: true });
  const problems: FieldProblems = {};
  for (const { field, level, kind, text } of messages) {
    if (level === "error" && isFieldName(field)) problems[field] ??= inFormWords(field, kind, text);
  }
  const warnings = messages.filter(({ level }) => level === "warning").map(({ text }) => text);
  return { members, problems: { ...problems, ...unread }, warnings };
}

/** The server's problems by field, and those about none of the form's fields as one text. */
export function problemsByField(errors: FieldError[]): { problems: FieldProblems; other: string[] } {
  const problems: FieldProblems = {};
  const other: string[] = [];
  for (const { field, code, message } of errors) {
    if (isFieldName(field)) problems[field] ??= inFormWords(field, code, message);
    else other.push(message);
  }
  return { problems, other };
}

/** A correction or retraction says why. */
export function reasonProblem(reason: string): FieldProblems {
  return reason.trim() === "" ? { reason: inFormWords("reason", "required", "") } : {};
}
