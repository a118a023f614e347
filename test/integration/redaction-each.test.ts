import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import type { ScenarioView } from "../../worker/core/view-types";
import { now } from "../clock";
import { redactEvent } from "../../worker/actions/redact-event";
import { redactCsvParts } from "../../worker/contract/csv-redact";
import { REDACTABLE } from "../../worker/core/redaction";
import { readFrozen } from "../../worker/store/frozen-views";
import { open, problems, REASON, SCENARIO, write } from "./canaries";
import { currentSigner } from "./frozen";
import { api, database, loadShipped, SLUG } from "./harness";

/** What links froze is read from its rows after each redaction, and all of it as readers get it after every so many. */
const EVERY = 33;

interface Text {
  path: string;
  text: string;
  /** The event that it belongs to; "" for none. */
  of: string;
}

/** Every text of a document by its path. */
function textsOf(value: unknown, path = "", of = ""): Text[] {
  if (typeof value === "string") return [{ path, text: value, of }];
  if (typeof value !== "object" || value === null) return [];
  const { ref, event } = value as { ref?: string; event?: string };
  return Object.entries(value).flatMap(([name, one]) => textsOf(one, `${path}.${name}`, ref ?? event ?? of));
}

/** The other texts that are not as they were, and how many of the removed events' are not gone. */
function damage(before: Text[], document: unknown, gone: ReadonlySet<string>): string[] {
  const after = new Map(textsOf(document).map(({ path, text }) => [path, text]));
  return before.flatMap(({ path, text, of }) => {
    const isRemovable =
      gone.has(of) && /[.](title|source(Title|Url)|notes|quote|location|project|scoreReason|actors[.]\d+)$/.test(path);
    const now = after.get(path) ?? "";
    const right = isRemovable ? now === "" || now === "[removed]" : now === text;
    return right ? [] : [`${path}: ${now}`];
  });
}

/** A file of events by reference, each row whole. */
function rowsOf(csv: string): Map<string, string> {
  return new Map(csv.split(/\n(?=PKRU-)/).map((row) => [row.slice(0, 9), row.trim()]));
}

/** The events whose rows are not as they were. */
function changed(before: ReadonlyMap<string, string>, csv: string): Set<string> {
  const after = rowsOf(csv);
  return new Set([...before].flatMap(([ref, row]) => (after.get(ref) === row ? [] : [ref])));
}

test("each shipped event is redacted whole, one by one, and every other stays whole wherever it is read", async () => {
  const { owner } = await loadShipped();
  const fields = { sources: true, monthNote: true, notes: true };
  const { url } = await write(owner, `${SCENARIO}/snapshots`, { title: "Frozen", fields });
  const read = async (path: string): Promise<string> => (await api("GET", SCENARIO + path, { key: owner })).text();
  const look = async (path: string): Promise<string> => (await open(url, path)).text();
  /** But for what a redaction says of itself. */
  const dashboard = async (): Promise<ScenarioView> => ({
    ...JSON.parse(await read("/view?asOf=2025-11-30")),
    revision: 0,
  });
  const shown = ({ redactions: _said, frozen: _hash, ...view }: ScenarioView): object => view;
  const exported = async (): Promise<{ events: { ref: string }[] }> => JSON.parse(await read("/events.json"));
  const before = {
    dashboard: textsOf(await dashboard()),
    frozen: textsOf(shown(JSON.parse(await look("/view.json")))),
    exported: textsOf(await exported()),
    file: rowsOf(await read("/events.csv")),
    frozenFile: rowsOf(await look("/events.csv")),
  };
  const refs = (await exported()).events.map(({ ref }) => ref);
  expect(refs).toHaveLength(198);
  const gone = new Set<string>();
  // Not through its route, which takes as long again: what follows each request is no matter here.
  const tools = { rewriteFiles: redactCsvParts, signer: await currentSigner() };
  const request = { ...tools, reason: REASON, fields: REDACTABLE, also: [], dryRun: false };
  for (const ref of refs) {
    await redactEvent({ db: database(), who: "an owner", now: now() }, SLUG, { ...request, ref });
    gone.add(ref);
    const hash = await env.DB.prepare("SELECT view_hash FROM snapshots").first<string>("view_hash");
    const { document, files } = await readFrozen(database(), hash ?? "");
    expect(damage(before.frozen, shown(document), gone), ref).toEqual([]);
    expect(changed(before.frozenFile, files.join("")), ref).toEqual(gone);
    if (gone.size % EVERY > 0) continue;
    expect([JSON.parse(await look("/view.json")), await look("/events.csv")]).toEqual([document, files.join("")]);
    expect(damage(before.dashboard, await dashboard(), gone), ref).toEqual([]);
    expect(damage(before.exported, await exported(), gone), ref).toEqual([]);
    expect(changed(before.file, await read("/events.csv")), ref).toEqual(gone);
  }
  expect(await problems()).toEqual([]);
}, 120_000);
