import { Hono } from "hono";
import { addWebhook } from "../actions/add-webhook";
import { requireScenario } from "../actions/context";
import { noWebhook, requireWebhook } from "../actions/known-webhook";
import { sendByFetch } from "../actions/post-webhook";
import { testWebhook } from "../actions/test-webhook";
import { WebhookInput } from "../contract/webhook-requests";
import type { MadeWebhook, Webhook } from "../contract/webhook-types";
import { dayOfInstant } from "../core/days";
import { requireRole } from "../http/authenticate";
import type { AppContext, AppEnv } from "../http/context";
import { limitMaking } from "../http/limit-making";
import { limitBody, validate } from "../http/validate";
import { analystNames } from "../store/people";
import { retryFailed } from "../store/webhook-deliveries";
import { deleteWebhook, listWebhooks, type ListedWebhook } from "../store/webhooks";
import { contextOf } from "./action-context";
import { tellLater } from "./tell";

const MAX_BODY_BYTES = 10_000;
const owning = requireRole("owner");

/** Where news of a scenario is sent to, for owners. */
export const webhooks = new Hono<AppEnv>()
  .get("/:slug/webhooks", owning, async (c) => {
    await requireScenario(c.var.db, c.req.param("slug"));
    return c.json({ webhooks: await listed(c, c.req.param("slug")) });
  })

  .post("/:slug/webhooks", owning, limitBody(MAX_BODY_BYTES), validate("json", WebhookInput), async (c) => {
    const { db, now } = c.var;
    const slug = c.req.param("slug");
    const names = await analystNames(db);
    const asked = { ...c.req.valid("json"), origin: new URL(c.req.url).origin };
    const { row, secret } = await addWebhook(contextOf(c), { slug, today: dayOfInstant(now), now }, asked);
    const answer: MadeWebhook = { ...apiWebhook(row, names), secret };
    return c.json(answer, 201);
  })

  // Each sends a request into the world: limited as the making of links is.
  .post("/:slug/webhooks/:id/test", owning, limitMaking, async (c) => {
    const { slug, id } = c.req.param();
    return c.json(await testWebhook(contextOf(c), { slug, id, send: sendByFetch }));
  })

  .post("/:slug/webhooks/:id/retry", owning, async (c) => {
    const { slug, id } = c.req.param();
    const { db, now } = c.var;
    await requireWebhook(db, slug, id);
    await retryFailed(db, id, now);
    tellLater(c, slug);
    return c.json(apiWebhook(await requireWebhook(db, slug, id), await analystNames(db)));
  })

  .delete("/:slug/webhooks/:id", owning, async (c) => {
    const { slug, id } = c.req.param();
    if (!(await deleteWebhook(c.var.db, slug, id))) noWebhook();
    return c.json({ webhooks: await listed(c, slug) });
  });

async function listed(c: AppContext, slug: string): Promise<Webhook[]> {
  const names = await analystNames(c.var.db);
  return (await listWebhooks(c.var.db, slug)).map((row) => apiWebhook(row, names));
}

function apiWebhook({ createdBy, ...row }: ListedWebhook, names: ReadonlyMap<string, string>): Webhook {
  return { ...row, by: names.get(createdBy) ?? createdBy };
}
