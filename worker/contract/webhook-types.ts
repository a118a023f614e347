/** What the API answers of webhooks: their page reads these. */
import type { HappeningKind } from "../core/happenings";

export interface Webhook {
  id: string;
  url: string;
  kinds: HappeningKind[];
  createdAt: number;
  by: string;
  /** How many deliveries wait for their next try, were taken, or were given up. */
  waiting: number;
  delivered: number;
  failed: number;
  /** What came of the last try; null before the first. */
  last: WebhookTry | null;
}

export interface WebhookTry {
  key: string;
  state: "before" | "waiting" | "delivered" | "failed" | "gone";
  at: number;
  said: string;
}

/** A webhook as it is answered the one time that its secret is shown. */
export interface MadeWebhook extends Webhook {
  secret: string;
}

/** What came of a test. */
export interface WebhookTest {
  delivered: boolean;
  said: string;
}
