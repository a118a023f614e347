import { and, asc, eq } from "drizzle-orm";
import { insertRows, replaceColumns } from "./bulk";
import type { Database } from "./database";
import type { CommentRow } from "./discussion-rows";
import { comments } from "./schema";

const KEY = ["scenario", "event", "number"];
const UPSERT = `("scenario", "event", "number") DO UPDATE SET ${replaceColumns(comments, KEY)}`;

/** All comments on an event in the order written, also those taken back: a number is never used twice. */
export async function commentsOf(db: Database, scenario: string, event: string): Promise<CommentRow[]> {
  const [rows] = await db.query.batch([
    db.query
      .select()
      .from(comments)
      .where(and(eq(comments.scenario, scenario), eq(comments.event, event)))
      .orderBy(asc(comments.number)),
  ]);
  return rows;
}

export function commentStatements(d1: D1Database, row: CommentRow): D1PreparedStatement[] {
  return insertRows(d1, comments, [row], UPSERT);
}
