import {
  findStagedRefs,
  listCorrections,
  listParts,
  refsInLog,
  type ReportedPart,
  type StagedFollower,
  type StagedRef,
} from "../store/staged-reads";
import type { StagedImport } from "../store/staging";
import type { Database } from "../store/database";

/** All that the report on an import is drawn up from. */
export interface ImportMaterial {
  staged: StagedImport;
  parts: ReportedPart[];
  corrections: { position: number; line: number; ref: string; changed: string }[];
  /** Rows that follow an event, rows that name one of those events, and which of them the log has. */
  followers: StagedFollower[];
  targets: StagedRef[];
  existing: Set<string>;
}

/** Reads what is known of an import: a few rows a part, and of single rows only those that depend on others. */
export async function readImport(db: Database, staged: StagedImport): Promise<ImportMaterial> {
  const parts = await listParts(db, staged.id);
  const corrected = parts.some((part) => part.corrected > 0);
  const corrections = corrected ? await listCorrections(db, staged.id) : [];
  const followers = parts.flatMap((part) => JSON.parse(part.followers) as StagedFollower[]);
  const followed = [...new Set(followers.map(({ follows }) => follows))];
  if (followed.length === 0) return { staged, parts, corrections, followers, targets: [], existing: new Set() };
  const targets = await findStagedRefs(db, staged.id, followed);
  return { staged, parts, corrections, followers, targets, existing: await refsInLog(db, staged.scenario, followed) };
}
