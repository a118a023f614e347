import { describe, expect, test } from "vitest";
import { now } from "../clock";
import type { ImportReport } from "../../worker/contract/import-report";
import { verifyLedgers } from "../../worker/actions/verify-ledger";
import { analystOfKey } from "../../worker/store/people";
import { findHead } from "../../worker/store/scenarios";
import { commitSelection, selectedHashes } from "../../worker/store/staged-commit";
import { findImport } from "../../worker/store/staged-reads";
import { api, database, eventBody, loadShipped, registerShipped, SLUG } from "./harness";
import { calls, event, stagedRows } from "./staged";

let key = "";
let staged = calls("");

async function open(register = registerShipped): Promise<string> {
  ({ analyst: key } = await register());
  staged = calls(key);
  return staged.open({});
}

async function revision(): Promise<number> {
  const scenario = await (await api("GET", `/scenarios/${SLUG}`, { key })).json<{ revision: number }>();
  return scenario.revision;
}

describe("a part", () => {
  test("is answered with its own report, and writes nothing to the log", async () => {
    const id = await open();
    const rows = [
      { line: 2, event: event("A-1") },
      { line: 3, event: event("A-2", { date: "2012-13-01" }) },
      { line: 4, cells: 7, columns: 9 },
    ];
    const response = await staged.part(id, 0, rows);
    expect(response.status).toBe(200);
    const report = await response.json<ImportReport>();
    expect(report).toMatchObject({ part: 0, accepted: 1, corrected: 0, unchanged: 0, rejected: 2 });
    expect(report.messages.map(({ line, kind, column }) => [line, kind, column])).toEqual([
      [3, "bad-date", "date"],
      [4, "cell-count", null],
    ]);
    expect(report.messages[1]?.text).toMatch(/has 7 cells, the header has 9/);
    expect(await revision()).toBe(1);
  });

  test("sent twice counts once", async () => {
    const id = await open();
    const first = [
      { line: 1, event: event("A-1") },
      { line: 2, event: eventBody({ title: "Without a reference" }) },
    ];
    const answers = [];
    for (let sent = 0; sent < 2; sent += 1) answers.push(await (await staged.part(id, 0, first)).json());
    expect(answers[1]).toEqual(answers[0]);
    await staged.part(id, 1, [{ line: 3, event: event("A-3") }]);
    // As a page does that has lost its place: the part after it stays.
    await staged.part(id, 0, first);
    expect(await (await staged.read(id)).json()).toMatchObject({ parts: 2, accepted: 3, rejected: 0 });
    expect((await staged.commit(id)).status).toBe(200);
    const { events } = await (
      await api("GET", `/scenarios/${SLUG}/events.json`, { key })
    ).json<{ events: unknown[] }>();
    expect(events).toHaveLength(3);
    expect((await verifyLedgers(database(), now()))[0]?.problems).toEqual([]);
  });

  test("with other rows takes the place of the first, and parts that were compared with it go", async () => {
    const id = await open();
    await staged.part(id, 0, [{ line: 1, event: event("A-1") }]);
    await staged.part(id, 1, [{ line: 2, event: event("A-1", { title: "Other" }) }]);
    expect(await (await staged.read(id)).json()).toMatchObject({ parts: 2, accepted: 1, rejected: 1 });
    await staged.part(id, 0, [{ line: 1, event: event("A-2") }]);
    expect(await (await staged.read(id)).json()).toMatchObject({ parts: 1, accepted: 1, rejected: 0 });
    await staged.part(id, 1, [{ line: 2, event: event("A-1", { title: "Other" }) }]);
    expect(await (await staged.commit(id)).json()).toMatchObject({ accepted: 2, revision: 2 });
  });

  test("that contradicts an earlier one is told so in the words of a whole file", async () => {
    const id = await open();
    await staged.part(id, 0, [{ line: 2, event: event("A-1") }]);
    const other = await staged.part(id, 1, [{ line: 3, event: event("A-1", { title: "Other" }) }]);
    const { rejected, messages } = await other.json<ImportReport>();
    expect(rejected).toBe(1);
    const text = "A-1 stands on line 2 with other content. Give one of the two rows another reference.";
    expect(messages).toEqual([{ line: 3, level: "error", kind: "conflict", column: "ref", text }]);
  });

  test("that comes too early is refused with the number of the one to send", async () => {
    const id = await open();
    const response = await staged.part(id, 1, [{ line: 2, event: event("A-1") }]);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ next: 0, detail: expect.stringContaining("Send part 0 next") });
  });

  test.each([
    ["no rows", { part: 0, rows: [] }],
    ["too many rows", { part: 0, rows: Array.from({ length: 101 }, (_, i) => ({ line: i + 1, event: {} })) }],
    ["a part below nought", { part: -1, rows: [{ line: 1, event: {} }] }],
    ["a row without an event", { part: 0, rows: [{ line: 1 }] }],
  ])("of %s is refused with what to send", async (_what, body) => {
    const id = await open();
    const response = await api("POST", `/scenarios/${SLUG}/imports/${id}/parts`, { key, body });
    expect(response.status).toBe(422);
  });
});

describe("committing", () => {
  test("a second time writes nothing and names the revision", async () => {
    const id = await open();
    await staged.part(id, 0, [{ line: 1, event: event("A-1") }]);
    expect(await (await staged.commit(id)).json()).toMatchObject({ accepted: 1, revision: 2 });
    const again = await staged.commit(id);
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({ revision: 2, detail: expect.stringContaining("revision 2") });
    expect((await staged.part(id, 1, [{ line: 2, event: event("A-2") }])).status).toBe(409);
    expect(await revision()).toBe(2);
    expect(await stagedRows()).toEqual([1, 0, 0]);
  });

  test("two at once make one commit", async () => {
    const id = await open();
    await staged.part(id, 0, [{ line: 1, event: event("A-1") }]);
    const replies = await Promise.all([staged.commit(id), staged.commit(id)]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await revision()).toBe(2);
    expect((await verifyLedgers(database(), now()))[0]?.problems).toEqual([]);
  });

  test("writes nothing if a part has come since the import was looked at", async () => {
    const id = await open();
    await staged.part(id, 0, [{ line: 1, event: event("A-1") }]);
    const db = database();
    const who = (await analystOfKey(db, key))?.id ?? "";
    const found = await findImport(db, SLUG, who, id);
    const head = await findHead(db, SLUG);
    if (!found || !head) throw new Error("Nothing was staged");
    const selection = { staged: found.staged, corrections: false, excluded: [] };
    const { hashes, recorded } = await selectedHashes(db, selection);
    await staged.part(id, 1, [{ line: 2, event: event("A-2") }]);
    const author = { who, at: now(), reason: "Import" };
    const counter = { refPrefix: "A-", nextRef: 2 };
    const commit = commitSelection(db, selection, { head, author, hashes, recorded, counter, rollup: [] });
    await expect(commit).rejects.toThrow("what was read is outdated");
    expect(await revision()).toBe(1);
    expect((await staged.commit(id)).status).toBe(200);
    expect((await verifyLedgers(db, now()))[0]?.problems).toEqual([]);
  });

  test("is refused if somebody corrected an event meanwhile, and goes through once the part is sent again", async () => {
    const id = await open(loadShipped);
    const rows = [{ line: 1, event: event("PKRU-0046", { title: "From the file" }) }];
    await staged.part(id, 0, rows);
    const path = `/scenarios/${SLUG}/events/PKRU-0046`;
    const body = { title: "By hand", reason: "Typing error" };
    expect((await api("PATCH", path, { key, body, headers: { "If-Match": '"1"' } })).status).toBe(200);
    const before = await revision();
    const refused = await staged.commit(id, "?acceptCorrections=1");
    expect(refused.status).toBe(409);
    const problem = await refused.json<{ detail: string; changed: string[] }>();
    expect(problem.changed).toEqual(["PKRU-0046"]);
    expect(problem.detail).toMatch(/PKRU-0046.*Nothing was imported\. Check the rows again/);
    expect(await revision()).toBe(before);

    expect(await (await staged.part(id, 0, rows)).json()).toMatchObject({ corrected: 1 });
    expect((await staged.commit(id, "?acceptCorrections=1")).status).toBe(200);
    expect(await (await api("GET", path, { key })).json()).toMatchObject({ version: 3, title: "From the file" });
    expect((await verifyLedgers(database(), now()))[0]?.problems).toEqual([]);
  });

  test("is refused if somebody took a reference of it meanwhile, or changed a row that was the same", async () => {
    const id = await open();
    const other = await staged.open({});
    for (const each of [id, other]) await staged.part(each, 0, [{ line: 1, event: event("A-1") }]);
    expect((await staged.commit(other)).status).toBe(200);
    expect((await staged.commit(id)).status).toBe(409);
    // Sent again it is the same as the log; then that event changes too.
    expect(await (await staged.part(id, 0, [{ line: 1, event: event("A-1") }])).json()).toMatchObject({ unchanged: 1 });
    const body = { reason: "Never happened" };
    await api("DELETE", `/scenarios/${SLUG}/events/A-1`, { key, body, headers: { "If-Match": '"1"' } });
    expect((await staged.commit(id)).status).toBe(409);
  });

  test("of nothing but rows that are in the log already makes no revision", async () => {
    const id = await open();
    const other = await staged.open({});
    await staged.part(id, 0, [{ line: 1, event: event("A-1") }]);
    await staged.commit(id);
    await staged.part(other, 0, [{ line: 1, event: event("A-1") }]);
    expect(await (await staged.commit(other)).json()).toMatchObject({ accepted: 0, unchanged: 1, revision: 2 });
  });

  test("leaves a disputed event disputed, also where the dispute came after the rows were checked", async () => {
    const id = await open(loadShipped);
    await staged.part(id, 0, [{ line: 1, event: event("PKRU-0046") }]);
    const path = `/scenarios/${SLUG}/events/PKRU-0046`;
    const body = { sourceReliability: "E", infoCredibility: 5, agrees: false, comment: "Another man" };
    expect((await api("POST", `${path}/review`, { key, body, headers: { "If-Match": '"1"' } })).status).toBe(201);
    expect((await staged.commit(id, "?acceptCorrections=1")).status).toBe(200);
    expect(await (await api("GET", path, { key })).json()).toMatchObject({ version: 2, review: "disputed" });
    expect((await verifyLedgers(database(), now()))[0]?.problems).toEqual([]);
  });

  test("takes a correction back out of the reviewed ones", async () => {
    const id = await open(loadShipped);
    const { d1 } = database();
    await d1.batch([
      d1.prepare("UPDATE events SET review = 'agreed' WHERE ref = 'PKRU-0046'"),
      d1.prepare("UPDATE review_counts SET agreed = 1"),
    ]);
    await staged.part(id, 0, [{ line: 1, event: event("PKRU-0046") }]);
    expect((await staged.commit(id, "?acceptCorrections=1")).status).toBe(200);
    expect((await verifyLedgers(database(), now()))[0]?.problems).toEqual([]);
  });
});
