import { and, asc, eq, gte, lt } from "drizzle-orm";
import type { Database } from "./database";
import { viewFiles } from "./schema";

/** Parts read at once: at about 200 kB each, far from what a worker may hold. */
const AT_ONCE = 10;

/** The parts of a frozen view's events.csv, gzipped, in order, a few at a time: all of them may be a gigabyte. */
export async function* viewFileParts(db: Database, viewHash: string): AsyncGenerator<Uint8Array> {
  for (let from = 0; ; from += AT_ONCE) {
    const [rows] = await db.query.batch([
      db.query
        .select()
        .from(viewFiles)
        .where(and(eq(viewFiles.viewHash, viewHash), gte(viewFiles.part, from), lt(viewFiles.part, from + AT_ONCE)))
        .orderBy(asc(viewFiles.part)),
    ]);
    for (const { body } of rows) yield new Uint8Array(body);
    if (rows.length < AT_ONCE) return;
  }
}
