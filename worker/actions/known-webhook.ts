import { DomainError } from "../core/errors";
import type { Database } from "../store/database";
import { listWebhooks, type ListedWebhook } from "../store/webhooks";

export function noWebhook(): never {
  throw new DomainError("not-found", "There is no such webhook. Look at the list again.");
}

export async function requireWebhook(db: Database, scenario: string, id: string): Promise<ListedWebhook> {
  const [row] = await listWebhooks(db, scenario, id);
  return row ?? noWebhook();
}
