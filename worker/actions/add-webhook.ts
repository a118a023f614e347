import { DomainError } from "../core/errors";
import type { HappeningKind } from "../core/happenings";
import { webhookUrlProblem } from "../core/webhook-url";
import { randomHex, randomToken } from "../store/hash";
import { insertWebhook, MAX_WEBHOOKS, type ListedWebhook } from "../store/webhooks";
import type { ActionContext } from "./context";
import type { CurrentQuestion } from "./current-view";
import { requireWebhook } from "./known-webhook";
import { scenarioHappenings } from "./scenario-happenings";

export interface AskedWebhook {
  url: string;
  kinds: readonly HappeningKind[];
  /** Where this Signpost was asked for. */
  origin: string;
}

/** Adds a webhook, which hears of what happens from now on. Its secret is returned this once. */
export async function addWebhook(
  { db, who, now }: ActionContext,
  question: CurrentQuestion,
  { url, kinds, origin }: AskedWebhook,
): Promise<{ row: ListedWebhook; secret: string }> {
  const problem = webhookUrlProblem(url);
  if (problem !== null) throw new DomainError("invalid", problem, "url");
  const { happenings } = await scenarioHappenings(db, question);
  const [id, secret] = [randomHex(8), randomToken()];
  const stored = { id, scenario: question.slug, url: new URL(url).href, kinds: JSON.stringify([...new Set(kinds)]) };
  const row = { ...stored, secret, origin, createdBy: who, createdAt: now };
  const happened = happenings.map(({ key }) => key);
  if (!(await insertWebhook(db, row, happened))) {
    const detail = `This scenario has ${MAX_WEBHOOKS} webhooks, which is all it can. Delete one first.`;
    throw new DomainError("conflict", detail);
  }
  return { row: await requireWebhook(db, question.slug, id), secret };
}
