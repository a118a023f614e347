/** Bodies and queries of imports in parts. A schema's name is also its type. */
import * as v from "valibot";
import { PART_ROWS } from "../core/part-rows";
import { TEXT_LIMIT, TITLE_LIMIT } from "./columns";
import { ImportQuery } from "./requests";
import { namedBy, text, wholeIn } from "./schema-parts";

/** Of 50 rows each they hold 50,000. */
export const MAX_PARTS = 1000;

export const StagedImportInput = v.object({
  /** The file's name, for the person who sees the import listed. */
  name: v.optional(text({ limit: TITLE_LIMIT, optional: true }), ""),
  naming: v.optional(v.picklist(["column", "member"], "Write column or member."), "member"),
  /** References that stand in rows to come: rows without one get numbers above theirs. */
  refs: v.optional(
    v.pipe(
      v.array(text({ limit: TEXT_LIMIT }), "Write a list of references."),
      v.maxLength(100, "At most 100 references: of each kind the one with the highest number is enough."),
    ),
    [],
  ),
});
export type StagedImportInput = v.InferOutput<typeof StagedImportInput>;

const line = wholeIn(1, 10_000_000);
const cellCount = wholeIn(0, 1_000_000);

/** A row of a part: an event, or a row of a file that could not be taken apart. */
const PartRow = v.union(
  [
    v.object({ line, event: namedBy(v.string(), v.unknown()) }),
    v.object({ line, cells: cellCount, columns: cellCount }),
  ],
  "Write {line, event: {...}}, or {line, cells, columns} for a row whose cells do not fit its columns.",
);

export const PartInput = v.object({
  part: wholeIn(0, MAX_PARTS - 1),
  rows: v.pipe(
    v.array(PartRow, "Write a list of rows."),
    v.minLength(1, "Send at least one row."),
    v.maxLength(PART_ROWS, `At most ${PART_ROWS} rows a part.`),
  ),
});
export type PartInput = v.InferOutput<typeof PartInput>;

/** The decisions of a whole import; looking at it in parts is a request of its own, and dates are confirmed with their part. */
export const StagedImportQuery = v.omit(ImportQuery, ["dryRun", "confirmDate", "clientId"]);
export type StagedImportQuery = v.InferOutput<typeof StagedImportQuery>;
