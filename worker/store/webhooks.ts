import type { HappeningKind } from "../core/happenings";
import { insertRows } from "./bulk";
import { wrote, type Database } from "./database";
import { webhookDeliveries, webhooks, type DELIVERY_STATES } from "./schema";

export type WebhookRow = typeof webhooks.$inferSelect;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** More addresses than these for one scenario are a mistake; each costs the schedule time. */
export const MAX_WEBHOOKS = 10;

/** A webhook as it is listed: without its secret. */
export interface ListedWebhook {
  id: string;
  url: string;
  kinds: HappeningKind[];
  createdAt: number;
  createdBy: string;
  waiting: number;
  delivered: number;
  failed: number;
  /** What came of the last try; of several in one run, one that failed before one that arrived. */
  last: { key: string; state: DeliveryState; at: number; said: string } | null;
}

/**
 * Adds a webhook, and notes what has happened by now, so that none of it is sent; all or nothing. False if the scenario
 * has as many as it may.
 */
export async function insertWebhook(db: Database, row: WebhookRow, happened: readonly string[]): Promise<boolean> {
  const [added] = await db.d1.batch([
    db.d1
      .prepare(
        `INSERT INTO webhooks (id, scenario, url, kinds, secret, origin, created_by, created_at)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
         WHERE (SELECT count(*) FROM webhooks WHERE scenario = ?2) < ${MAX_WEBHOOKS}
         RETURNING id`,
      )
      .bind(row.id, row.scenario, row.url, row.kinds, row.secret, row.origin, row.createdBy, row.createdAt),
    db.d1
      .prepare(
        `INSERT INTO webhook_deliveries (webhook, key, state, tries, next_at, changed_at, said)
         SELECT ?1, value, 'before', 0, 0, ?3, '' FROM json_each(?2) WHERE EXISTS (SELECT 1 FROM webhooks WHERE id = ?1)`,
      )
      .bind(row.id, JSON.stringify(happened), row.createdAt),
  ]);
  return wrote(added);
}

/** Removes a webhook with all that was sent or waits; false if there is none of this id in the scenario. */
export async function deleteWebhook(db: Database, scenario: string, id: string): Promise<boolean> {
  const [removed] = await db.d1.batch([
    db.d1.prepare("DELETE FROM webhooks WHERE id = ?1 AND scenario = ?2 RETURNING id").bind(id, scenario),
    db.d1
      .prepare(
        "DELETE FROM webhook_deliveries WHERE webhook = ?1 AND NOT EXISTS (SELECT 1 FROM webhooks WHERE id = ?1)",
      )
      .bind(id),
  ]);
  return wrote(removed);
}

/** The webhooks of a scenario with their secrets, for whoever sends. */
export async function findWebhooks(db: Database, scenario: string): Promise<WebhookRow[]> {
  const [found] = await db.d1.batch<WebhookRow>([
    db.d1
      .prepare(
        `SELECT id, scenario, url, kinds, secret, origin, created_by AS createdBy, created_at AS createdAt
         FROM webhooks WHERE scenario = ?1 ORDER BY created_at, id`,
      )
      .bind(scenario),
  ]);
  return found?.results ?? [];
}

interface ListedRow extends Omit<ListedWebhook, "kinds" | "last"> {
  kinds: string;
  last: string | null;
}

/** The webhooks of a scenario with how their deliveries stand, oldest first; with `id`, that one. */
export async function listWebhooks(db: Database, scenario: string, id: string | null = null): Promise<ListedWebhook[]> {
  const count = (state: DeliveryState): string =>
    `(SELECT count(*) FROM webhook_deliveries WHERE webhook = w.id AND state = '${state}') AS ${state}`;
  const [found] = await db.d1.batch<ListedRow>([
    db.d1
      .prepare(
        `SELECT w.id, w.url, w.kinds, w.created_at AS createdAt, w.created_by AS createdBy,
           ${count("waiting")}, ${count("delivered")}, ${count("failed")},
           (SELECT json_object('key', key, 'state', state, 'at', changed_at, 'said', said) FROM webhook_deliveries
            WHERE webhook = w.id AND said <> ''
            ORDER BY changed_at DESC, state = 'gone', state = 'delivered', key LIMIT 1) AS last
         FROM webhooks AS w WHERE w.scenario = ?1 AND (?2 IS NULL OR w.id = ?2) ORDER BY w.created_at, w.id`,
      )
      .bind(scenario, id),
  ]);
  return (found?.results ?? []).map(({ kinds, last, ...row }) => ({
    ...row,
    kinds: JSON.parse(kinds),
    last: last === null ? null : JSON.parse(last),
  }));
}

/** Notes happenings that are to be sent; those noted before stay as they are. */
export async function queueDeliveries(
  db: Database,
  fresh: readonly { webhook: string; key: string }[],
  now: number,
): Promise<void> {
  if (fresh.length === 0) return;
  const rows = fresh.map(({ webhook, key }) => ({
    webhook,
    key,
    state: "waiting" as const,
    tries: 0,
    nextAt: now,
    changedAt: now,
    said: "",
  }));
  await db.d1.batch(insertRows(db.d1, webhookDeliveries, rows, `("webhook", "key") DO NOTHING`));
}
