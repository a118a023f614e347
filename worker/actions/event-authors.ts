import type { Database } from "../store/database";
import { commitsAt, subjectEntries } from "../store/history";

/** Everybody who wrote a version of an event: none of them may review it. */
export async function eventAuthors(db: Database, slug: string, ref: string): Promise<Set<string>> {
  const entries = await subjectEntries(db, slug, "event", ref);
  const commits = await commitsAt(
    db,
    slug,
    entries.map(({ revision }) => revision),
  );
  return new Set([...commits.values()].map(({ who }) => who));
}
