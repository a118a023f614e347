import { createHash, randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { gzipSync } from "node:zlib";
import { now } from "../../clock";
import type { OldView } from "../../fixtures/old-views";

/** Opens the database of an instance that is not running: two processes never open one. */
export function openStopped(dataDir: string): DatabaseSync {
  const place = join(dataDir, "v3/d1/miniflare-D1DatabaseObject");
  const file = readdirSync(place).find((name) => /^[0-9a-f]+\.sqlite$/.test(name));
  if (file === undefined) throw new Error(`No database in ${place}`);
  return new DatabaseSync(join(place, file));
}

/** Stores a view with a link to it, as the release that froze it did: only the columns that it knew. Gives the token. */
export function storeOld(database: DatabaseSync, { name, bytes, hash }: OldView): string {
  const { slug, revision, asOf } = JSON.parse(bytes.toString()) as { slug: string; revision: number; asOf: string };
  const token = randomBytes(32).toString("base64url");
  database
    .prepare("INSERT INTO views (hash, scenario, revision, as_of, body, kept, created_at) VALUES (?, ?, ?, ?, ?, 1, ?)")
    .run(hash, slug, revision, asOf, gzipSync(bytes), now());
  database
    .prepare("INSERT INTO view_files (view_hash, part, body) VALUES (?, 0, ?)")
    .run(hash, gzipSync("ref,date\nPKRU-0001,2011-05-11\n"));
  database
    .prepare(
      `INSERT INTO snapshots (id, scenario, token_hash, view_hash, revision, as_of, title, note, created_at, created_by,
         withdrawn_reason) VALUES (?, ?, ?, ?, ?, ?, ?, '', ?, 'somebody', '')`,
    )
    .run(
      randomBytes(8).toString("hex"),
      slug,
      createHash("sha256").update(token).digest("hex"),
      hash,
      revision,
      asOf,
      `Frozen by ${name}`,
      now(),
    );
  return token;
}
