/** What the page of webhooks asks of the server. */
import type { WebhookInput } from "../../worker/contract/webhook-requests";
import type { MadeWebhook, Webhook, WebhookTest } from "../../worker/contract/webhook-types";
import { api } from "../lib/api";
import { scenarioPath } from "../lib/header";

export interface WebhookCalls {
  load: () => Promise<Webhook[]>;
  add: (body: WebhookInput) => Promise<MadeWebhook>;
  test: (id: string) => Promise<WebhookTest>;
  retry: (id: string) => Promise<Webhook>;
  remove: (id: string) => Promise<Webhook[]>;
}

export function webhookCalls(slug: string): WebhookCalls {
  const root = scenarioPath(slug, "/webhooks");
  const one = (id: string): string => `${root}/${encodeURIComponent(id)}`;
  return {
    load: async () => (await api<{ webhooks: Webhook[] }>("GET", root)).webhooks,
    add: (body) => api("POST", root, { body }),
    test: (id) => api("POST", `${one(id)}/test`),
    retry: (id) => api("POST", `${one(id)}/retry`),
    remove: async (id) => (await api<{ webhooks: Webhook[] }>("DELETE", one(id))).webhooks,
  };
}
