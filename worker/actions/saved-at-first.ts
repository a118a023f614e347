import { joinEvent } from "../core/ledger";
import { joinReport } from "../core/ledger-statements";
import type { ReportContent } from "../core/sources";
import type { Database } from "../store/database";
import { ledgerPages, subjectEntries } from "../store/history";
import { openEntry } from "../store/seal";
import type { Saying } from "./log-event";

/** What the commit that recorded an event said: its content, its companions with their references, its sources. */
export async function savedAtFirst(db: Database, slug: string, ref: string): Promise<{ refs: string[]; said: Saying }> {
  const [first] = await subjectEntries(db, slug, "event", ref);
  if (!first) throw new Error(`${ref} has no entry`);
  const { revision } = first;
  const refs: string[] = [];
  const contents: Saying["also"] = [];
  const reports: ReportContent[] = [];
  for await (const { entries } of ledgerPages(db, slug, revision - 1, revision)) {
    for (const entry of entries) {
      const { facts, texts } = openEntry(entry);
      if (entry.kind === "report") {
        const { event: _event, number: _number, ...content } = joinReport(facts, texts);
        reports.push(content);
      } else if (entry.kind === "event") {
        refs.push(entry.subject);
        contents.push(joinEvent(facts, texts));
      }
    }
  }
  const [content, ...also] = contents;
  if (!content) throw new Error(`Revision ${revision} holds no event`);
  return { refs: refs.slice(1), said: { content, also, reports } };
}
