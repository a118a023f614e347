import { DomainError } from "../core/errors";
import { joinEvent } from "../core/ledger";
import { nextRef } from "../core/refs";
import type { EventContent } from "../core/types";
import type { Database } from "../store/database";
import type { StoredEvent } from "../store/event-rows";
import { findByClientId, findEvent } from "../store/events";
import { canonical } from "../store/hash";
import { subjectEntries } from "../store/history";
import { openEntry } from "../store/seal";
import { commitEvents } from "./commit-events";
import { requireScenario, type ActionContext } from "./context";
import { retryOnRace } from "./retry";

interface LogEvent {
  content: EventContent;
  /** Chosen by the sender, so that saving twice makes one event. */
  clientId: string | null;
  reason: string;
}

/** Records a new event under the next free reference; `created` is false where this `clientId` was already saved. */
export function logEvent(
  context: ActionContext,
  slug: string,
  input: LogEvent,
): Promise<{ event: StoredEvent; created: boolean }> {
  const { content, clientId, reason } = input;
  return retryOnRace(async () => {
    const scenario = await requireScenario(context.db, slug);
    const saved = clientId === null ? null : await findByClientId(context.db, slug, clientId);
    if (saved) {
      await requireSameContent(context.db, slug, saved, content);
      return { event: saved, created: false };
    }
    await requireFollowed(context.db, slug, content.follows);
    const { ref, counter } = nextRef(scenario);
    const request = { op: "record", ref, content, clientId, current: null } as const;
    const { events } = await commitEvents(context, scenario, reason, [request], counter);
    const [event] = events;
    if (!event) throw new Error("The commit holds no event");
    return { event, created: true };
  });
}

/** The first version is what was saved under the `clientId`; later corrections do not make a repeated save a conflict. */
async function requireSameContent(
  db: Database,
  slug: string,
  saved: StoredEvent,
  content: EventContent,
): Promise<void> {
  const [first] = await subjectEntries(db, slug, "event", saved.ref);
  if (!first) throw new Error("The event has no entry");
  const { facts, texts } = openEntry(first);
  if (canonical(joinEvent(facts, texts)) === canonical(content)) return;
  throw new DomainError(
    "conflict",
    `This clientId was already used for ${saved.ref} with other content. Use a new one for a new event.`,
    "clientId",
  );
}

export async function requireFollowed(db: Database, slug: string, ref: string | null): Promise<void> {
  if (ref === null || (await findEvent(db, slug, ref))) return;
  throw new DomainError("invalid", `There is no event ${ref} to follow. Give the reference of one.`, "follows");
}
