import { listLabel } from "../../worker/core/labels";
import type { SharedField, SharedFields } from "../../worker/core/sharing";

/** What each field holds, as a reader would name it. */
const NAMES: [SharedField, string][] = [
  ["sources", "titles and addresses of sources"],
  ["monthNote", "the analysts' note on the newest month"],
  ["notes", "notes and reasons on events and outcomes"],
  ["names", "the analysts' names"],
  ["forecasts", "the analysts' own forecasts"],
];

/**
 * What a publisher kept back, so that nobody takes what is missing for what was never there; "" where all goes along.
 *
 * @example leftOut({ sources: true, monthNote: true, notes: true, names: false, forecasts: false })
 * // "Not part of this page: the analysts' names and the analysts' own forecasts."
 */
export function leftOut(fields: SharedFields): string {
  const kept = NAMES.filter(([field]) => !fields[field]).map(([, name]) => name);
  return kept.length === 0 ? "" : `Not part of this page: ${listLabel(kept)}.`;
}
