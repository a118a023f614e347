import { env } from "cloudflare:workers";
import { afterEach, describe, expect, test, vi } from "vitest";
import { ask, type Batch, type Write } from "./ask-through";
import { everyTable, problems } from "./canaries";
import { api, eventBody, keyFor, loadShipped, scenarioFile, SLUG } from "./harness";
import { share } from "./shared-links";
import { calls } from "./staged";

const SCENARIO = `/api/v1/scenarios/${SLUG}`;
const CSV =
  "ref,date,indicator,code,title,source_title,source_reliability,info_credibility\n" +
  "NEW-1,2025-11-03,visit,minister_visit_held,One,A paper,B,2\nNEW-2,2025-11-04,visit,minister_visit_held,Two,A paper,B,2\n";

/** Fails at one access to the database: before it is done, or after, so that only the answer is lost. */
function failingAt(at: number, when: "before" | "after"): { batch: Batch; met: () => boolean } {
  let seen = 0;
  const batch: Batch = async (statements) => {
    const isMeant = seen === at;
    seen += 1;
    if (isMeant && when === "before") throw new Error("D1_ERROR: Network connection lost.");
    const results = await env.DB.batch(statements);
    if (isMeant) throw new Error("D1_ERROR: Network connection lost.");
    return results;
  };
  return { batch, met: () => seen > at };
}

/** Ledger and all that is counted from it, without what only speeds answers up or counts requests. */
async function kept(): Promise<Record<string, string>> {
  const loose = new Set(["access_keys", "view_cache", "month_verdicts", "usage"]);
  const tables = [...(await everyTable())].filter(([name]) => !loose.has(name));
  return Object.fromEntries(tables.map(([name, rows]) => [name, name === "views" ? frozenOnes(rows) : rows]));
}

/** A view that no link shows is an answer put aside. */
function frozenOnes(rows: string): string {
  return JSON.stringify((JSON.parse(rows) as { kept: number }[]).filter(({ kept: isKept }) => isKept === 1));
}

const REVIEW: Write = {
  path: `${SCENARIO}/events/PKRU-0001/review`,
  body: { agrees: false, comment: "He was an envoy", sourceReliability: "C", infoCredibility: 3, seen: false },
  headers: { "If-Match": '"1"' },
};

async function linkOf(key: string): Promise<Write> {
  return { path: `/api/v1/snapshots/${(await share(key)).id}` };
}

const WRITES: Record<string, (key: string) => Promise<Write>> = {
  "an event": async () => ({
    path: `${SCENARIO}/events`,
    body: eventBody({ clientId: "4b7a3f64-35e1-4a3e-9f0e-0d9c64c1a001" }),
  }),
  "a correction": async () => ({
    path: `${SCENARIO}/events/PKRU-0001`,
    method: "PATCH",
    body: { title: "Another title", reason: "Better" },
    headers: { "If-Match": '"1"' },
  }),
  "a file": async () => ({ path: `${SCENARIO}/import`, body: CSV }),
  "an import in parts": async (key) => {
    const { open, part } = calls(key);
    const id = await open();
    await part(id, 0, [{ line: 2, event: eventBody({ ref: "NEW-1" }) }]);
    return { path: `${SCENARIO}/imports/${id}/commit` };
  },
  "a month looked at": async () => ({
    path: `${SCENARIO}/attestations`,
    body: "month,note\n2026-09,Looked at the papers\n",
  }),
  "a comment": async () => ({ path: `${SCENARIO}/events/PKRU-0001/comments`, body: { text: "I doubt it" } }),
  "a further source": async () => ({
    path: `${SCENARIO}/events/PKRU-0001/reports`,
    body: { sourceTitle: "Another paper", sourceReliability: "C", infoCredibility: 3 },
  }),
  "a note on a month": async () => ({ path: `${SCENARIO}/notes`, body: { month: "2026-09", text: "Quiet" } }),
  "a link": async () => ({ path: `${SCENARIO}/snapshots`, body: { title: "A link" } }),
  "a change of a link": async (key) => ({ ...(await linkOf(key)), method: "PATCH", body: { title: "Another title" } }),
  "a link's withdrawal": async (key) => ({ ...(await linkOf(key)), method: "DELETE", body: { reason: "A mistake" } }),
  "a link's new address": async (key) => ({ path: `${(await linkOf(key)).path}/rotate` }),
  "a review": async () => REVIEW,
  "a review's end": async (key) => {
    await ask(key, REVIEW, (statements) => env.DB.batch(statements));
    return { path: REVIEW.path, method: "DELETE", body: { reason: "A mistake" } };
  },
};

/** Expects a refusal that a person can read, and nothing of the database's own words. */
async function expectClear(answer: Response): Promise<void> {
  const text = await answer.text();
  expect([answer.status, answer.headers.get("Content-Type"), text]).toEqual([500, "application/problem+json", text]);
  expect(text).not.toContain("D1_ERROR");
  expect((JSON.parse(text) as { detail: string }).detail).toMatch(
    /Something went wrong on our side.*the id [0-9a-f]{16}/,
  );
}

afterEach(() => vi.restoreAllMocks());

describe.each(Object.keys(WRITES))("%s, while the database fails", (kind) => {
  const prepare = async (): Promise<{ key: string; write: Write }> => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    await loadShipped();
    const key = await keyFor("analyst");
    const write = await WRITES[kind]?.(key);
    if (!write) throw new Error(`There is no write ${kind}`);
    return { key, write };
  };

  test("at any access, is refused clearly, is not there by half, and succeeds when repeated", async () => {
    const { key, write } = await prepare();
    const before = await kept();
    let refusals = 0;
    for (let at = 0; ; at += 1) {
      const { batch, met } = failingAt(at, "before");
      const answer = await ask(key, write, batch);
      if (answer.status < 300) {
        await answer.text();
        // What fails after the write is no part of it, such as working out verdicts.
        if (!met()) break;
        expect(refusals).toBeGreaterThan(2);
        break;
      }
      refusals += 1;
      await expectClear(answer);
      expect({ at, ...(await kept()) }).toEqual({ at, ...before });
    }
    expect(await kept()).not.toEqual(before);
    expect(await problems()).toEqual([]);
  });
});

test.each([
  ["database disk image is malformed: SQLITE_CORRUPT", "The database is damaged."],
  ["database or disk is full: SQLITE_FULL", "The database is full"],
  ["attempt to write a readonly database: SQLITE_READONLY", "The database cannot be written."],
])("a database that says %s is answered with what to do, and with no stack in the log", async (words, detail) => {
  const errors = vi.spyOn(console, "error").mockImplementation(() => {});
  const key = await keyFor("owner");
  const fails: Batch = () => Promise.reject(new Error(`D1_ERROR: ${words}`));
  const answer = await ask(key, { path: "/api/v1/scenarios", body: scenarioFile }, fails);
  expect([answer.status, await answer.json()]).toEqual([
    503,
    expect.objectContaining({ code: "database", detail: expect.stringContaining(detail) }),
  ]);
  expect(errors.mock.calls.flat().join()).not.toContain("stack");
});

test("an event whose answer was lost is there once when it is sent again", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const { analyst: key } = await loadShipped();
  const write = await WRITES["an event"]?.(key);
  if (!write) throw new Error("There is no such write");
  const head = await revision(key);
  for (let at = 0; (await revision(key)) === head; at += 1) {
    const answer = await ask(key, write, failingAt(at, "after").batch);
    await expectClear(answer);
  }
  const again = await ask(key, write, (statements) => env.DB.batch(statements));
  expect(again.status).toBe(200);
  expect(await revision(key)).toBe(head + 1);
  expect(await problems()).toEqual([]);
});

async function revision(key: string): Promise<number> {
  return (await (await api("GET", `/scenarios/${SLUG}`, { key })).json<{ revision: number }>()).revision;
}
