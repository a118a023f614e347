/** What an import would do or has done, in counts. */
import type { ImportReport } from "../../worker/contract/import-report";
import { h } from "../lib/dom";

/** Rows that differ from the log and wait for a yes: before it, each is rejected with this kind. */
export function waitingCorrections(report: ImportReport): number {
  return report.messages.filter(({ kind, level }) => kind === "correction" && level === "error").length;
}

/** Dates that look mistyped and wait for somebody who says that they are right. */
export function askedDates(report: ImportReport): ImportReport["messages"] {
  return report.messages.filter(({ kind }) => kind === "unlikely-date");
}

/** Rows whose reference stands for something else: for another row of the file, or for an event that was retracted. */
export function conflictingRows(report: ImportReport): number {
  const conflicts = report.messages.filter(({ kind }) => kind === "conflict" || kind === "retracted");
  return new Set(conflicts.map(({ line }) => line)).size;
}

/** "3 new, 2 corrected, 1 unchanged, 2 rejected". `accepted` holds the corrections too. */
export function countsInWords(report: ImportReport): string {
  const { accepted, corrected, unchanged, rejected } = report;
  const n = (rows: number): string => rows.toLocaleString("en-GB");
  return `${n(accepted - corrected)} new, ${n(corrected)} corrected, ${n(unchanged)} unchanged, ${n(rejected)} rejected`;
}

/** How rows stand to the log, told apart by their references. */
export function standing(report: ImportReport): { label: string; rows: number }[] {
  const { accepted, corrected, unchanged, rejected } = report;
  const [waiting, conflicting] = [waitingCorrections(report), conflictingRows(report)];
  return [
    { label: "new", rows: accepted - corrected },
    { label: "changed", rows: corrected + waiting },
    { label: "unchanged", rows: unchanged },
    { label: "conflicting", rows: conflicting },
    { label: "not right", rows: rejected - waiting - conflicting },
  ];
}

export function reportCounts(report: ImportReport): HTMLElement {
  const cells = standing(report).map(({ label, rows }) =>
    h("div", {}, h("dd", {}, rows.toLocaleString("en-GB")), h("dt", {}, label)),
  );
  return h("dl", { class: "counts" }, ...cells);
}
