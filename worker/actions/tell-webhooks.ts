import type { Happening, HappeningKind } from "../core/happenings";
import { nextTryAt } from "../core/webhook-retry";
import type { Database } from "../store/database";
import { claimDue, knownKeys, noteOutcome, type Claimed, type Outcome } from "../store/webhook-deliveries";
import { findWebhooks, queueDeliveries, type WebhookRow } from "../store/webhooks";
import { postWebhook, type Send } from "./post-webhook";
import { scenarioHappenings } from "./scenario-happenings";

export interface Telling {
  slug: string;
  /** `YYYY-MM-DD` by the server's clock, UTC. */
  today: string;
  now: number;
  send: Send;
  /** How many may be sent in this run: each is a request of its own, of which a free plan's run has fifty. */
  most: number;
}

/** As many as a worker may have open at once, less one: so five that do not answer cost ten seconds, not fifty. */
const AT_ONCE = 5;

/**
 * Tells a scenario's webhooks what is new to them, and tries again what is due. Safe to run twice at once: each delivery
 * is taken by one of them. Where there is no webhook it costs one query. Gives how many tries were made.
 */
export async function tellWebhooks(db: Database, telling: Telling): Promise<number> {
  const { slug, now, most } = telling;
  const hooks = new Map((await findWebhooks(db, slug)).map((hook) => [hook.id, hook]));
  if (hooks.size === 0) return 0;
  const { view, happenings } = await scenarioHappenings(db, telling);
  await queueDeliveries(db, freshOf([...hooks.values()], happenings, await knownKeys(db, slug)), now);
  let tries = 0;
  while (tries < most) {
    const claimed = await claimDue(db, slug, now, Math.min(AT_ONCE, most - tries));
    if (claimed.length === 0) break;
    tries += claimed.length;
    await Promise.all(
      claimed.map(async (one) => {
        const hook = hooks.get(one.webhook);
        // Added since this run began: the next one tells it.
        if (hook)
          await deliver(db, telling, hook, {
            ...one,
            happening: happenings.find(({ key }) => key === one.key),
            title: view.title,
          });
      }),
    );
  }
  return tries;
}

/** What each webhook has not heard of, of the kinds that it hears of. */
function freshOf(
  hooks: readonly WebhookRow[],
  happenings: readonly Happening[],
  known: ReadonlyMap<string, ReadonlySet<string>>,
): { webhook: string; key: string }[] {
  return hooks.flatMap(({ id, kinds }) => {
    const wanted: HappeningKind[] = JSON.parse(kinds);
    return happenings
      .filter(({ kind, key }) => wanted.includes(kind) && !known.get(id)?.has(key))
      .map(({ key }) => ({ webhook: id, key }));
  });
}

interface Delivery extends Claimed {
  /** Undefined: it is no longer so, by today's records. */
  happening: Happening | undefined;
  title: string;
}

async function deliver(db: Database, telling: Telling, hook: WebhookRow, delivery: Delivery): Promise<void> {
  const at = { webhook: hook.id, key: delivery.key, now: telling.now };
  await noteOutcome(db, at, await outcomeOf(telling, hook, delivery));
}

async function outcomeOf(
  { now, send }: Telling,
  hook: WebhookRow,
  { key, happening, title, tries }: Delivery,
): Promise<Outcome> {
  if (!happening) return { state: "gone", nextAt: 0, said: "It is no longer so: nothing was sent." };
  const body = JSON.stringify(messageOf(hook, title, happening));
  const { url, secret } = hook;
  const message = { url, secret, delivery: `${hook.id}/${key}`, event: happening.kind, body, now };
  const { delivered, said } = await postWebhook(send, message);
  if (delivered) return { state: "delivered", nextAt: 0, said };
  const nextAt = nextTryAt(tries, now);
  return nextAt === null ? { state: "failed", nextAt: 0, said } : { state: "waiting", nextAt, said };
}

/** What is sent of a happening. */
function messageOf({ id, scenario, origin }: WebhookRow, title: string, happening: Happening): object {
  const { key, kind, month, at, title: headline, text } = happening;
  return {
    delivery: `${id}/${key}`,
    event: kind,
    scenario,
    scenarioTitle: title,
    month,
    at: new Date(at).toISOString(),
    title: headline,
    text,
    page: `${origin}/scenarios/${scenario}`,
  };
}
