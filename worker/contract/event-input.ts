import type { EventContent, Registration } from "../core/types";
import { checkAmount } from "./check-amount";
import { type AskOptions, askUnlikely, checkEventDate, checkOptionalDate } from "./check-date";
import { checkIndicator } from "./check-indicator";
import { checkScore } from "./check-score";
import { checkCredibility, checkReliability, checkUrl } from "./check-source";
import { type FieldMessage, newReport } from "./event-report";
import { type RawEvent, readActors, readRequired, readText } from "./read-field";

export interface CheckOptions extends AskOptions {
  /** The last day that has begun anywhere, `YYYY-MM-DD`; nothing may have happened after it. */
  latest: string;
  /** Whether an amount needs a scope, as it does in a form (ruling 36). */
  strictScope?: boolean;
}

export interface CheckedEvent {
  /** Null if any message is an error. */
  content: EventContent | null;
  messages: FieldMessage[];
}

/**
 * Checks one event as it comes from a form, the API or a file and makes its content of it. Members are named as in the
 * API; unknown ones are ignored. Keys are compared exactly and texts are kept as typed (ruling 33): only line ends
 * become `\n`, and blanks around the names of actors go. Whether `follows` exists is for the caller to check.
 *
 * `{score: "3.8", ...}` on a codebook score of 2.8 gives `score10: 38`; `"2.8"` gives `score10: null` (ruling 32).
 */
export function checkEvent(raw: RawEvent, registration: Registration, options: CheckOptions): CheckedEvent {
  const report = newReport();
  const date = checkEventDate(raw, options.latest, report);
  const checked = checkIndicator(raw, registration, report);
  const title = readRequired(raw, "title", report, "Say in one line what happened.");
  const score = checkScore(raw, checked, report);
  const amount = checkAmount(raw, options.strictScope ?? false, report);
  const actors = readActors(raw, report);
  const location = readText(raw, "location", report);
  const sourceTitle = readRequired(raw, "sourceTitle", report, "Name the source, such as the headline and the paper.");
  const sourceUrl = checkUrl(raw, report);
  const sourcePublished = checkOptionalDate(raw, "sourcePublished", options.latest, report);
  const sourceReliability = checkReliability(raw, report);
  const infoCredibility = checkCredibility(raw, report);
  const notes = readText(raw, "notes", report);
  const follows = readText(raw, "follows", report);
  const project = readText(raw, "project", report);
  const plannedFor = checkOptionalDate(raw, "plannedFor", null, report);
  const quote = readText(raw, "quote", report);
  askUnlikely({ ...(date === null ? {} : { date }), sourcePublished, plannedFor }, options, report);

  const { messages } = report;
  const refused = messages.some((message) => message.level === "error");
  if (refused || date === null || checked === null || title === null || sourceTitle === null) {
    return { content: null, messages };
  }
  if (sourceReliability === null || infoCredibility === null) return { content: null, messages };
  return {
    content: {
      date,
      indicator: checked.indicator.key,
      code: checked.entry?.key ?? null,
      state: checked.state,
      title,
      ...score,
      ...amount,
      project: project ?? "",
      plannedFor,
      actors,
      location: location ?? "",
      sourceTitle,
      sourceUrl,
      sourcePublished,
      sourceReliability,
      infoCredibility,
      notes: notes ?? "",
      follows: follows === "" ? null : follows,
      quote: quote ?? "",
    },
    messages,
  };
}
