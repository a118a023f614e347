import { DomainError } from "../core/errors";
import type { EntryKind } from "../core/ledger";
import {
  fieldNames,
  redactedSubject,
  redactionEntries,
  removalOf,
  repeats,
  sureTexts,
  type Blanked,
  type RemovedText,
} from "../core/redaction";
import { writeCommit } from "../store/commit";
import { isOutdated, type Database } from "../store/database";
import { dropLooseViews, replaceFrozen, requireSameLinks, rewordSnapshots } from "../store/frozen-views";
import type { EntryRow } from "../store/history";
import { blankStatement, blankTexts, countRedactions, dropStagedImports, saidByOthers } from "../store/redactions";
import { refoldStatements } from "../store/refold";
import type { ScenarioRecord } from "../store/scenarios";
import { timeAfter } from "../store/seal";
import { signingKeyStatement } from "../store/signing-keys";
import { requireScenario, type ActionContext } from "./context";
import { retryOnRace } from "./retry";
import { rewriteFrozen, type RewriteTools } from "./rewrite-frozen";

export interface RedactTexts extends RewriteTools {
  /** What the redaction is of. */
  main: { kind: EntryKind; subject: string };
  /** How a view knows the owner of the texts: a reference, a month or a claim's id. */
  of: string;
  reason: string;
  /** Every version of it and of what was said of it, in ledger order. */
  entries: (db: Database, slug: string) => Promise<EntryRow[]>;
  isRemoved: (kind: EntryKind, field: string) => boolean;
}

export interface Redacted {
  revision: number;
  fields: string[];
  links: number;
}

/**
 * Removes texts for good: from every version in the ledger, from the current rows, from stored views and from what links
 * show, in one batch with the entries that say so. Facts, hashes and numbers stay.
 */
export function redactTexts(context: ActionContext, slug: string, request: RedactTexts): Promise<Redacted> {
  const { db, who, now } = context;
  const { main, of, reason, signer } = request;
  return retryOnRace(async () => {
    const scenario = await requireScenario(db, slug);
    const at = timeAfter(scenario.head, now);
    const all = (await request.entries(db, slug)).map((entry) => blankTexts(entry, request.isRemoved));
    const touched = all.filter(({ removed }) => removed.length > 0);
    const removed = touched.flatMap((one) => one.removed);
    requireRemovable(removed, reason);
    const blanked = touched.map(toBlanked);
    const counts = await countRedactions(db, slug, [redactedSubject(main), ...blanked.map(redactedSubject)]);
    const removal = removalOf(of, main.kind, removed, await keptTexts(db, scenario, of, removed));
    const frozen = await rewriteFrozen(db, slug, removal, { ...request, at });
    const statements = [
      requireSameLinks(db.d1, slug, frozen.known),
      blankStatement(
        db.d1,
        slug,
        touched.map(({ entry }) => entry),
      ),
      ...(await refoldStatements(
        db,
        scenario,
        all.map(({ entry }) => entry),
      )),
      ...dropLooseViews(db.d1, slug),
      ...dropStagedImports(db.d1, slug),
      ...(signer && frozen.changes.length > 0 ? [signingKeyStatement(db.d1, signer, at)] : []),
      ...replaceFrozen(db.d1, slug, frozen.changes, at),
      ...rewordSnapshots(db.d1, frozen.snapshots),
    ];
    try {
      const drafts = redactionEntries(main, blanked, counts);
      const { revision } = await writeCommit(db, slug, scenario.head, { who, at, reason }, drafts, statements);
      return { revision, fields: fieldNames(blanked), links: frozen.links };
    } catch (error) {
      if (isOutdated(error)) throw new Error("revision taken: a link was made or changed meanwhile");
      throw error;
    }
  });
}

function toBlanked({ entry, removed }: { entry: EntryRow; removed: RemovedText[] }): Blanked {
  return { kind: entry.kind as EntryKind, subject: entry.subject, fields: removed.map(({ field }) => field) };
}

function requireRemovable(removed: RemovedText[], reason: string): void {
  if (removed.length === 0) {
    throw new DomainError("conflict", "There is nothing to remove: these texts are empty, or were removed before.");
  }
  if (!repeats(reason, removed)) return;
  const detail = "The reason stays for good, so it must not repeat what is removed. Say it in other words.";
  throw new DomainError("invalid", detail, "reason");
}

/** What somebody else still says, and the rules of the scenario, which are public and frozen. */
async function keptTexts(
  db: Database,
  { registration }: ScenarioRecord,
  ref: string,
  removed: RemovedText[],
): Promise<Set<string>> {
  const texts = sureTexts(removed);
  const rules = JSON.stringify(registration);
  const said = await saidByOthers(db, registration.slug, ref, texts);
  return new Set(texts.filter((text) => said.has(text) || rules.includes(JSON.stringify(text).slice(1, -1))));
}
