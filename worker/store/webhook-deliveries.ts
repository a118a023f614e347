import type { Database } from "./database";
import type { DeliveryState } from "./webhooks";

/** While one run sends, no other does; if it breaks off, the next one may after this time: longer than any run lasts. */
const CLAIM_MS = 300_000;

/** The happenings that a scenario's webhooks have heard of or will, whatever became of them, by webhook. */
export async function knownKeys(db: Database, scenario: string): Promise<Map<string, Set<string>>> {
  const [found] = await db.d1.batch<{ webhook: string; key: string }>([
    db.d1
      .prepare(
        `SELECT d.webhook, d.key FROM webhooks AS w JOIN webhook_deliveries AS d ON d.webhook = w.id
         WHERE w.scenario = ?1`,
      )
      .bind(scenario),
  ]);
  const known = new Map<string, Set<string>>();
  for (const { webhook, key } of found?.results ?? []) known.set(webhook, (known.get(webhook) ?? new Set()).add(key));
  return known;
}

/** A delivery that this run has; `tries` counts the one that it is taken for. */
export interface Claimed {
  webhook: string;
  key: string;
  tries: number;
}

/**
 * Takes what is due of a scenario for this run, at most so many, and counts the tries. What is longest due comes first, and
 * the webhooks take turns, so that one that fails does not keep the others waiting. Of two runs each gets others.
 */
export async function claimDue(db: Database, scenario: string, now: number, most: number): Promise<Claimed[]> {
  const [claimed] = await db.d1.batch<Claimed>([
    db.d1
      .prepare(
        `UPDATE webhook_deliveries SET tries = tries + 1, next_at = ?2 + ${CLAIM_MS}
         WHERE (webhook, key) IN (
           SELECT d.webhook, d.key FROM webhooks AS w JOIN webhook_deliveries AS d ON d.webhook = w.id
           WHERE w.scenario = ?1 AND d.state = 'waiting' AND d.next_at <= ?2
           ORDER BY d.next_at, d.key, d.webhook LIMIT ?3)
         RETURNING webhook, key, tries`,
      )
      .bind(scenario, now, most),
  ]);
  return claimed?.results ?? [];
}

/** What came of a try; `nextAt` is when the next one is due, and 0 where none is. */
export interface Outcome {
  state: DeliveryState;
  nextAt: number;
  said: string;
}

export async function noteOutcome(
  db: Database,
  { webhook, key, now }: { webhook: string; key: string; now: number },
  { state, nextAt, said }: Outcome,
): Promise<void> {
  await db.d1.batch([
    db.d1
      .prepare(
        `UPDATE webhook_deliveries SET state = ?3, next_at = ?4, changed_at = ?5, said = ?6
         WHERE webhook = ?1 AND key = ?2 AND state = 'waiting'`,
      )
      .bind(webhook, key, state, nextAt, now, said),
  ]);
}

/** Makes what has failed due again, with all its tries; when the last one was stays as it is. */
export async function retryFailed(db: Database, webhook: string, now: number): Promise<void> {
  await db.d1.batch([
    db.d1
      .prepare(
        `UPDATE webhook_deliveries SET state = 'waiting', tries = 0, next_at = ?2
         WHERE webhook = ?1 AND state = 'failed'`,
      )
      .bind(webhook, now),
  ]);
}

/** How many messages to any webhook were given up. */
export async function countFailed(db: Database): Promise<number> {
  const statement = db.d1.prepare("SELECT count(*) AS count FROM webhook_deliveries WHERE state = 'failed'");
  const [found] = await db.d1.batch<{ count: number }>([statement]);
  return found?.results[0]?.count ?? 0;
}
