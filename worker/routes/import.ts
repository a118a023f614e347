import { Hono } from "hono";
import { latestDay } from "../core/days";
import { requireScenario } from "../actions/context";
import { importEvents } from "../actions/import-events";
import { readEventFile, type EventFile } from "../contract/csv-read";
import { readEventList } from "../contract/import-list";
import { planImport, refsNeeded } from "../contract/import-plan";
import { ImportInput, ImportQuery } from "../contract/requests";
import { DomainError } from "../core/errors";
import { ROWS_AT_ONCE } from "../core/part-rows";
import { requireRole } from "../http/authenticate";
import type { AppContext, AppEnv } from "../http/context";
import { limitBody, parseBody, readJson, validate } from "../http/validate";
import { contextOf } from "./action-context";
import { answerImport, existingEvents, type Decided } from "./import-report";
import { likelyFor } from "./likely";

const MAX_IMPORT_BYTES = 4_000_000;

/** A file as text/csv, or `{"events": [...]}` as JSON: both become rows for the same plan. */
async function readRows(c: AppContext): Promise<EventFile & { naming: "column" | "member" }> {
  const type = c.req.header("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  if (type === "text/csv") {
    return { ...readEventFile(new Uint8Array(await c.req.arrayBuffer()), ROWS_AT_ONCE), naming: "column" };
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

export const imports = new Hono<AppEnv>().post(
  "/:slug/import",
  requireRole("analyst"),
  limitBody(MAX_IMPORT_BYTES),
  validate("query", ImportQuery),
  async (c) => {
    const { db, now } = c.var;
    const { dryRun, onlyValid, acceptCorrections, confirmDate, clientId } = c.req.valid("query");
    const { registration, head } = await requireScenario(db, c.req.param("slug"));
    const file = await readRows(c);
    if (file.fileRejected) {
      const nothing = { accepted: 0, unchanged: 0, corrected: 0, rejected: 0 };
      const report = { fileRejected: true, ...nothing, messages: file.messages };
      return answerImport(c, report, head.revision, { dryRun, refused: true });
    }
    const raws = file.rows.map(({ raw }) => raw);
    const likely = confirmDate ? undefined : await likelyFor(c, registration, raws);
    const { report, revision } = await importEvents<Decided>(contextOf(c), registration.slug, {
      refs: refsNeeded(file.rows),
      reason: "Import",
      ...(dryRun ? {} : { clientId }),
      decide: (found) => {
        const existing = existingEvents(found);
        const options = { latest: latestDay(now), existing, acceptCorrections, naming: file.naming, likely };
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
    return answerImport(c, report, revision, { dryRun, refused: report.rejected > 0 && !onlyValid });
  },
);
