import type { EventContent } from "./types";

/**
 * Rows of an import's part: what can be checked and hashed within the 10 ms of a free plan's request. Stored rows have
 * their places by it: part 2 begins at place 200.
 */
export const PART_ROWS = 100;

/** Rows of an import in one request, as a file or in JSON: to check, hash and write them takes more than a second. */
export const ROWS_AT_ONCE = 5000;

/** A row of a part that will be written. */
export interface PartRow {
  /** Place in the part. */
  index: number;
  line: number;
  op: "record" | "correct";
  ref: string | null;
  content: EventContent;
  key: string;
  changed: string;
}
