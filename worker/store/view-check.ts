import { eq } from "drizzle-orm";
import type { Database } from "./database";
import { sha256 } from "./hash";
import { views } from "./schema";
import { viewBytes } from "./views";

/** Stored views whose bytes no longer have the hash that they are filed under. */
export async function corruptViews(db: Database, scenario: string): Promise<string[]> {
  const [hashes] = await db.query.batch([
    db.query.select({ hash: views.hash }).from(views).where(eq(views.scenario, scenario)),
  ]);
  const problems: string[] = [];
  for (const { hash } of hashes) {
    const [[row]] = await db.query.batch([db.query.select().from(views).where(eq(views.hash, hash))]);
    const actual = row ? await hashOf(new Uint8Array(row.body)) : "";
    if (actual !== hash) problems.push(`The stored view ${hash.slice(0, 12)} was changed: its hash differs.`);
  }
  return problems;
}

/** The hash of a stored body, or "" where it is not even readable. */
async function hashOf(body: Uint8Array): Promise<string> {
  try {
    return await sha256(await viewBytes({ body }));
  } catch {
    return "";
  }
}
