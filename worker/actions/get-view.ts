import { defaultAsOf } from "../core/as-of";
import { coveredMonths } from "../core/coverage";
import { DomainError } from "../core/errors";
import { monthOf } from "../core/months";
import { assembleView } from "../core/view";
import { viewInputFromEvents } from "../core/view-from-events";
import type { ViewInput } from "../core/view-input";
import type { Database } from "../store/database";
import { canonical, gzip, sha256 } from "../store/hash";
import { findHead } from "../store/scenarios";
import type { Head } from "../store/seal";
import { loadViewBase, loadViewInput, saidSoFar } from "../store/view-source";
import { cacheView, findAnswer, readView, type StoredView } from "../store/views";
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

export interface AnsweredView {
  hash: string;
  revision: number;
  /** Reads the view itself; a caller that only compares hashes does not. */
  stored: () => Promise<StoredView>;
}

/** What a stored answer is found by, beside its scenario. */
export function questionKey({ asOf, revision, today }: Pick<ViewQuestion, "asOf" | "revision" | "today">): string {
  return [GENERATOR, asOf ?? `today ${today}`, revision ?? "head"].join(" ");
}

/** The view that answers a question: from the cache if the ledger has not grown, else drawn up and cached. */
export async function getView(db: Database, question: ViewQuestion): Promise<AnsweredView> {
  const key = questionKey(question);
  const answer = await findAnswer(db, question.slug, key);
  if (!answer) throw new DomainError("not-found", "There is no scenario at this address.");
  const { head, cached } = answer;
  if (question.asOf !== undefined && question.asOf > question.today) {
    throw new DomainError(
      "invalid",
      `${question.asOf} has not come yet. Choose a day up to ${question.today}.`,
      "asOf",
    );
  }
  if (question.revision !== undefined && question.revision > head.revision) {
    throw new DomainError("not-found", `The log is at revision ${head.revision}; there is no later one.`, "revision");
  }
  const revision = question.revision ?? head.revision;
  const draw = async (): Promise<StoredView> => {
    const view = assembleView(await settledInput(db, question, head));
    const bytes = new TextEncoder().encode(canonical(view));
    const hash = await sha256(bytes);
    const body = await gzip(bytes);
    const stored = { hash, scenario: question.slug, revision: view.revision, asOf: view.asOf, body };
    // What is pending is computed without a new revision: such an answer must not be kept.
    if (view.pendingMonths.length === 0) await cacheView(db, stored, key, head.revision, question.now);
    return stored;
  };
  // A stored view may be dropped between the two reads: then it is drawn up again.
  if (cached) return { hash: cached, revision, stored: async () => (await readView(db, cached)) ?? draw() };
  const stored = await draw();
  return { hash: stored.hash, revision: stored.revision, stored: async () => stored };
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
    return viewInputFromEvents({ ...log, ...asOfFor(question, covered), generator: GENERATOR, said });
  }
  const [{ registration }, base] = await Promise.all([requireScenario(db, slug), loadViewBase(db, slug)]);
  const as = asOfFor(question, coveredMonths(base.cells, base.attestations, monthOf(today)));
  const input = await loadViewInput(db, registration, base, as.asOf, today);
  return { ...input, ...as, registration, revision: head, generator: GENERATOR };
}

function asOfFor(question: ViewQuestion, covered: Iterable<string>): Pick<ViewInput, "asOf" | "asOfReason"> {
  if (question.asOf === undefined) return defaultAsOf(question.today, covered);
  return { asOf: question.asOf, asOfReason: "asked" };
}
