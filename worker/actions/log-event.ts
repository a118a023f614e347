import { DomainError } from "../core/errors";
import { numberedSubject, splitReport } from "../core/ledger-statements";
import { nextRef } from "../core/refs";
import type { ReportContent } from "../core/sources";
import type { EventContent } from "../core/types";
import type { Database } from "../store/database";
import { reportRow } from "../store/discussion-rows";
import type { StoredEvent } from "../store/event-rows";
import { findByClientId, findEvent, findEvents } from "../store/events";
import { canonical } from "../store/hash";
import { reportStatements } from "../store/reports";
import type { ScenarioRecord } from "../store/scenarios";
import { timeAfter } from "../store/seal";
import { commitEvents, type Beside, type ChangeRequest } from "./commit-events";
import { requireScenario, type ActionContext } from "./context";
import { retryOnRace } from "./retry";
import { savedAtFirst } from "./saved-at-first";

/** What one save says. */
export interface Saying {
  content: EventContent;
  /** Events that are recorded in the same commit, each in its own right. */
  also: EventContent[];
  /** Further sources of the first event. */
  reports: ReportContent[];
}

interface LogEvent extends Saying {
  /** Chosen by the sender, so that saving twice makes one event. */
  clientId: string | null;
  reason: string;
}

interface Logged {
  event: StoredEvent;
  also: StoredEvent[];
  /** False where this `clientId` was already saved. */
  created: boolean;
}

/** Records a new event under the next free reference, with its companions and its further sources, as one commit. */
export function logEvent(context: ActionContext, slug: string, input: LogEvent): Promise<Logged> {
  const { content, also, reports, clientId, reason } = input;
  const { db } = context;
  return retryOnRace(async () => {
    const scenario = await requireScenario(db, slug);
    const saved = clientId === null ? null : await findByClientId(db, slug, clientId);
    if (saved) return savedBefore(db, slug, saved, { content, also, reports });
    await requireFollowed(db, slug, content.follows);
    for (const [at, { follows }] of also.entries()) await requireFollowed(db, slug, follows, `also[${at}].follows`);
    const { requests, counter } = numbered(scenario, [content, ...also], clientId);
    const [lead] = requests;
    const beside = lead && besideOf(context, scenario, lead.ref, reports);
    const { events } = await commitEvents(context, scenario, reason, requests, { counter, ...(beside && { beside }) });
    const [event, ...companions] = events;
    if (!event) throw new Error("The commit holds no event");
    return { event, also: companions, created: true };
  });
}

/** Each takes the next free reference; only the first carries the sender's id. */
function numbered(scenario: ScenarioRecord, contents: EventContent[], clientId: string | null) {
  let counter: Parameters<typeof nextRef>[0] = scenario;
  const requests = contents.map((content, at): ChangeRequest => {
    const next = nextRef(counter);
    counter = next.counter;
    return { op: "record", ref: next.ref, content, clientId: at === 0 ? clientId : null, current: null };
  });
  return { requests, counter };
}

/** The further sources of an event that is being recorded, in the same commit. */
function besideOf(
  { db, who, now }: ActionContext,
  scenario: ScenarioRecord,
  event: string,
  said: ReportContent[],
): Beside {
  const reports = said.map((content, at) => ({ event, number: at + 1, ...content }));
  const { slug } = scenario.registration;
  const place = { version: 1, revision: scenario.head.revision + 1 };
  const written = {
    scenario: slug,
    ...place,
    status: "active" as const,
    who,
    recordedAt: timeAfter(scenario.head, now),
  };
  return {
    drafts: reports.map((report) => ({
      kind: "report",
      subject: numberedSubject(event, report.number),
      version: place.version,
      op: "record",
      ...splitReport(report),
    })),
    statements: reportStatements(
      db.d1,
      reports.map((report) => reportRow(report, written)),
    ),
  };
}

/** The same save again changes nothing. Later corrections do not make it another one: its first version counts. */
async function savedBefore(db: Database, slug: string, event: StoredEvent, saying: Saying): Promise<Logged> {
  const { refs, said } = await savedAtFirst(db, slug, event.ref);
  if (canonical(said) !== canonical(saying)) {
    throw new DomainError(
      "conflict",
      `This clientId was already used for ${event.ref} with other content. Use a new one for a new event.`,
      "clientId",
      { saved: event.ref },
    );
  }
  const found = await findEvents(db, slug, refs);
  return { event, also: refs.flatMap((ref) => found.get(ref) ?? []), created: false };
}

export async function requireFollowed(
  db: Database,
  slug: string,
  ref: string | null,
  field = "follows",
): Promise<void> {
  if (ref === null || (await findEvent(db, slug, ref))) return;
  throw new DomainError("invalid", `There is no event ${ref} to follow. Give the reference of one.`, field);
}
