import type { Report } from "./types";

/** What a further source of an event says: everything but which event it belongs to. */
export type ReportContent = Omit<Report, "event" | "number">;

type Source = Pick<Report, "sourceTitle" | "sourceUrl">;

/**
 * Whether a source is one that is given already: the same address or, for one without an address, the same title.
 *
 * @example isSameSource({ sourceTitle: "Dawn", sourceUrl: "" }, { sourceTitle: "Dawn", sourceUrl: "https://dawn.com/1" }) // true
 */
export function isSameSource(added: Source, given: Source): boolean {
  return added.sourceUrl === "" ? added.sourceTitle === given.sourceTitle : added.sourceUrl === given.sourceUrl;
}
