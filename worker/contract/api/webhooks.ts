import { MadeWebhook, Webhook, WebhooksAnswer, WebhookTest } from "../answers/webhooks";
import { WebhookInput } from "../webhook-requests";
import { answer, type ApiRoute } from "./route";

const group = "Webhooks";
const root = "/api/v1/scenarios/:slug/webhooks";
const one = `${root}/:id`;

export const WEBHOOK_ROUTES: ApiRoute[] = [
  {
    id: "listWebhooks",
    method: "GET",
    path: root,
    who: "owner",
    group,
    says: "The addresses that news of a scenario is sent to.",
    answers: { 200: answer("Oldest first", WebhooksAnswer) },
  },
  {
    id: "addWebhook",
    method: "POST",
    path: root,
    who: "owner",
    group,
    says: "Adds an address that hears of what happens from now on; its secret is shown this once.",
    body: { bytes: 10_000, json: WebhookInput, example: { url: "https://hooks.example.org/signpost" } },
    answers: { 201: answer("The webhook with its secret", MadeWebhook) },
    refusals: [409],
  },
  {
    id: "testWebhook",
    method: "POST",
    path: `${one}/test`,
    who: "owner",
    group,
    says: "Sends a test message at once.",
    answers: { 200: answer("What came of it", WebhookTest) },
    refusals: [429],
  },
  {
    id: "retryWebhook",
    method: "POST",
    path: `${one}/retry`,
    who: "owner",
    group,
    says: "Sends what was given up again.",
    answers: { 200: answer("The webhook", Webhook) },
  },
  {
    id: "deleteWebhook",
    method: "DELETE",
    path: one,
    who: "owner",
    group,
    says: "Deletes a webhook; nothing is sent to it any more.",
    answers: { 200: answer("Those that are left", WebhooksAnswer) },
  },
];
