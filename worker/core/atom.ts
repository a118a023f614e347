/** Atom (RFC 4287): the same happenings give the same bytes. */
import XMLBuilder from "fast-xml-builder";
import { instantOfDay } from "./days";
import { feedLine, feedText } from "./feed-text";
import type { Happening } from "./happenings";
import type { ScenarioView } from "./view-types";

/** More than feed readers keep; older ones they have seen. */
const MOST_ENTRIES = 100;
/** From this day on the tags below are ours to give (RFC 4151); it never changes, or readers would see all entries anew. */
const TAG_DAY = "2026-01-01";

export interface FeedFacts {
  /** Host of the instance: the authority of the ids. */
  host: string;
  /** What the feed is of, unique on the host and for good: "scenario/SLUG" or "link/ID". */
  of: string;
  title: string;
  /** What readers have to know of all entries; null where that is nothing. */
  subtitle: string | null;
  author: string;
  /** The feed's own address, and that of the page that it is about. */
  self: string;
  page: string;
  /** Epoch milliseconds: when it was last changed if it tells nothing yet. */
  since: number;
}

/**
 * When a feed that tells nothing yet was last changed: the day of registration, or today where that is still to come.
 *
 * @example sinceOf({ registeredOn: "2027-02-01" }, "2026-11-30") // the instant at which 30 November 2026 begins
 */
export function sinceOf({ registeredOn }: Pick<ScenarioView, "registeredOn">, today: string): number {
  return instantOfDay(registeredOn < today ? registeredOn : today);
}

/** A text is only ever an element's characters or an attribute's value: the library writes every sign of markup in it out. */
const builder = new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true });

/**
 * A feed of happenings as given, newest first; at most 100 of them. Source: RFC 4287.
 *
 * @example atomFeed({ host: "example.org", of: "scenario/s", ... }, [])
 * // '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n  <id>tag:example.org,2026-01-01:scenario/s</id>...'
 */
export function atomFeed(facts: FeedFacts, happenings: readonly Happening[]): string {
  const id = `tag:${facts.host},${TAG_DAY}:${facts.of}`;
  const shown = happenings.slice(0, MOST_ENTRIES);
  return builder.build({
    "?xml": { "@_version": "1.0", "@_encoding": "utf-8" },
    feed: {
      "@_xmlns": "http://www.w3.org/2005/Atom",
      id,
      title: feedLine(facts.title),
      ...(facts.subtitle !== null && { subtitle: feedLine(facts.subtitle) }),
      updated: instantText(Math.max(facts.since, ...shown.map(({ at }) => at))),
      author: { name: feedLine(facts.author) },
      link: [
        { "@_rel": "self", "@_type": "application/atom+xml", "@_href": facts.self },
        { "@_rel": "alternate", "@_type": "text/html", "@_href": facts.page },
      ],
      entry: shown.map(({ key, at, title, text }) => ({
        id: `${id}/${key}`,
        title: feedLine(title),
        updated: instantText(at),
        link: { "@_rel": "alternate", "@_type": "text/html", "@_href": facts.page },
        content: { "@_type": "text", "#text": feedText(text) },
      })),
    },
  });
}

/** To the second, in UTC, as RFC 3339 writes it. */
function instantText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
