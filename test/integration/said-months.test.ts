import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { rebuildAll } from "../../worker/actions/rebuild-projections";
import type { SaidCorrected } from "../../worker/contract/api-types";
import type { Status } from "../../worker/contract/status-types";
import { runSchedule } from "../../worker/schedule";
import type { SaidRow } from "../../worker/store/said";
import { backupLines, emptyInstance, restore } from "./backups";
import { standAt } from "./clock";
import { log, problems, viewOf } from "./discussion";
import { api, database, keyFor, registerShipped, SLUG } from "./harness";

const ROOT = `/scenarios/${SLUG}`;
const REASON = "The server's clock was ahead";
const EVENING = "2028-02-29T18:00:00Z";
const LATE = "2028-02-29T23:59:30Z";
const OVER = "2028-03-01T00:00:00Z";

function at(instant: string): number {
  return standAt(Date.parse(instant));
}

async function records(): Promise<Record<string, unknown>[]> {
  return (await env.DB.prepare("SELECT * FROM said_months ORDER BY month").all()).results;
}

async function record(row: Partial<SaidRow> = {}): Promise<void> {
  const { month = "2028-02", revision = 2, published = "not enough evidence", index = 0 } = row;
  await env.DB.prepare(`INSERT INTO said_months (scenario, month, revision, published, "index") VALUES (?, ?, ?, ?, ?)`)
    .bind(SLUG, month, revision, published, index)
    .run();
}

async function wrongRecords(key: string): Promise<Status["wrongRecords"]> {
  return (await (await api("GET", "/status", { key })).json<Status>()).wrongRecords;
}

function putRight(key: string, month = "2028-02", body: object = { reason: REASON }): Promise<Response> {
  return api("POST", `${ROOT}/said-months/${month}/correct`, { key, body });
}

/** Registered in February 2028, with an event of the 10th, one logged late on the last day and one in March. */
async function overTheEnd(): Promise<{ owner: string; analyst: string }> {
  at("2028-02-10T12:00:00Z");
  const keys = await registerShipped();
  await log(keys.analyst, { date: "2028-02-10" });
  at(LATE);
  await log(keys.analyst, { date: "2028-02-20", title: "Logged on the last evening" });
  at(OVER);
  await log(keys.analyst, { date: "2028-02-21", title: "Logged in March" });
  return keys;
}

describe("what was said at a month's end", () => {
  test("is recorded once the month is over, with all that was logged by then and nothing later", async () => {
    at("2028-02-10T12:00:00Z");
    const { analyst: key } = await registerShipped();
    at(EVENING);
    await runSchedule(env);
    await log(key, { date: "2028-02-20" });
    at(LATE);
    const { index, revision } = await viewOf(key);
    await runSchedule(env);
    expect(await records()).toEqual([]);
    const midnight = at(OVER);
    await log(key, { date: "2028-02-21" });
    await runSchedule(env);
    const [only, ...others] = await records();
    expect(only).toMatchObject({ month: "2028-02", revision, recorded_at: midnight, corrected_in: null });
    expect(only?.index).toBeCloseTo(index, 9);
    expect(index).toBeGreaterThan(0);
    expect(others).toEqual([]);
    expect(await problems()).toEqual([]);
  });

  test("is the same record where the run comes late", async () => {
    await overTheEnd();
    const late = at("2028-04-20T07:00:00Z");
    await runSchedule(env);
    expect(await records()).toMatchObject([
      { month: "2028-02", revision: 3, recorded_at: late },
      { month: "2028-03", revision: 4, recorded_at: late },
    ]);
    expect(await problems()).toEqual([]);
  });
});

describe("a wrong record of a month-end", () => {
  test("that lacks what was logged on the last evening is found, named and put right with a reason", async () => {
    const { owner, analyst } = await overTheEnd();
    await record({ revision: 2, index: 1.25 });
    expect(await problems()).toEqual([
      expect.stringMatching(
        /^What was said at the end of February 2028 is recorded as "cannot tell", index 1\.25, by revision 2\. Right is "cannot tell", index \d+\.\d+, by revision 3, the last before the month was over\.$/,
      ),
    ]);
    const wrong = { scenario: SLUG, month: "2028-02", revision: 2, index: 1.25, recordedAt: null, right: 3 };
    expect(await wrongRecords(owner)).toMatchObject([wrong]);
    const { warnings } = await (await api("GET", "/status", { key: owner })).json<Status>();
    expect(warnings.join()).toContain("1 record of what was said at a month's end is wrong");

    expect((await putRight(owner, "2028-02", {})).status).toBe(422);
    expect((await putRight(analyst)).status).toBe(403);
    expect((await viewOf(owner)).said.months).toMatchObject([{ month: "2028-02", revision: 2 }]);
    const answer = await (await putRight(owner)).json<SaidCorrected>();
    expect(answer).toMatchObject({ revision: 5, month: "2028-02", before: { revision: 2 }, after: { revision: 3 } });
    expect(await problems()).toEqual([]);
    expect(await wrongRecords(owner)).toEqual([]);
    expect((await viewOf(owner)).said.months).toEqual([{ month: "2028-02", ...answer.after, correctedIn: 5 }]);
  });

  test("leaves an entry in the ledger that says what was put right, and that no undo takes back", async () => {
    const { owner } = await overTheEnd();
    await record({ revision: 2, index: 1.25 });
    const { before, after } = await (await putRight(owner)).json<SaidCorrected>();
    const [line = ""] = (await (await api("GET", `${ROOT}/ledger?after=4`, { key: owner })).text()).trim().split("\n");
    const { commit, entries } = JSON.parse(line);
    expect(commit).toMatchObject({ revision: 5, reason: REASON });
    expect(entries).toMatchObject([{ kind: "said", subject: "2028-02", version: 1, op: "correct" }]);
    expect(before).toEqual({ revision: 2, published: "not enough evidence", index: 1.25 });
    expect(JSON.parse(entries[0].payload).facts).toEqual({ month: "2028-02", before, after });
    const undo = await api("POST", `${ROOT}/undo`, { key: owner, body: {} });
    expect([undo.status, await undo.text()]).toEqual([409, expect.stringContaining("cannot be made wrong again")]);
  });

  test("once put right stays so over a rebuild, a backup and a restore", async () => {
    const { owner } = await overTheEnd();
    await record({ revision: 2, index: 1.25 });
    await putRight(owner);
    const right = await records();
    await rebuildAll(database(), "2028-03-01");
    await runSchedule(env);
    expect(await records()).toEqual(right);
    const lines = await backupLines();
    await emptyInstance();
    await restore(lines);
    expect(await records()).toEqual(right);
    expect(await problems()).toEqual([]);
    const key = await keyFor("owner");
    expect((await viewOf(key)).said.months).toMatchObject([{ revision: 3, correctedIn: 5 }]);
  });

  test("made before its month was over is taken away, and made when it is", async () => {
    at("2028-02-10T12:00:00Z");
    const { owner, analyst } = await registerShipped();
    at(EVENING);
    await record({ revision: 1 });
    await log(analyst, { date: "2028-02-20" });
    at(LATE);
    expect(await problems()).toEqual([expect.stringMatching(/February 2028 .* That month is not over \(UTC\)/)]);
    expect(await wrongRecords(owner)).toMatchObject([{ month: "2028-02", revision: 1, right: null }]);
    expect(await (await putRight(owner)).json()).toMatchObject({ after: null });
    expect(await records()).toEqual([]);
    expect([await problems(), await wrongRecords(owner)]).toEqual([[], []]);
    at(OVER);
    await runSchedule(env);
    // By the last revision before midnight: that of the putting right, which moved nothing.
    expect(await records()).toMatchObject([{ month: "2028-02", revision: 3, corrected_in: null }]);
    expect(await problems()).toEqual([]);
  });

  test("of months to come, from a start with the clock ahead, is found month by month and put right", async () => {
    at("2028-02-10T12:00:00Z");
    const { owner } = await registerShipped();
    at("2028-07-15T12:00:00Z");
    await runSchedule(env);
    at(LATE);
    const months = ["2028-02", "2028-03", "2028-04", "2028-05", "2028-06"];
    expect((await wrongRecords(owner)).map(({ month, right }) => [month, right])).toEqual(
      months.map((month) => [month, null]),
    );
    expect(await problems()).toHaveLength(5);
    for (const month of months) expect((await putRight(owner, month)).status).toBe(200);
    expect([await problems(), await records()]).toEqual([[], []]);
  });

  test("whose word or index does not follow from its revision is found by verify, and put right", async () => {
    const { owner } = await overTheEnd();
    await runSchedule(env);
    const right = await records();
    await env.DB.prepare("UPDATE said_months SET published = 'holding'").run();
    expect(await problems()).toEqual([expect.stringMatching(/"holding".* Right is "cannot tell"/)]);
    expect(await (await putRight(owner)).json()).toMatchObject({ before: { published: "holding", revision: 3 } });
    expect(await records()).toMatchObject([{ published: "not enough evidence", index: right[0]?.index }]);
    expect(await problems()).toEqual([]);
  });

  test("is none where it is right: nothing is written then, nor of a month without a record", async () => {
    const { owner } = await overTheEnd();
    await runSchedule(env);
    const before = await records();
    expect((await putRight(owner)).status).toBe(409);
    for (const month of ["2028-01", "2028-13", "soon"]) expect((await putRight(owner, month)).status).toBe(404);
    expect(await records()).toEqual(before);
    expect((await viewOf(owner)).revision).toBe(4);
  });

  test("is one, too, whose mark names a revision that did not put it right", async () => {
    const { owner } = await overTheEnd();
    await record({ revision: 2, index: 1.25 });
    await putRight(owner);
    for (const mark of ["NULL", "4"]) {
      await env.DB.prepare(`UPDATE said_months SET corrected_in = ${mark}`).run();
      expect(await problems()).toEqual(["What was said at the end of February 2028 is not what revision 5 put right."]);
    }
  });
});
