import { defaultAsOf } from "../core/as-of";
import { coveredMonths, windowStart } from "../core/coverage";
import { isFuture, latestDay, notYet } from "../core/days";
import { DomainError } from "../core/errors";
import { monthOf } from "../core/months";
import { spanStart } from "../core/span";
import type { Month, Registration } from "../core/types";
import { assembleView } from "../core/view";
import { viewInputFromEvents } from "../core/view-from-events";
import type { ViewInput } from "../core/view-input";
import type { Database } from "../store/database";
import { findHead } from "../store/scenarios";
import type { Head } from "../store/seal";
import { loadViewBase, loadViewInput, saidSoFar } from "../store/view-source";
import { answerView, type AnsweredView } from "./answer-view";
import { requireScenario } from "./context";
import { logAtRevision } from "./past-log";

/** Part of every view and of its hash: says which rules of drawing up a view made it. */
export const GENERATOR = "signpost/0.4.0";

export interface ViewQuestion {
  slug: string;
  /** Valid dates up to this day; undefined for the default of the method. */
  asOf?: string | undefined;
  /** What was recorded up to this revision; undefined for the head. */
  revision?: number | undefined;
  /** `YYYY-MM-DD` by the server's clock, UTC. */
  today: string;
  now: number;
}

/**
 * What a stored answer is found by, beside its scenario. A day that is still running has another answer than the same day
 * once it is over: then its month may be complete.
 */
export function questionKey({ asOf, revision, today }: Pick<ViewQuestion, "asOf" | "revision" | "today">): string {
  const day = asOf === undefined ? `today ${today}` : asOf < today ? asOf : `${asOf} on ${today}`;
  return [GENERATOR, day, revision ?? "head"].join(" ");
}

interface ViewOptions {
  /** Whoever asks is a reader of a link. */
  forReaders?: boolean;
}

/** The view that answers a question: from the cache if the ledger has not grown, else drawn up and cached. */
export function getView(
  db: Database,
  question: ViewQuestion,
  { forReaders = false }: ViewOptions = {},
): Promise<AnsweredView> {
  const { slug, now } = question;
  return answerView(db, { slug, key: questionKey(question), now, forReaders }, async (head) => {
    requirePast(question, head);
    return assembleView(await settledInput(db, question, head));
  });
}

/** What has not come yet was never answered, and so is found out where it would have to be. */
function requirePast({ asOf, revision, now }: ViewQuestion, head: Head): void {
  if (asOf !== undefined && isFuture(asOf, latestDay(now))) {
    throw new DomainError("invalid", `${notYet(asOf, latestDay(now))} Choose an earlier day.`, "asOf");
  }
  if (revision !== undefined && revision > head.revision) {
    throw new DomainError("not-found", `The log is at revision ${head.revision}; there is no later one.`, "revision");
  }
}

/** How often the log may grow while a view's input is being read before the person is asked to try again. */
const ATTEMPTS = 8;

/** The input of a view, all of one revision: if the log grew while it was read, it is read again. */
async function settledInput(db: Database, question: ViewQuestion, head: Head): Promise<ViewInput> {
  let before = head.revision;
  for (let left = ATTEMPTS; left > 0; left -= 1) {
    const input = await inputOf(db, question, before);
    const after = await findHead(db, question.slug);
    if (after?.revision === before) return input;
    before = after?.revision ?? before;
  }
  throw new DomainError("revision-taken", "Events are being saved at this moment. Load the page again.");
}

async function inputOf(db: Database, question: ViewQuestion, head: number): Promise<ViewInput> {
  const { slug, today } = question;
  if (question.revision !== undefined && question.revision < head) {
    const log = await logAtRevision(db, slug, question.revision);
    const months = log.events.filter(({ state }) => state === null).map(({ date }) => monthOf(date));
    const covered = new Set([...months, ...log.attestations.map(({ month }) => month)]);
    const said = await saidSoFar(db, slug);
    const as = asOfFor(question, log.registration, covered);
    return viewInputFromEvents({ ...log, ...as, today, generator: GENERATOR, said });
  }
  const [{ registration }, base] = await Promise.all([requireScenario(db, slug), loadViewBase(db, slug)]);
  const as = asOfFor(question, registration, coveredMonths(base.cells, base.attestations, monthOf(today)));
  const input = await loadViewInput(db, registration, base, as.asOf, today);
  return { ...input, ...as, registration, revision: head, generator: GENERATOR };
}

/** The day that a page shows; one event of long ago, and nothing else, does not lead it to its month. */
export function asOfFor(
  { asOf, today }: Pick<ViewQuestion, "asOf" | "today">,
  registration: Registration,
  covered: Iterable<Month>,
): Pick<ViewInput, "asOf" | "asOfReason"> {
  if (asOf !== undefined) return { asOf, asOfReason: "asked" };
  const earliest = spanStart(windowStart(registration));
  return defaultAsOf(
    today,
    [...covered].filter((month) => month >= earliest),
  );
}
