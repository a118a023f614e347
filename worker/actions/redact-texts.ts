import { DomainError } from "../core/errors";
import type { EntryKind } from "../core/ledger";
import {
  fieldNames,
  ownerOf,
  redactedSubject,
  redactionEntries,
  removalOf,
  repeats,
  tellingWords,
  type Blanked,
  type RemovedText,
} from "../core/redaction";
import type { RedactionPlace } from "../core/quotes";
import { writeCommit } from "../store/commit";
import { isOutdated, type Database } from "../store/database";
import { dropLooseViews, replaceFrozen, requireSameLinks, rewordSnapshots } from "../store/frozen-views";
import type { EntryRow } from "../store/history";
import { blankStatement, blankTexts, countRedactions, dropStagedImports } from "../store/redactions";
import { refoldStatements } from "../store/refold";
import { timeAfter } from "../store/seal";
import { signingKeyStatement } from "../store/signing-keys";
import type { ScenarioRecord } from "../store/scenarios";
import { listSnapshots, type SnapshotRow } from "../store/snapshots";
import { requireScenario, type ActionContext } from "./context";
import { entriesOfPlaces, findPlaces, placeOf, rewordLink, type Place } from "./redaction-places";
import { retryOnRace } from "./retry";
import { rewriteFrozen, type FrozenRewrite, type RewriteTools } from "./rewrite-frozen";

/** What the caller says of any redaction. */
export interface Redacting extends RewriteTools {
  reason: string;
  /** Places beside it that lose their texts too. */
  also: readonly string[];
  /** Writes nothing: tells what would be. */
  dryRun: boolean;
}

interface RedactTexts extends Redacting {
  /** What the redaction is of. */
  main: { kind: EntryKind; subject: string };
  /** Every version of it and of what was said of it, in ledger order. */
  entries: (db: Database, slug: string) => Promise<EntryRow[]>;
  isRemoved: (kind: EntryKind, field: string) => boolean;
}

export interface Redacted {
  /** Null where nothing was written. */
  revision: number | null;
  fields: string[];
  links: number;
  rewritten: { id: string; title: string }[];
  places: RedactionPlace[];
  more: boolean;
}

type BlankedEntry = ReturnType<typeof blankTexts>;

/** All that a redaction comes to, before anything is written. */
interface Work {
  /** Every entry of a subject that loses texts, as it will stand. */
  entries: BlankedEntry[];
  known: SnapshotRow[];
  reworded: SnapshotRow[];
  frozen: FrozenRewrite;
  blanked: Blanked[];
  answer: Omit<Redacted, "revision">;
}

/**
 * Removes texts for good: from every version in the ledger, from the current rows, from stored views and from what links
 * show, in one batch with the entries that say so. Facts, hashes, numbers and every text that is not named stay.
 */
export function redactTexts(context: ActionContext, slug: string, request: RedactTexts): Promise<Redacted> {
  const { db, who, now } = context;
  const { reason, dryRun } = request;
  if (!dryRun && reason.trim() === "") throw new DomainError("invalid", "Say why, in a few words.", "reason");
  return retryOnRace(async () => {
    const scenario = await requireScenario(db, slug);
    const at = timeAfter(scenario.head, now);
    const work = await workOut(db, slug, request, at);
    if (dryRun) return { revision: null, ...work.answer };
    const { blanked } = work;
    const subjects = blanked.flatMap((one) => [redactedSubject(one), redactedSubject(ownerOf(one))]);
    const drafts = redactionEntries(blanked, await countRedactions(db, slug, [...new Set(subjects)]));
    const statements = await statementsOf(db, scenario, work, request, at);
    try {
      const { revision } = await writeCommit(db, slug, scenario.head, { who, at, reason }, drafts, statements);
      return { revision, ...work.answer };
    } catch (error) {
      if (isOutdated(error)) throw new Error("revision taken: a link was made or changed meanwhile");
      throw error;
    }
  });
}

async function workOut(db: Database, slug: string, request: RedactTexts, at: number): Promise<Work> {
  const owner = redactedSubject(request.main);
  const isNamed = (entry: EntryRow, field: string): boolean =>
    ownedBy(entry) === owner && request.isRemoved(entry.kind as EntryKind, field);
  const own = await request.entries(db, slug);
  const named = own.flatMap((entry) => blankTexts(entry, (field) => isNamed(entry, field)).removed);
  if (named.length === 0) {
    throw new DomainError("conflict", "There is nothing to remove: these texts are empty, or were removed before.");
  }
  const words = tellingWords(named);
  const known = await listSnapshots(db, slug);
  const { places, more } = await findPlaces(db, slug, words, known, isNamed);
  const chosen = choose(places, request.also);
  const ids = new Set(chosen.map(({ place }) => place));

  const read = [...own, ...(await entriesOfPlaces(db, slug, chosen, owner))];
  const entries = read.map((one) => blankTexts(one, (field) => isNamed(one, field) || ids.has(placeOf(one, field))));
  requireSilent(
    request.reason,
    entries.flatMap(({ removed }) => removed),
  );
  const blanked = entries.filter(({ removed }) => removed.length > 0).map(toBlanked);
  const reworded = known.map((link) => rewordLink(link, words, ids));
  const frozen = await rewriteFrozen(db, known, reworded, removalOf(blanked), { ...request, at });
  const answer = {
    fields: fieldNames(blanked.filter((one) => redactedSubject(ownerOf(one)) === owner)),
    links: frozen.links.length,
    rewritten: frozen.links.map(({ id, title }) => ({ id, title })),
    places: places.map(({ subject: _inside, ...place }): RedactionPlace => {
      return ids.has(place.place) ? { ...place, state: "removed" } : place;
    }),
    more,
  };
  return { entries, known, reworded, frozen, blanked, answer };
}

async function statementsOf(
  db: Database,
  scenario: ScenarioRecord,
  { entries, known, reworded, frozen }: Work,
  { signer }: RedactTexts,
  at: number,
): Promise<D1PreparedStatement[]> {
  const { d1 } = db;
  const { slug } = scenario.registration;
  const all = entries.map(({ entry }) => entry);
  const touched = entries.filter(({ removed }) => removed.length > 0).map(({ entry }) => entry);
  const otherWords = reworded.filter((link, place) => link !== known[place]);
  return [
    requireSameLinks(d1, slug, known),
    blankStatement(d1, slug, touched),
    ...(await refoldStatements(db, scenario, all)),
    ...dropLooseViews(d1, slug),
    ...dropStagedImports(d1, slug),
    ...(signer && frozen.changes.length > 0 ? [signingKeyStatement(d1, signer, at)] : []),
    ...replaceFrozen(d1, slug, frozen.changes, at),
    ...rewordSnapshots(d1, otherWords),
  ];
}

const ownedBy = ({ kind, subject }: EntryRow): string => redactedSubject(ownerOf({ kind: kind as EntryKind, subject }));

function toBlanked({ entry, removed }: BlankedEntry): Blanked {
  return { kind: entry.kind as EntryKind, subject: entry.subject, fields: removed.map(({ field }) => field) };
}

/** The places that were asked for, each of which must be one that can be taken along. */
function choose(places: readonly Place[], also: readonly string[]): Place[] {
  const open = new Map(places.filter(({ state }) => state === "kept").map((one) => [one.place, one]));
  return [...new Set(also)].map((name) => {
    const place = open.get(name);
    if (place) return place;
    const say = `"${name}" is no text that repeats what is removed and can be removed with it. Look at the list again.`;
    throw new DomainError("conflict", say, "also");
  });
}

function requireSilent(reason: string, removed: RemovedText[]): void {
  if (!repeats(reason, removed)) return;
  const detail = "The reason stays for good, so it must not repeat what is removed. Say it in other words.";
  throw new DomainError("invalid", detail, "reason");
}
