import type { EventsQuery } from "../contract/requests";
import { DomainError } from "../core/errors";
import type { StoredEvent } from "../store/event-rows";
import type { EventCursor, EventFilter } from "../store/events";
import type { Names } from "./respond";

/** A query's filters as the store takes them; an analyst is named, the store knows ids. */
export function filterOf(query: Omit<EventsQuery, "limit" | "cursor" | "count">, names: Names): EventFilter {
  const { indicator, code, from, to, grade, by, review, q } = query;
  const ids = [...names].filter(([, name]) => name === by).map(([id]) => id);
  return { indicator, code, from, to, grade, q, review, by: by === undefined ? undefined : [by, ...ids] };
}

/** Where the next page starts, opaque to the caller. */
export function cursorAfter(page: StoredEvent[]): string | null {
  const last = page.at(-1);
  return last ? `${last.date}~${encodeURIComponent(last.ref)}` : null;
}

export function readCursor(cursor: string | undefined): EventCursor | undefined {
  if (cursor === undefined) return undefined;
  const [date, ref] = cursor.split("~");
  if (!date || !ref) throw new DomainError("invalid", "Take the cursor as the page before gave it.", "cursor");
  return { date, ref: safeDecode(ref) };
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new DomainError("invalid", "Take the cursor as the page before gave it.", "cursor");
  }
}
