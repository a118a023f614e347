import { env } from "cloudflare:workers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { now } from "../clock";
import { verifyLedgers } from "../../worker/actions/verify-ledger";
import { api, database, eventBody, keyFor, registerShipped, SLUG } from "./harness";

const SCENARIO = `/scenarios/${SLUG}`;
const EVENTS = `${SCENARIO}/events`;
const GRADE = { sourceReliability: "B", infoCredibility: 2 };

/** One write of one of two people, on one of a few events, claims and months. */
interface Write {
  what: (typeof WRITES)[number];
  by: number;
  on: number;
  number: number;
}

const WRITES = [
  "log",
  "log with a source",
  "import",
  "correct",
  "correct",
  "retract",
  "attest",
  "withdraw attestation",
  "rate",
  "remove rating",
  "settle",
  "open again",
  "report",
  "remove report",
  "review",
  "withdraw review",
  "comment",
  "note",
  "withdraw note",
  "undo",
] as const;

const aWrite: fc.Arbitrary<Write> = fc.record({
  what: fc.constantFrom(...WRITES),
  by: fc.nat(1),
  on: fc.nat(3),
  number: fc.nat(99),
});

/** The request of a write; the ledger may refuse it, and then nothing is written. */
async function send({ what, by, on, number }: Write, keys: string[]): Promise<boolean> {
  const rows = await env.DB.prepare("SELECT ref, version FROM events ORDER BY ref LIMIT 4").all<
    Record<string, unknown>
  >();
  const { ref = "X", version = 1 } = rows.results[on % Math.max(1, rows.results.length)] ?? {};
  const event = `${EVENTS}/${String(ref)}`;
  const month = `2025-0${on + 1}`;
  const claim = `${SCENARIO}/propositions/C0${on + 1}`;
  const title = `Visit ${number}`;
  const date = `${month}-10`;
  const reason = "A test";
  const csv = `date,indicator,code,title,source_title,source_reliability,info_credibility\n${date},visit,minister_visit_held,${title},A paper,C,3\n${date},visit,leader_visit_held,${title} too,A paper,A,1\n`;
  const reports = [{ sourceTitle: `Paper ${number}`, ...GRADE }];
  const requests: Record<Write["what"], [string, string, unknown]> = {
    log: ["POST", EVENTS, eventBody({ title, date })],
    "log with a source": ["POST", EVENTS, eventBody({ title, date, reports })],
    import: ["POST", `${SCENARIO}/import`, csv],
    correct: ["PATCH", event, { title, date, infoCredibility: 1 + (number % 6), reason }],
    retract: ["DELETE", event, { reason }],
    attest: ["POST", `${SCENARIO}/attestations`, { month, note: title }],
    "withdraw attestation": ["DELETE", `${SCENARIO}/attestations/${month}`, { reason }],
    rate: ["POST", `${claim}/evidence`, { event: ref, likelihoodRatio: "2", rivalExplanation: title }],
    "remove rating": ["DELETE", `${claim}/evidence/${String(ref)}`, { reason }],
    settle: ["POST", `${claim}/resolution`, { result: "no", on: date, sourceTitle: title }],
    "open again": ["DELETE", `${claim}/resolution`, { reason }],
    report: ["POST", `${event}/reports`, { sourceTitle: title, ...GRADE }],
    "remove report": ["DELETE", `${event}/reports/1`, { reason }],
    review: ["POST", `${event}/review`, { ...GRADE, agrees: number % 2 === 0, comment: title }],
    "withdraw review": ["DELETE", `${event}/review`, { reason }],
    comment: ["POST", `${event}/comments`, { text: title }],
    note: ["POST", `${SCENARIO}/notes`, { month, text: title }],
    "withdraw note": ["DELETE", `${SCENARIO}/notes/${month}`, { reason }],
    undo: ["POST", `${SCENARIO}/undo`, {}],
  };
  const [method, path, body] = requests[what];
  const headers = {
    "If-Match": `"${String(version)}"`,
    ...(typeof body === "string" && { "Content-Type": "text/csv" }),
  };
  const before = await head();
  const response = await api(method, path, { key: keys[by] ?? "", body, headers });
  expect(response.status, `${what}: ${await response.text()}`).toBeLessThan(500);
  return (await head()) > before;
}

async function head(): Promise<number> {
  return (await env.DB.prepare("SELECT head_revision AS n FROM scenarios").first<number>("n")) ?? 0;
}

const TABLES =
  "events attestations propositions evidence reports reviews comments notes month_points month_code_counts year_codes";
/** What a new version changes whatever it says; a changed event waits for a new look. */
const OF_VERSION = new Set(["version", "revision", "ordinal", "recorded_at", "who", "outcome_version", "review"]);

/** What stands: every row that was not taken back, without what belongs to its version. */
async function standing(): Promise<Record<string, unknown[]>> {
  const read = TABLES.split(" ").map(async (table): Promise<[string, unknown[]]> => {
    const { results } = await env.DB.prepare(`SELECT * FROM ${table}`).all();
    const rows = results.filter(({ status }) => status !== "retracted");
    const said = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !OF_VERSION.has(name))));
    return [table, said.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))];
  });
  return Object.fromEntries(await Promise.all(read));
}

async function problems(): Promise<string[]> {
  return (await verifyLedgers(database(), now())).flatMap((report) => report.problems);
}

test("whatever was written, undoing the last write leaves what stood before it, and an undo of that brings it back", async () => {
  const { analyst } = await registerShipped();
  const keys = [analyst, await keyFor("analyst", "Another")];
  let undone = 0;
  // One log grows through all runs: each run meets what the ones before have left.
  await fc.assert(
    fc.asyncProperty(fc.array(aWrite, { maxLength: 8 }), aWrite, async (writes, last) => {
      for (const write of writes) await send(write, keys);
      const before = await standing();
      if (!(await send(last, keys))) return;
      const after = await standing();
      const undo = { ...last, what: "undo" } as const;
      expect(await send(undo, keys)).toBe(true);
      expect(await standing()).toEqual(before);
      expect(await send(undo, keys)).toBe(true);
      expect(await standing()).toEqual(after);
      undone += 1;
    }),
    { numRuns: 15, endOnFailure: true },
  );
  expect(undone).toBeGreaterThan(0);
  expect(await problems()).toEqual([]);
}, 60_000);
