import type { EntryKind, EntryOp } from "../core/ledger";
import type { Database } from "../store/database";
import { commitsAt, subjectEntries, subjectsLike } from "../store/history";
import { openEntry } from "../store/seal";

export interface PropositionChange {
  kind: EntryKind;
  op: EntryOp;
  at: number;
  who: string;
  reason: string;
  /** The event of a rating; the claim's id otherwise. */
  subject: string;
  detail: string;
}

/** Everything that was said of a claim but forecasts, newest first. */
export async function propositionHistory(db: Database, slug: string, id: string): Promise<PropositionChange[]> {
  const entries = [
    ...(await subjectEntries(db, slug, "proposition", id)),
    ...(await subjectEntries(db, slug, "resolution", id)),
    ...(await subjectsLike(db, slug, "evidence", `${id}\n`)),
  ];
  const commits = await commitsAt(db, slug, [...new Set(entries.map(({ revision }) => revision))]);
  return entries
    .toSorted((a, b) => b.revision - a.revision || b.ordinal - a.ordinal)
    .map((entry) => {
      const commit = commits.get(entry.revision);
      if (!commit) throw new Error(`Revision ${entry.revision} is missing`);
      const { facts } = openEntry(entry);
      const detail = entry.kind === "evidence" ? facts["likelihoodRatio"] : facts["result"];
      return {
        kind: entry.kind as EntryKind,
        op: entry.op as EntryOp,
        at: commit.at,
        who: commit.who,
        reason: commit.reason,
        subject: entry.subject.split("\n").at(-1) ?? entry.subject,
        detail: typeof detail === "string" ? detail : "",
      };
    });
}
