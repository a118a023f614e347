import type { ReportContent } from "../core/sources";
import { type AskOptions, askUnlikely, checkOptionalDate } from "./check-date";
import { checkCredibility, checkReliability, checkUrl } from "./check-source";
import { type FieldMessage, newReport } from "./event-report";
import { type RawEvent, readRequired, readText } from "./read-field";

/**
 * Checks a further source of an event. Its members are those of an event's own source, and so are the sentences about
 * them; unknown ones are ignored.
 */
export function checkReport(
  raw: RawEvent,
  latest: string,
  ask: AskOptions = {},
): { content: ReportContent | null; messages: FieldMessage[] } {
  const report = newReport();
  const sourceTitle = readRequired(raw, "sourceTitle", report, "Name the source, such as the headline and the paper.");
  const sourceUrl = checkUrl(raw, report);
  const sourcePublished = checkOptionalDate(raw, "sourcePublished", latest, report);
  const sourceReliability = checkReliability(raw, report);
  const infoCredibility = checkCredibility(raw, report);
  const quote = readText(raw, "quote", report) ?? "";
  askUnlikely({ sourcePublished }, ask, report);
  const { messages } = report;
  const refused = messages.some(({ level }) => level === "error");
  if (refused || sourceTitle === null || sourceReliability === null || infoCredibility === null) {
    return { content: null, messages };
  }
  const content = { sourceTitle, sourceUrl, sourcePublished, sourceReliability, infoCredibility, quote };
  return { content, messages };
}
