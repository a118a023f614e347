import * as v from "valibot";
import { HAPPENING_KINDS } from "../../core/happenings";
import { Flag, Instant, Text, Whole } from "./parts";

const Last = v.object({
  key: Text,
  state: v.picklist(["before", "waiting", "delivered", "failed", "gone"]),
  at: Instant,
  said: Text,
});
export const Webhook = v.object({
  id: Text,
  url: Text,
  kinds: v.array(v.picklist(HAPPENING_KINDS)),
  createdAt: Instant,
  by: Text,
  waiting: Whole,
  delivered: Whole,
  failed: Whole,
  last: v.nullable(Last),
});
export const WebhooksAnswer = v.object({ webhooks: v.array(Webhook) });
export const MadeWebhook = v.object({ ...Webhook.entries, secret: Text });
export const WebhookTest = v.object({ delivered: Flag, said: Text });
