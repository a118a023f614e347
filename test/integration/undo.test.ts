import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { DUE, now } from "../clock";
import { verifyLedgers } from "../../worker/actions/verify-ledger";
import type { ApiEvent } from "../../worker/contract/api-types";
import type { UndoAnswer, UndoOffer } from "../../worker/contract/undo-requests";
import { api, database, eventBody, importCsv, keyFor, loadShipped, registerShipped, SLUG } from "./harness";

const SCENARIO = `/scenarios/${SLUG}`;
const EVENTS = `${SCENARIO}/events`;
const UNDO = `${SCENARIO}/undo`;

async function undo(key: string, body: object = {}): Promise<UndoAnswer> {
  const response = await api("POST", UNDO, { key, body });
  expect([response.status, await response.clone().text()]).toEqual([200, expect.any(String)]);
  return response.json();
}

async function refusal(key: string, body: object = {}): Promise<string> {
  const before = await revision(key);
  const response = await api("POST", UNDO, { key, body });
  expect(response.status).toBe(409);
  expect(await revision(key)).toBe(before);
  return ((await response.json()) as { detail: string }).detail;
}

async function revision(key: string): Promise<number> {
  return ((await (await api("GET", SCENARIO, { key })).json()) as { revision: number }).revision;
}

async function offer(key: string): Promise<UndoOffer> {
  return (await api("GET", UNDO, { key })).json();
}

async function log(key: string, changes: object = {}): Promise<ApiEvent> {
  const response = await api("POST", EVENTS, { key, body: eventBody({ ...changes }) });
  expect(response.status).toBe(201);
  return response.json();
}

async function read(key: string, ref: string): Promise<ApiEvent> {
  return (await api("GET", `${EVENTS}/${ref}`, { key })).json();
}

async function correct(key: string, ref: string, version: number, changes: object): Promise<void> {
  const headers = { "If-Match": `"${version}"` };
  const response = await api("PATCH", `${EVENTS}/${ref}`, { key, headers, body: { reason: "A test", ...changes } });
  expect(response.status).toBe(200);
}

async function retract(key: string, ref: string, version: number): Promise<void> {
  const headers = { "If-Match": `"${version}"` };
  const response = await api("DELETE", `${EVENTS}/${ref}`, { key, headers, body: { reason: "A test" } });
  expect(response.status).toBe(200);
}

async function problems(): Promise<string[]> {
  const [report] = await verifyLedgers(database(), now());
  return report?.problems ?? ["nothing was verified"];
}

describe("undoing one's last commit", () => {
  test("of a new event retracts it, as a new commit that says so", async () => {
    const { analyst: key } = await registerShipped();
    const { ref, revision: logged } = await log(key);
    const answer = await undo(key);
    expect(answer).toMatchObject({ revision: logged + 1, undone: { revision: logged, entries: { event: 1 } } });
    expect(await read(key, ref)).toMatchObject({ status: "retracted", version: 2 });
    const commit = await env.DB.prepare("SELECT * FROM commits WHERE revision = ?").bind(answer.revision).first();
    expect(commit).toMatchObject({ reason: `Undo of revision ${logged}`, recorded: 1, corrected: 0, retracted: 1 });
    expect(await problems()).toEqual([]);
  });

  test("of a correction says again what stood before", async () => {
    const { analyst: key } = await registerShipped();
    const { ref } = await log(key, { notes: "Один", actors: ["RUS", "PAK"], quote: "So it was" });
    const before = await read(key, ref);
    await correct(key, ref, 1, { title: "Another", date: "2025-10-03", actors: [], infoCredibility: 3 });
    await undo(key);
    const { version: _v, revision: _r, recordedAt: _a, ...said } = before;
    expect(await read(key, ref)).toMatchObject({ ...said, version: 3 });
    expect(await problems()).toEqual([]);
  });

  test("of a retraction brings the event back, and its clientId still names it", async () => {
    const { analyst: key } = await registerShipped();
    const clientId = "3f0e5a0a-9f2b-4f6c-8d3e-0123456789ab";
    const { ref } = await log(key, { clientId });
    await retract(key, ref, 1);
    await undo(key);
    expect(await read(key, ref)).toMatchObject({ status: "active", version: 3, title: "A minister visits" });
    const again = await api("POST", EVENTS, { key, body: eventBody({ clientId }) });
    expect([again.status, ((await again.json()) as ApiEvent).ref]).toEqual([200, ref]);
    expect(await problems()).toEqual([]);
  });

  test("of an undo brings back what the first took away, as often as one likes", async () => {
    const { analyst: key } = await registerShipped();
    const { ref } = await log(key);
    for (const status of ["retracted", "active", "retracted", "active"]) {
      await undo(key);
      expect((await read(key, ref)).status).toBe(status);
    }
    expect(await problems()).toEqual([]);
  });

  test("of a correction that brought an event back retracts it again", async () => {
    const { analyst: key } = await registerShipped();
    const { ref } = await log(key);
    await retract(key, ref, 1);
    await correct(key, ref, 2, { title: "Back again" });
    await undo(key);
    expect(await read(key, ref)).toMatchObject({ status: "retracted", version: 4 });
    expect(await problems()).toEqual([]);
  });

  test("takes back a whole import, also of 5,000 rows, and brings it back", async () => {
    const { analyst: key } = await registerShipped();
    await log(key, { title: "Before" });
    const figures = async () => {
      const view: Record<string, unknown> = await (await api("GET", `${SCENARIO}/view`, { key })).json();
      return { index: view["index"], months: view["months"], review: view["review"], latest: view["eventsCounted"] };
    };
    const before = await figures();
    const header = "ref,date,indicator,code,title,source_title,source_reliability,info_credibility\n";
    const rows = Array.from({ length: 5000 }, (_, at) => {
      const month = String(1 + (at % 9)).padStart(2, "0");
      return `X-${String(at + 1).padStart(4, "0")},2025-${month}-03,visit,minister_visit_held,Visit ${at},A paper,B,2\n`;
    });
    expect((await importCsv(key, header + rows.join(""))).status).toBe(200);
    const after = await figures();
    expect(after).not.toEqual(before);
    expect(await offer(key)).toMatchObject({ entries: { event: 5000 }, possible: true, problem: "" });
    expect((await offer(key)).refs).toHaveLength(5);
    await undo(key);
    expect(await figures()).toEqual(before);
    expect(await problems()).toEqual([]);
    await undo(key);
    expect(await figures()).toEqual(after);
    expect(await problems()).toEqual([]);
  });

  test("takes back attestations, ratings and outcomes", async () => {
    const { analyst: key } = await loadShipped();
    const rows = (table: string, where: string) => env.DB.prepare(`SELECT * FROM ${table} WHERE ${where}`).all();
    const same = async (table: string, where: string, write: () => Promise<Response>) => {
      const strip = async () =>
        (await rows(table, where)).results.map((row) => ({ ...row, version: 0, revision: 0, outcome_version: 0 }));
      const before = await strip();
      expect((await write()).status).toBeLessThan(300);
      expect(await strip()).not.toEqual(before);
      await undo(key);
      const after = await strip();
      expect(after.filter((row) => (row as { status?: string }).status !== "retracted")).toEqual(before);
      expect(await problems()).toEqual([]);
    };
    const attest = { month: "2026-03", note: "Looked everywhere" };
    await same("attestations", "month = '2026-03'", () =>
      api("POST", `${SCENARIO}/attestations`, { key, body: attest }),
    );
    const again = { month: "2013-02", note: "Looked again" };
    await same("attestations", "month = '2013-02'", () =>
      api("POST", `${SCENARIO}/attestations`, { key, body: again }),
    );
    const rating = { event: "PKRU-0046", likelihoodRatio: "2", rivalExplanation: "Chance" };
    const evidence = `${SCENARIO}/propositions/C01/evidence`;
    await same("evidence", "proposition = 'C01'", () => api("POST", evidence, { key, body: rating }));
    const outcome = `${SCENARIO}/propositions/C01/resolution`;
    await same("propositions", "id = 'C01'", () => api("DELETE", outcome, { key, body: { reason: "Too early" } }));
    const settled = { result: "void", on: "2013-01", sourceTitle: "A paper" };
    await same("propositions", "id = 'C01'", () => api("POST", outcome, { key, body: settled }));
  });

  test("takes back reports, reviews, comments and notes, and the counts of reviews with them", async () => {
    const { analyst: key } = await registerShipped();
    const { ref } = await log(key);
    const other = await keyFor("analyst", "Another");
    const counts = () => env.DB.prepare("SELECT agreed, disputed FROM review_counts").first();
    const standing = async () => (await read(key, ref)).review;
    const grade = { sourceReliability: "B", infoCredibility: 2 };
    const write = async (path: string, body: object, headers = {}) => {
      const response = await api("POST", path, { key: other, body, headers });
      expect([response.status, await response.text()]).toEqual([expect.toSatisfy((n) => n < 300), expect.any(String)]);
    };
    await write(`${EVENTS}/${ref}/review`, { ...grade, agrees: true }, { "If-Match": '"1"' });
    expect([await standing(), await counts()]).toEqual(["agreed", { agreed: 1, disputed: 0 }]);
    await undo(other);
    expect([await standing(), await counts()]).toEqual(["unreviewed", { agreed: 0, disputed: 0 }]);
    await undo(other);
    expect([await standing(), await counts()]).toEqual(["agreed", { agreed: 1, disputed: 0 }]);
    for (const [table, path, body] of [
      ["reports", `${EVENTS}/${ref}/reports`, { sourceTitle: "Another paper", ...grade }],
      ["comments", `${EVENTS}/${ref}/comments`, { text: "Really?" }],
      ["notes", `${SCENARIO}/notes`, { month: "2025-10", text: "A quiet month" }],
    ] as const) {
      await write(path, body);
      await undo(other);
      expect(await env.DB.prepare(`SELECT status FROM ${table}`).first()).toEqual({ status: "retracted" });
      expect(await problems()).toEqual([]);
    }
    // What one took back oneself comes back too.
    await undo(other);
    expect(await env.DB.prepare("SELECT status, text FROM notes").first()).toEqual({
      status: "active",
      text: "A quiet month",
    });
    expect(await problems()).toEqual([]);
  });

  test("of the commit that one means only: a second press does not bring it back", async () => {
    const { analyst: key } = await registerShipped();
    const { ref, revision: logged } = await log(key);
    const presses = await Promise.all([1, 2].map(() => api("POST", UNDO, { key, body: { revision: logged } })));
    expect(presses.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await read(key, ref)).status).toBe("retracted");
    expect(await refusal(key, { revision: logged })).toContain(`Your last commit is revision ${logged + 1}.`);
  });
});

describe("an undo is refused, and nothing written,", () => {
  test("for viewers, who are not told of it either", async () => {
    const { viewer: key } = await registerShipped();
    expect((await api("GET", UNDO, { key })).status).toBe(403);
    expect((await api("POST", UNDO, { key, body: {} })).status).toBe(403);
  });

  test("for who has written nothing", async () => {
    const { analyst: key } = await loadShipped();
    expect(await refusal(key)).toBe("You have not written anything here yet.");
    expect(await offer(key)).toMatchObject({
      revision: null,
      possible: false,
      problem: expect.stringContaining("not written"),
    });
  });

  test("where somebody else changed the event since, named by its reference", async () => {
    const { analyst: key } = await registerShipped();
    const { ref } = await log(key);
    await correct(await keyFor("analyst", "Another"), ref, 1, { title: "Better" });
    const detail = `${ref} was changed since by somebody else. Correct it by hand.`;
    expect(await offer(key)).toMatchObject({ refs: [ref], possible: false, problem: detail });
    expect(await refusal(key)).toBe(detail);
    expect(await read(key, ref)).toMatchObject({ status: "active", title: "Better" });
  });

  test("of a registration, a claim or a forecast, with what to do instead", async () => {
    const { owner } = await registerShipped();
    expect(await refusal(owner)).toContain("register a higher version");
    const claim = { question: "Will it hold?", criteria: "It holds.", type: "by", deadline: DUE };
    const posted = await api("POST", `${SCENARIO}/propositions`, { key: owner, body: claim });
    const { id }: { id: string } = await posted.json();
    expect(await refusal(owner)).toBe("A claim cannot be taken back: settle it as void instead.");
    await api("POST", `${SCENARIO}/propositions/${id}/forecasts`, { key: owner, body: { probability: 0.4 } });
    expect(await refusal(owner)).toBe("A forecast cannot be taken back: record a new one instead.");
  });

  test("of a removal, and where a text that would have to come back was removed", async () => {
    const { owner, analyst: key } = await registerShipped();
    const { ref } = await log(key, { quote: "A libel" });
    await correct(key, ref, 1, { quote: "" });
    const redacted = await api("POST", `${EVENTS}/${ref}/redact`, { key: owner, body: { reason: "A court said so" } });
    expect(redacted.status).toBe(200);
    expect(await refusal(owner)).toContain("gone for good");
    expect(await refusal(key)).toContain(`A text of ${ref} that would have to come back was removed for good.`);
  });
});
