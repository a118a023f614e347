import { DomainError } from "../core/errors";
import type { EventContent } from "../core/types";
import { contentOf, type StoredEvent } from "../store/event-rows";
import { findEvent } from "../store/events";
import { canonical } from "../store/hash";
import type { Database } from "../store/database";
import { commitEvents } from "./commit-events";
import { requireScenario, type ActionContext } from "./context";
import { requireFollowed } from "./log-event";
import { retryOnRace } from "./retry";

export async function requireEvent(db: Database, slug: string, ref: string): Promise<StoredEvent> {
  const event = await findEvent(db, slug, ref);
  if (!event) throw new DomainError("not-found", "There is no event with this reference in the scenario.");
  return event;
}

/** Refuses a change that was made on top of an older version than the current one. */
function requireVersion(current: StoredEvent, version: number): void {
  if (current.version === version) return;
  throw new DomainError(
    "stale-version",
    `Somebody changed ${current.ref} since you opened it: it is at version ${current.version}, yours was ${version}. ` +
      "Compare the two and save again on top of the current one.",
  );
}

interface Correction {
  ref: string;
  version: number;
  reason: string;
  content: EventContent;
}

/** Makes a corrected version. Saying again what already stands makes none. A retracted event comes back. */
export function correctEvent(context: ActionContext, slug: string, input: Correction): Promise<StoredEvent> {
  return retryOnRace(async () => {
    const scenario = await requireScenario(context.db, slug);
    const current = await requireEvent(context.db, slug, input.ref);
    requireVersion(current, input.version);
    const unchanged = canonical(contentOf(current)) === canonical(input.content);
    if (unchanged && current.status === "active") return current;
    await requireFollowed(context.db, slug, input.content.follows);
    const { ref, content, reason } = input;
    const request = { op: "correct", ref, content, clientId: current.clientId, current } as const;
    const { events } = await commitEvents(context, scenario, reason, [request]);
    return events[0] ?? current;
  });
}

interface Retraction {
  ref: string;
  version: number;
  reason: string;
}

/** Takes an event back: a new version without points. The earlier versions stay readable. */
export function retractEvent(context: ActionContext, slug: string, input: Retraction): Promise<StoredEvent> {
  return retryOnRace(async () => {
    const scenario = await requireScenario(context.db, slug);
    const current = await requireEvent(context.db, slug, input.ref);
    requireVersion(current, input.version);
    if (current.status === "retracted") return current;
    const { ref, reason } = input;
    const request = { op: "retract", ref, content: contentOf(current), clientId: current.clientId, current } as const;
    const { events } = await commitEvents(context, scenario, reason, [request]);
    return events[0] ?? current;
  });
}
