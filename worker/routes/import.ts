import { Hono } from "hono";
import { dayOfInstant } from "../core/days";
import { requireScenario } from "../actions/context";
import { importEvents } from "../actions/import-events";
import { readEventFile, type EventFile } from "../contract/csv-read";
import { readEventList } from "../contract/import-list";
import { planImport, refsNeeded, type ExistingEvent, type ImportPlan } from "../contract/import-plan";
import type { ImportMessage } from "../contract/messages";
import { ImportInput, ImportQuery } from "../contract/requests";
import { DomainError } from "../core/errors";
import { requirePerson, requireRole } from "../http/authenticate";
import type { AppContext, AppEnv } from "../http/context";
import { limitBody, parseBody, readJson, validate } from "../http/validate";
import { contentOf, type StoredEvent } from "../store/event-rows";

const MAX_IMPORT_BYTES = 4_000_000;

interface Report extends Pick<ImportPlan, "accepted" | "unchanged" | "corrected" | "rejected"> {
  fileRejected: boolean;
  messages: ImportMessage[];
}

/** A file as text/csv, or `{"events": [...]}` as JSON: both become rows for the same plan. */
async function readRows(c: AppContext): Promise<EventFile & { naming: "column" | "member" }> {
  const type = c.req.header("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  if (type === "text/csv") {
    return { ...readEventFile(new Uint8Array(await c.req.arrayBuffer())), naming: "column" };
  }
  if (type === "application/json") {
    const { events } = parseBody(ImportInput, await readJson(c));
    return { fileRejected: false, rows: readEventList(events), messages: [], naming: "member" };
  }
  throw new DomainError(
    "invalid",
    'Send the file with `Content-Type: text/csv`, or `{"events": [...]}` with `Content-Type: application/json`.',
    "Content-Type",
  );
}

function existingEvents(found: Map<string, StoredEvent>): Map<string, ExistingEvent> {
  return new Map(
    [...found].map(([ref, event]) => [
      ref,
      { version: event.version, status: event.status, content: contentOf(event) },
    ]),
  );
}

export const imports = new Hono<AppEnv>().post(
  "/:slug/import",
  requireRole("analyst"),
  limitBody(MAX_IMPORT_BYTES),
  validate("query", ImportQuery),
  async (c) => {
    const { db, now } = c.var;
    const { dryRun, onlyValid, acceptCorrections } = c.req.valid("query");
    const { registration, head } = await requireScenario(db, c.req.param("slug"));
    const file = await readRows(c);
    if (file.fileRejected) {
      const nothing = { accepted: 0, unchanged: 0, corrected: 0, rejected: 0 };
      return answer(c, { fileRejected: true, ...nothing, messages: file.messages }, head.revision, dryRun, true);
    }
    const { report, revision } = await importEvents<Report>({ db, now, who: requirePerson(c).id }, registration.slug, {
      refs: refsNeeded(file.rows),
      reason: "Import",
      decide: (found) => {
        const existing = existingEvents(found);
        const options = { today: dayOfInstant(now), existing, acceptCorrections, naming: file.naming };
        const { creations, corrections, messages, ...counts } = planImport(file.rows, registration, options);
        const write = !dryRun && (counts.rejected === 0 || onlyValid);
        const rows = [
          ...creations.map(({ ref, content }) => ({ op: "record" as const, ref, content })),
          ...corrections.map(({ ref, content }) => ({ op: "correct" as const, ref, content })),
        ];
        return {
          report: { fileRejected: false, ...counts, messages: [...file.messages, ...messages] },
          rows: write ? rows : [],
        };
      },
    });
    return answer(c, report, revision, dryRun, report.rejected > 0 && !onlyValid);
  },
);

/** A dry run always answers 200 with the report; a refused import answers with the same report as a problem. */
function answer(c: AppContext, report: Report, revision: number, dryRun: boolean, refused: boolean): Response {
  if (dryRun || !refused) return c.json({ ...report, revision });
  const detail = report.fileRejected
    ? "The file cannot be read as events, so nothing was imported. Its messages say what to do."
    : `${report.rejected} rows are not right, so nothing was imported. Correct them, or import the valid rows only.`;
  throw new DomainError("invalid", detail, undefined, { ...report, revision });
}
