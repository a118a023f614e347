import type { ImportReport } from "../contract/import-report";
import type { ExistingEvent } from "../contract/import-decide";
import { DomainError } from "../core/errors";
import type { AppContext } from "../http/context";
import { contentOf, type StoredEvent } from "../store/event-rows";

/** A report before it is known what was written. */
export type Decided = Omit<ImportReport, "revision">;

/** The log's events as an import compares rows with them. */
export function existingEvents(found: Map<string, StoredEvent>): Map<string, ExistingEvent> {
  return new Map(
    [...found].map(([ref, event]) => [
      ref,
      { version: event.version, status: event.status, content: contentOf(event) },
    ]),
  );
}

/** A dry run always answers 200 with the report; a refused import answers with the same report as a problem. */
export function answerImport(
  c: AppContext,
  report: Decided,
  revision: number,
  { dryRun = false, refused }: { dryRun?: boolean; refused: boolean },
): Response {
  if (dryRun || !refused) return c.json({ ...report, revision });
  const detail = report.fileRejected
    ? "The file cannot be read as events, so nothing was imported. Its messages say what to do."
    : `${report.rejected} rows are not right, so nothing was imported. Correct them, or import the valid rows only.`;
  throw new DomainError("invalid", detail, undefined, { ...report, revision });
}
