/** Queries of what the log form looks up while an event is typed; any part may still be empty. */
import * as v from "valibot";
import { TEXT_LIMIT, TITLE_LIMIT } from "./columns";
import { DayOrMonth, text } from "./schema-parts";

const typed = (limit: number) => v.optional(text({ limit, optional: true }), "");

export const SimilarQuery = v.object({
  indicator: typed(TEXT_LIMIT),
  code: typed(TEXT_LIMIT),
  date: v.optional(v.union([v.literal(""), DayOrMonth]), ""),
  title: typed(TITLE_LIMIT),
  sourceUrl: typed(TEXT_LIMIT),
});
export type SimilarQuery = v.InferOutput<typeof SimilarQuery>;

export const SourceQuery = v.object({ url: typed(TEXT_LIMIT) });
export type SourceQuery = v.InferOutput<typeof SourceQuery>;
