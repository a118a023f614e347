import { Hono } from "hono";
import { commitImport } from "../actions/commit-import";
import { requireScenario } from "../actions/context";
import { discardImport } from "../actions/discard-import";
import { openImport } from "../actions/open-import";
import { readImport, type ImportMaterial } from "../actions/read-import";
import { stagePart } from "../actions/stage-part";
import { requireImport } from "../actions/staged-import";
import { checkRows } from "../contract/import-check";
import type { FirstRow } from "../contract/import-decide";
import { decidePart, readPart } from "../contract/import-part";
import { refsNeeded } from "../contract/import-plan";
import { PartInput, StagedImportInput, StagedImportQuery } from "../contract/import-requests";
import { ConfirmQuery } from "../contract/requests";
import { reportStaged, type PartSummary } from "../contract/import-staged";
import { latestDay } from "../core/days";
import { requireRole } from "../http/authenticate";
import type { AppEnv } from "../http/context";
import { limitBody, parseBody, readJson, validate } from "../http/validate";
import { sha256 } from "../store/hash";
import type { ReportedPart, StagedRef } from "../store/staged-reads";
import { contextOf } from "./action-context";
import { answerImport, existingEvents } from "./import-report";
import { likelyFor } from "./likely";

const MAX_OPEN_BYTES = 100_000;
const MAX_PART_BYTES = 4_000_000;

function summaryOf(part: ReportedPart): PartSummary {
  const { created, corrected, unchanged, rejected } = part;
  return { created, corrected, unchanged, rejected, messages: JSON.parse(part.messages) };
}

function reportOf({ parts, ...rest }: ImportMaterial, acceptCorrections: boolean) {
  const report = reportStaged({ ...rest, parts: parts.map(summaryOf) }, acceptCorrections, rest.staged.naming);
  const { excluded, ...said } = report;
  return { excluded, report: { fileRejected: false, ...said } };
}

/** Of each reference the row that has it first. */
function firstRows(refs: StagedRef[]): Map<string, FirstRow> {
  const first = new Map<string, FirstRow>();
  for (const { ref, line, key } of refs) if (!first.has(ref)) first.set(ref, { line, key });
  return first;
}

/** Imports in parts: each request within what a free plan gives one; one ledger commit at the end, or none. */
export const stagedImports = new Hono<AppEnv>()
  .post("/:slug/imports", requireRole("analyst"), limitBody(MAX_OPEN_BYTES), async (c) => {
    const input = parseBody(StagedImportInput, await readJson(c));
    return c.json({ id: await openImport(contextOf(c), c.req.param("slug"), input) }, 201);
  })

  .post(
    "/:slug/imports/:id/parts",
    requireRole("analyst"),
    limitBody(MAX_PART_BYTES),
    validate("query", ConfirmQuery),
    async (c) => {
      const { confirmDate } = c.req.valid("query");
      const input = parseBody(PartInput, await readJson(c));
      const rows = readPart(input);
      const stored = await stagePart(contextOf(c), c.req.param("slug"), c.req.param("id"), {
        part: input.part,
        digest: await sha256(`${confirmDate ? "dates confirmed " : ""}${await c.req.text()}`),
        refs: refsNeeded(rows),
        decide: async (found, earlier, { registration }, naming) => {
          const existing = existingEvents(found);
          const raws = rows.map(({ raw }) => raw);
          const likely = confirmDate ? undefined : await likelyFor(c, registration, raws);
          const read = checkRows(rows, registration, { latest: latestDay(c.var.now), naming, likely, existing });
          const checked = await Promise.all(
            read.map(async (row) => ({ ...row, key: row.key === null ? null : await sha256(row.key) })),
          );
          return decidePart(checked, { existing, earlier: firstRows(earlier), naming });
        },
      });
      const { created, corrected, unchanged, rejected, messages } = summaryOf(stored);
      return c.json({ part: stored.part, accepted: created + corrected, corrected, unchanged, rejected, messages });
    },
  )

  .get("/:slug/imports/:id", requireRole("analyst"), validate("query", StagedImportQuery), async (c) => {
    const { db } = c.var;
    const slug = c.req.param("slug");
    const { staged, last } = await requireImport(contextOf(c), slug, c.req.param("id"));
    const { head } = await requireScenario(db, slug);
    const { report } = reportOf(await readImport(db, staged), c.req.valid("query").acceptCorrections);
    const parts = last === null ? 0 : last + 1;
    return c.json({ id: staged.id, name: staged.name, parts, ...report, revision: head.revision });
  })

  .delete("/:slug/imports/:id", requireRole("analyst"), async (c) => {
    await discardImport(contextOf(c), c.req.param("slug"), c.req.param("id"));
    return c.body(null, 204);
  })

  .post("/:slug/imports/:id/commit", requireRole("analyst"), validate("query", StagedImportQuery), async (c) => {
    const { onlyValid, acceptCorrections } = c.req.valid("query");
    const { report, revision } = await commitImport(contextOf(c), c.req.param("slug"), c.req.param("id"), {
      corrections: acceptCorrections,
      decide: (material) => {
        const { report: said, excluded } = reportOf(material, acceptCorrections);
        return { report: said, excluded, write: said.accepted > 0 && (said.rejected === 0 || onlyValid) };
      },
    });
    return answerImport(c, report, revision, { refused: report.rejected > 0 && !onlyValid });
  });
