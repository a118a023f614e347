/** What an import would do or has done: counts, and each message with its line, its column and what to do. */
import type { ImportMessage, Level } from "../../worker/contract/messages";
import { h } from "../lib/dom";
import { countOf } from "../lib/format";
import { userText } from "../lib/user-text";

export interface ImportReport {
  fileRejected: boolean;
  accepted: number;
  unchanged: number;
  corrected: number;
  rejected: number;
  messages: ImportMessage[];
  revision: number;
}

/** More rows than this are shown on request: 5,000 at once make a phone stutter. */
const FIRST = 200;
const ORDER: Level[] = ["error", "warning", "notice"];
const LEVEL_WORDS: Record<Level, string> = { error: "Rejected", warning: "Warning", notice: "Notice" };

/** Rows that differ from the log and wait for a yes: before it, each is rejected with this kind. */
export function waitingCorrections(report: ImportReport): number {
  return report.messages.filter(({ kind, level }) => kind === "correction" && level === "error").length;
}

/** "3 new, 2 corrected, 1 unchanged, 2 rejected". `accepted` holds the corrections too. */
export function countsInWords(report: ImportReport): string {
  const { accepted, corrected, unchanged, rejected } = report;
  return `${accepted - corrected} new, ${corrected} corrected, ${unchanged} unchanged, ${rejected} rejected`;
}

export function reportCounts(report: ImportReport): HTMLElement {
  const { accepted, corrected, unchanged, rejected } = report;
  const cell = (n: number, label: string) => h("div", {}, h("dd", {}, n), h("dt", {}, label));
  return h(
    "dl",
    { class: "counts" },
    cell(accepted - corrected, "new"),
    cell(corrected, "corrected"),
    cell(unchanged, "unchanged"),
    cell(rejected, "rejected"),
  );
}

/** A column's name may break after an underscore: on a phone "source_reliability" is wider than its cell. */
function breakable(name: string): Node[] {
  return name.split(/(?<=_)/).flatMap((part) => [document.createTextNode(part), h("wbr")]);
}

function row({ line, level, column, text }: ImportMessage): HTMLElement {
  return h(
    "tr",
    { class: level },
    h("td", { class: "number" }, line ?? ""),
    h("td", {}, h("code", {}, ...breakable(column ?? ""))),
    h("td", {}, h("strong", {}, `${LEVEL_WORDS[level]}. `), userText(text)),
  );
}

/** Errors first, then in the order of the file. */
export function reportTable(messages: ImportMessage[]): HTMLElement | null {
  if (messages.length === 0) return null;
  const sorted = ORDER.flatMap((level) => messages.filter((one) => one.level === level));
  const body = h("tbody", {}, ...sorted.slice(0, FIRST).map(row));
  const all = h(
    "button",
    { class: "button small", type: "button" },
    `Show all ${sorted.length.toLocaleString("en-GB")}`,
  );
  all.addEventListener("click", () => {
    body.append(...sorted.slice(FIRST).map(row));
    all.remove();
  });
  const head = h(
    "tr",
    {},
    h("th", { scope: "col", class: "number" }, "Line"),
    h("th", { scope: "col" }, "Column"),
    h("th", { scope: "col" }, "What to do"),
  );
  return h(
    "div",
    { class: "stack tight" },
    h(
      "table",
      { class: "messages" },
      h("caption", {}, `${countOf(messages.length, "message")}. Lines are counted in the file; the header is line 1.`),
      h("thead", {}, head),
      body,
    ),
    sorted.length > FIRST && all,
  );
}
