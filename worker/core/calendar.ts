/** iCalendar (RFC 5545): what is due when, as whole days. The same deadlines give the same bytes. */
import { ICalCalendar, ICalEventTransparency } from "ical-generator";
import { instantOfDay } from "./days";
import { feedLine, feedText } from "./feed-text";
import type { Deadline } from "./deadlines";

export interface CalendarFacts {
  /** Host of the instance and what the calendar is of, as in its feed: with a deadline's key they make its id. */
  host: string;
  of: string;
  title: string;
  /** The page that it is about. */
  page: string;
}

/**
 * A calendar of whole days, in the order given; it takes up nobody's time. Source: RFC 5545.
 *
 * @example calendarFile({ host: "example.org", of: "scenario/s", title: "Ties", page: "https://example.org/scenarios/s" }, [])
 * // "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n...END:VCALENDAR\r\n"
 */
export function calendarFile({ host, of, title, page }: CalendarFacts, deadlines: readonly Deadline[]): string {
  const calendar = new ICalCalendar({
    // The library writes a name as it is: what would split it must not be in it.
    name: feedLine(title).replaceAll(/[\\;,]/g, " "),
    prodId: { company: "Signpost", product: "Deadlines", language: "EN" },
  });
  for (const { key, day, setOn, title: summary, text } of deadlines) {
    calendar.createEvent({
      id: `${of}/${key}@${host}`,
      stamp: new Date(instantOfDay(setOn)),
      start: new Date(instantOfDay(day)),
      timezone: "UTC",
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: feedLine(summary),
      description: feedText(text),
      url: page,
    });
  }
  return `${calendar.toString()}\r\n`;
}
