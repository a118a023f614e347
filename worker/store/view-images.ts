import { eq } from "drizzle-orm";
import type { Database } from "./database";
import { viewImages } from "./schema";

/** Stores the preview image (PNG) of a frozen view; the first one stays. */
export function storeImageStatement(d1: D1Database, hash: string, body: Uint8Array): D1PreparedStatement {
  return d1
    .prepare("INSERT INTO view_images (view_hash, body) VALUES (?1, ?2) ON CONFLICT (view_hash) DO NOTHING")
    .bind(hash, body);
}

/** The preview image of a frozen view, or null where it has none: one of before there were any. */
export async function readImage(db: Database, hash: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const [[row]] = await db.query.batch([db.query.select().from(viewImages).where(eq(viewImages.viewHash, hash))]);
  return row ? new Uint8Array(row.body) : null;
}
