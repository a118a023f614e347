import type { SharedFields } from "../core/sharing";
import type { ScenarioView } from "../core/view-types";
import type { Database } from "../store/database";
import { runningHash } from "../store/running-hash";
import { encodeView } from "../store/view-bytes";
import { currentView, type CurrentQuestion } from "./current-view";
import { stillSettling } from "./settle-first";
import { sharedCsv, type ToCsv } from "./shared-csv";

export interface FrozenNow {
  view: ScenarioView;
  /** The canonical bytes of the view, and their hash. */
  bytes: Uint8Array;
  hash: string;
  ledgerHead: string;
}

/**
 * The view that a link made now would freeze, byte for byte: with what goes along, the ledger's head and the hash of its
 * events.csv, whose parts `keep` gets in order. Writes nothing.
 */
export async function freezeView(
  db: Database,
  { question, fields, toCsv }: { question: CurrentQuestion; fields: SharedFields; toCsv: ToCsv },
  keep: (part: Uint8Array) => Promise<void> = async () => {},
): Promise<FrozenNow> {
  const { view: current, head } = await currentView(db, question, fields);
  if (current.settling) throw stillSettling(current.settling);
  const csv = runningHash();
  for await (const text of sharedCsv(db, current, fields, toCsv)) {
    const part = new TextEncoder().encode(text);
    await csv.add(part);
    await keep(part);
  }
  const view: ScenarioView = { ...current, frozen: { fields, ledgerHead: head.hash, eventsCsv: await csv.end() } };
  return { view, ...(await encodeView(view)), ledgerHead: head.hash };
}
