import type { Database } from "../store/database";
import { SaidCheck } from "./check-said";
import { checkVerdicts } from "./check-verdicts";
import { emptyFold, foldEntry } from "../store/fold";
import { ledgerPages, type CommitRow, type EntryRow } from "../store/history";
import { compareProjections } from "../store/projections";
import { listSaid } from "../store/said";
import { listScenarios } from "../store/scenarios";
import {
  countEntries,
  digestText,
  GENESIS,
  hashCommit,
  hashEntry,
  openEntry,
  type Head,
  type SaltedTexts,
} from "../store/seal";
import { corruptViews } from "../store/view-check";

export interface VerifyReport {
  scenario: string;
  revision: number;
  headHash: string;
  entries: number;
  /** What does not hold, in plain words; empty when everything does. */
  problems: string[];
}

/**
 * Recomputes every hash of every ledger; compares projections, records of month-ends and stored views with what it says.
 * `now` in epoch milliseconds: what is recorded of a month that is not over is wrong.
 */
export async function verifyLedgers(db: Database, now: number): Promise<VerifyReport[]> {
  const reports: VerifyReport[] = [];
  for (const { slug, revision, headHash } of await listScenarios(db)) {
    const report = await verifyLedger(db, slug, now);
    if (report.revision !== revision || report.headHash !== headHash) {
      report.problems.push(`The scenario's head says revision ${revision}, the ledger ends at ${report.revision}.`);
    }
    reports.push(report);
  }
  return reports;
}

async function verifyLedger(db: Database, slug: string, now: number): Promise<VerifyReport> {
  const problems: string[] = [];
  const state = emptyFold();
  const blanked: { subject: string; field: string }[] = [];
  const redacted = new Map<string, Set<string>>();
  const said = new SaidCheck(await listSaid(db, slug), now);
  let head: Head = GENESIS;
  let count = 0;
  for await (const { commit, entries } of ledgerPages(db, slug)) {
    said.before(commit, state);
    problems.push(...(await checkCommit(commit, entries, head)));
    for (const entry of entries) {
      const subject = `${entry.kind}:${entry.subject}`;
      problems.push(...(await checkEntry(entry, (field) => blanked.push({ subject, field }))));
      if (entry.kind === "redaction") {
        const { fields = [] } = openEntry(entry).facts as { fields?: string[] };
        redacted.set(entry.subject, new Set([...(redacted.get(entry.subject) ?? []), ...fields]));
      }
      foldEntry(state, entry, commit);
    }
    count += entries.length;
    head = commit;
  }
  // By field: the trigger knows only that a redaction of the subject stands, so one of a title must not cover a note.
  const gone = blanked.filter(({ subject, field }) => redacted.get(subject)?.has(field) !== true);
  for (const subject of new Set(gone.map((one) => one.subject))) {
    problems.push(`Texts of ${subject.replace(":", " ")} are gone without a redaction.`);
  }
  problems.push(...(await compareProjections(db, slug, state)), ...(await corruptViews(db, slug)));
  problems.push(...said.end(state, head.revision));
  if (state.registration) problems.push(...(await checkVerdicts(db, state.registration)));
  return { scenario: slug, revision: head.revision, headHash: head.hash, entries: count, problems };
}

async function checkCommit(commit: CommitRow, entries: EntryRow[], head: Head): Promise<string[]> {
  const at = `Revision ${commit.revision}`;
  const problems: string[] = [];
  if (commit.revision !== head.revision + 1) problems.push(`${at} follows revision ${head.revision}: one is missing.`);
  if (commit.previous !== head.hash) problems.push(`${at} does not chain to the commit before it.`);
  if (commit.entryCount !== entries.length) {
    problems.push(`${at} holds ${entries.length} entries and says ${commit.entryCount}.`);
  }
  const counted = countEntries(head, entries);
  const names = ["recorded", "corrected", "retracted"] as const;
  if (names.some((name) => counted[name] !== commit[name])) problems.push(`${at} counts its events wrongly.`);
  const hashes = entries.map((entry) => entry.hash);
  if ((await hashCommit(commit, hashes)) !== commit.hash) problems.push(`${at} was changed: its hash differs.`);
  return problems;
}

/** A salt is 16 bytes in hex: were its length free, letters could move between salt and text under one digest. */
const SALT = /^[0-9a-f]{32}$/;

async function checkEntry(entry: EntryRow, onBlank: (field: string) => void): Promise<string[]> {
  const at = `Revision ${entry.revision}, entry ${entry.ordinal} (${entry.kind} ${entry.subject})`;
  if ((await hashEntry(entry)) !== entry.hash) return [`${at} was changed: its hash differs.`];
  const { texts: digests } = JSON.parse(entry.payload) as { texts: Record<string, string> };
  const salted = JSON.parse(entry.texts) as SaltedTexts;
  const problems: string[] = [];
  for (const field of new Set([...Object.keys(digests), ...Object.keys(salted)])) {
    const pair = salted[field];
    const digest = digests[field];
    if (pair === undefined) problems.push(`${at} lost its text "${field}".`);
    else if (digest === undefined) problems.push(`${at} has a text "${field}" that was added later.`);
    else if (pair === null) onBlank(field);
    else if (!SALT.test(pair[0]) || (await digestText(...pair)) !== digest) {
      problems.push(`${at} was changed: its text "${field}" differs.`);
    }
  }
  return problems;
}
