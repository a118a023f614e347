import { DomainError } from "../core/errors";
import { numberedSubject, splitReport } from "../core/ledger-statements";
import { isSameSource, type ReportContent } from "../core/sources";
import type { Credibility, Report } from "../core/types";
import { reportRow, type ReportRow } from "../store/discussion-rows";
import type { StoredEvent } from "../store/event-rows";
import { reportsOf, reportStatements } from "../store/reports";
import { requireEvent } from "./change-event";
import { commitRemark } from "./commit-remark";
import type { ActionContext } from "./context";

/** Adds a further source to an event. It moves no points. */
export async function addReport(
  context: ActionContext,
  slug: string,
  ref: string,
  content: ReportContent,
): Promise<ReportRow> {
  const { db } = context;
  const { row } = await commitRemark(context, slug, "", async () => {
    const event = await requireEvent(db, slug, ref);
    if (event.status === "retracted") {
      throw new DomainError("conflict", `${ref} was retracted and takes no further sources. Log the event anew.`);
    }
    const all = await reportsOf(db, slug, ref);
    requireNewSource(event, all, content);
    const report = { event: ref, number: (all.at(-1)?.number ?? 0) + 1, ...content };
    return {
      draft: {
        kind: "report" as const,
        subject: numberedSubject(ref, report.number),
        op: "record" as const,
        ...splitReport(report),
      },
      versions: 0,
      rowOf: (written) => reportRow(report, written),
      project: (added: ReportRow) => reportStatements(db.d1, [added]),
    };
  });
  return row;
}

function requireNewSource(event: StoredEvent, all: ReportRow[], content: ReportContent): void {
  const same = content.sourceUrl === "" ? "title" : "address";
  const field = content.sourceUrl === "" ? "sourceTitle" : "sourceUrl";
  if (isSameSource(content, event)) {
    throw new DomainError("conflict", `${event.ref} itself has a source with this ${same}. Nothing was added.`, field);
  }
  const given = all.find((report) => report.status === "active" && isSameSource(content, report));
  if (!given) return;
  const detail = `A source with this ${same} was added to ${event.ref} already, as number ${given.number}.`;
  throw new DomainError("conflict", `${detail} Nothing was added.`, field);
}

/** Takes a further source back. */
export async function removeReport(
  context: ActionContext,
  slug: string,
  { ref, number, reason }: { ref: string; number: number; reason: string },
): Promise<ReportRow> {
  const { db } = context;
  const { row } = await commitRemark(context, slug, reason, async () => {
    await requireEvent(db, slug, ref);
    const current = (await reportsOf(db, slug, ref)).find((report) => report.number === number);
    if (current?.status !== "active") {
      throw new DomainError("not-found", `${ref} has no further source with this number, so there is none to remove.`);
    }
    const report = reportOf(current);
    return {
      draft: {
        kind: "report" as const,
        subject: numberedSubject(ref, number),
        op: "retract" as const,
        ...splitReport(report),
      },
      versions: current.version,
      rowOf: (written) => reportRow(report, written),
      project: (removed: ReportRow) => reportStatements(db.d1, [removed]),
    };
  });
  return row;
}

function reportOf(row: ReportRow): Report {
  const { event, number, sourceTitle, sourceUrl, sourcePublished, sourceReliability, infoCredibility, quote } = row;
  return {
    event,
    number,
    sourceTitle,
    sourceUrl,
    sourcePublished,
    sourceReliability,
    infoCredibility: infoCredibility as Credibility,
    quote,
  };
}
