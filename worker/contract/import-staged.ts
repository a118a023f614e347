import { nameOf, type Naming } from "./import-check";
import { correctionMessage } from "./import-decide";
import { type Followable, rejectDangling } from "./import-follows";
import { byLine } from "./import-plan";
import type { ImportCounts } from "./import-report";
import type { ImportMessage } from "./messages";

/** How a part's rows fare, each for itself, against the rows before it and against the log. */
export interface PartSummary {
  created: number;
  corrected: number;
  unchanged: number;
  rejected: number;
  messages: ImportMessage[];
}

interface RowPlace {
  position: number;
  line: number;
  ref: string | null;
  row: "create" | "correct" | "unchanged" | "reject";
}

/** What a report on an import in parts is drawn up from. */
export interface StagedSummary {
  parts: PartSummary[];
  corrections: { position: number; line: number; ref: string; changed: string }[];
  /** Rows that follow an event. */
  followers: (RowPlace & { follows: string })[];
  /** Rows that name one of those events. */
  targets: RowPlace[];
  /** Which of those events the log has. */
  existing: { has(ref: string): boolean };
}

export interface StagedReport extends ImportCounts {
  messages: ImportMessage[];
  /** Places of the rows that would be written but follow an event that will not be there. */
  excluded: number[];
}

/** The same report that `planImport` gives for the whole file, drawn up from its parts. */
export function reportStaged(
  { parts, corrections, followers, targets, existing }: StagedSummary,
  acceptCorrections: boolean,
  naming: Naming,
): StagedReport {
  const messages = parts.flatMap((part) => part.messages);
  messages.push(...corrections.map((one) => correctionMessage(one, acceptCorrections, naming)));

  const depending = placesOf(targets, followers, acceptCorrections);
  const settled = rejectDangling(depending, existing, (line, text) =>
    messages.push({ line, level: "error", kind: "unknown-follows", column: nameOf("follows", naming), text }),
  );
  const fallen = depending.filter((one, i) => one.row !== "reject" && settled[i]?.row === "reject");
  const fell = (row: RowPlace["row"]): number => fallen.filter((one) => one.row === row).length;

  const sum = (count: (part: PartSummary) => number): number => parts.reduce((total, part) => total + count(part), 0);
  const found = sum((part) => part.corrected);
  const corrected = acceptCorrections ? found - fell("correct") : 0;
  return {
    accepted: sum((part) => part.created) - fell("create") + corrected,
    corrected,
    unchanged: sum((part) => part.unchanged) - fell("unchanged"),
    rejected: sum((part) => part.rejected) + (acceptCorrections ? 0 : found) + fallen.length,
    messages: byLine(messages),
    excluded: fallen.filter((one) => one.row !== "unchanged").map(({ position }) => position),
  };
}

/** The rows that decide about each other, in the order of the file. */
function placesOf(
  targets: readonly RowPlace[],
  followers: StagedSummary["followers"],
  acceptCorrections: boolean,
): (Followable & { position: number })[] {
  const rows = new Map<number, RowPlace & { follows?: string }>();
  for (const one of [...targets, ...followers]) rows.set(one.position, one);
  return [...rows.values()]
    .toSorted((a, b) => a.position - b.position)
    .map(({ position, line, ref, row, follows = null }) => {
      if (row === "reject" || (row === "correct" && !acceptCorrections)) return { position, row: "reject", line, ref };
      return { position, row, line, ref, content: { follows } };
    });
}
