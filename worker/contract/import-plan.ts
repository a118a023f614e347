import type { EventContent, Registration } from "../core/types";
import type { AskOptions } from "./check-date";
import { TEXT_LIMIT } from "./columns";
import type { ImportRow } from "./csv-read";
import { checkRows, type Naming, nameOf } from "./import-check";
import { correctionMessage, type Decision, decideRows, type ExistingEvent } from "./import-decide";
import { rejectDangling } from "./import-follows";
import type { ImportCounts } from "./import-report";
import type { ImportMessage } from "./messages";

export type { ExistingEvent } from "./import-decide";

export interface PlanOptions extends Pick<AskOptions, "likely"> {
  /** The last day that has begun anywhere, `YYYY-MM-DD`. */
  latest: string;
  /** The log's events by reference; at least those of `refsNeeded(rows)`. */
  existing: ReadonlyMap<string, ExistingEvent>;
  /** Whether a row that differs from the log's event is a wanted correction (ruling 31). */
  acceptCorrections?: boolean;
  naming?: Naming;
}

export interface PlannedEvent {
  line: number;
  /** Null where the row has none; the server then gives one. */
  ref: string | null;
  content: EventContent;
}

export interface PlannedCorrection extends PlannedEvent {
  ref: string;
  /** The version that the correction replaces. */
  version: number;
}

/** What an import would do. */
export interface ImportPlan extends ImportCounts {
  messages: ImportMessage[];
  creations: PlannedEvent[];
  corrections: PlannedCorrection[];
}

/** The references whose current events `planImport` must be given. */
export function refsNeeded(rows: readonly ImportRow[]): string[] {
  const refs = new Set<string>();
  for (const { raw } of rows) {
    for (const ref of [raw.ref, raw.follows]) {
      if (typeof ref === "string" && ref !== "" && ref.length <= TEXT_LIMIT) refs.add(ref);
    }
  }
  return [...refs];
}

/** Decides each row of a file or list by rulings 30 and 31, without touching anything. */
export function planImport(rows: readonly ImportRow[], registration: Registration, options: PlanOptions): ImportPlan {
  const { existing, acceptCorrections = false, naming } = options;
  const { decisions, messages } = decideRows(checkRows(rows, registration, options), { existing, naming });
  const wanted = decisions.map((one): Decision => {
    if (one.row !== "correct") return one;
    messages.push(correctionMessage(one, acceptCorrections, naming));
    return acceptCorrections ? one : { row: "reject", line: one.line, ref: one.ref };
  });
  const settled = rejectDangling(wanted, existing, (line, text) =>
    messages.push({ line, level: "error", kind: "unknown-follows", column: nameOf("follows", naming), text }),
  );
  return summarise(settled, messages);
}

/** In the order of the lines; what is said of one line keeps its order. */
export function byLine(messages: readonly ImportMessage[]): ImportMessage[] {
  return messages.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

function summarise(decisions: readonly Decision[], messages: readonly ImportMessage[]): ImportPlan {
  const creations = decisions.filter((one) => one.row === "create");
  const corrections = decisions.filter((one) => one.row === "correct");
  return {
    accepted: creations.length + corrections.length,
    corrected: corrections.length,
    unchanged: decisions.filter((one) => one.row === "unchanged").length,
    rejected: decisions.filter((one) => one.row === "reject").length,
    messages: byLine(messages),
    creations: creations.map(({ line, ref, content }) => ({ line, ref, content })),
    corrections: corrections.map(({ line, ref, content, version }) => ({ line, ref, content, version })),
  };
}
