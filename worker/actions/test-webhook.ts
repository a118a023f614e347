import { findWebhooks } from "../store/webhooks";
import type { ActionContext } from "./context";
import { noWebhook } from "./known-webhook";
import { postWebhook, type Posted, type Send } from "./post-webhook";

/** Sends a message that says nothing but that it is a test, once and at once; it is in no list of deliveries. */
export async function testWebhook(
  { db, now }: Pick<ActionContext, "db" | "now">,
  { slug, id, send }: { slug: string; id: string; send: Send },
): Promise<Posted> {
  const hook = (await findWebhooks(db, slug)).find((one) => one.id === id);
  if (!hook) return noWebhook();
  const delivery = `${id}/test/${now}`;
  const text = "Somebody pressed the button that tries whether messages arrive.";
  const page = `${hook.origin}/scenarios/${slug}`;
  const body = JSON.stringify({ delivery, event: "test", scenario: slug, title: "A test", text, page });
  return postWebhook(send, { url: hook.url, secret: hook.secret, delivery, event: "test", body, now });
}
