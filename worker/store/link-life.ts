import { and, eq, isNull, sql, type SQL } from "drizzle-orm";
import type { LinkNotice } from "../core/sharing";
import { wrote, type Database } from "./database";
import { snapshots } from "./schema";
import type { SnapshotRow } from "./snapshots";

/** More notices than these make no page more honest. */
export const MAX_NOTICES = 20;

/** What is to be another; what is left out stays. */
export interface LinkChange {
  title?: string | undefined;
  note?: string | undefined;
  /** When it was paused; null: it goes on. */
  pausedAt?: number | null | undefined;
  expiresAt?: number | null | undefined;
  viewCap?: number | null | undefined;
  passphraseMac?: string | null | undefined;
  since?: boolean | undefined;
  feeds?: boolean | undefined;
  /** Added to those there are, by the database: of two that are written at once none is lost. */
  notice?: LinkNotice | undefined;
}

/** Changes a link at once and whole; null, and nothing is changed, if it is withdrawn or can carry no more notices. */
export async function updateLink(db: Database, id: string, change: LinkChange): Promise<SnapshotRow | null> {
  const { pausedAt, notice, ...same } = change;
  const { notices } = snapshots;
  const [[row]] = await db.query.batch([
    db.query
      .update(snapshots)
      .set({
        ...same,
        // Pausing twice keeps the first moment.
        ...(pausedAt !== undefined && {
          pausedAt: pausedAt === null ? null : sql`coalesce(${snapshots.pausedAt}, ${pausedAt})`,
        }),
        ...(notice && { notices: sql`json_insert(${notices}, '$[#]', json(${JSON.stringify(notice)}))` }),
      })
      .where(and(open(id), notice && sql`json_array_length(${notices}) < ${MAX_NOTICES}`))
      .returning(),
  ]);
  return row ?? null;
}

/** Puts another token in the old one's place; null if the link is withdrawn. */
export async function replaceToken(db: Database, id: string, tokenHash: string): Promise<SnapshotRow | null> {
  const [[row]] = await db.query.batch([db.query.update(snapshots).set({ tokenHash }).where(open(id)).returning()]);
  return row ?? null;
}

function open(id: string): SQL | undefined {
  return and(eq(snapshots.id, id), isNull(snapshots.withdrawnAt));
}

/** A second link to what another one shows; revision and as-of date are given where it is live. */
export interface LinkCopy {
  id: string;
  tokenHash: string;
  by: string;
  now: number;
  passphraseMac: string | null;
  current: { revision: number; asOf: string } | null;
}

/**
 * Copies a link as it stands at this instant, its notices too, under its own token and passphrase; false if it is not open
 * any more, or if a passphrase was given to it or taken from it since the new one was made.
 */
export async function copyLink(db: Database, source: string, copy: LinkCopy): Promise<boolean> {
  const { id, tokenHash, by, now, passphraseMac, current } = copy;
  const statement = db.d1.prepare(
    `INSERT INTO snapshots (id, token_hash, created_by, created_at, passphrase_mac, revision, as_of,
       scenario, purpose, fields, view_hash, title, note, expires_at, view_cap, since, feeds, notices, withdrawn_reason)
     SELECT ?2, ?3, ?4, ?5, ?6, coalesce(?7, revision), coalesce(?8, as_of),
       scenario, purpose, fields, view_hash, title, note, expires_at, view_cap, since, feeds, notices, ''
     FROM snapshots
     WHERE id = ?1 AND withdrawn_at IS NULL AND paused_at IS NULL AND (expires_at IS NULL OR expires_at > ?5)
       AND (passphrase_mac IS NULL) = (?6 IS NULL)
     RETURNING id`,
  );
  const bound = statement.bind(
    source,
    id,
    tokenHash,
    by,
    now,
    passphraseMac,
    current?.revision ?? null,
    current?.asOf ?? null,
  );
  const [result] = await db.d1.batch([bound]);
  return wrote(result);
}
