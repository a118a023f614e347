import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import type { SettleAnswer } from "../../worker/contract/api-types";
import type { ScenarioView } from "../../worker/core/view-types";
import { runSchedule } from "../../worker/schedule";
import { standAt } from "./clock";
import { shown } from "./frozen";
import { api, eventBody, loadShipped, SLUG } from "./harness";
import { LINKS, share } from "./shared-links";

const SCENARIO = `/scenarios/${SLUG}`;
/** Thirteen months after the last month that was looked at, so that not the newest month is shown. */
const NOW = Date.parse("2026-12-01T12:00:00Z");
const OLDEST = eventBody({ date: "2012-07-10" });
/** Requests, or runs, in which a change of the oldest month settles. */
const MOST = 20;

let keys: Awaited<ReturnType<typeof loadShipped>>;

beforeEach(async () => {
  standAt(NOW);
  keys = await loadShipped();
  await runSchedule(env, NOW);
  setPlan({ PLAN: "free" });
});

function setPlan(plan: { PLAN?: string; VERDICT_MONTHS?: string }): void {
  Object.assign(env, plan);
  onTestFinished(() => void Object.assign(env, { PLAN: undefined, VERDICT_MONTHS: undefined }));
}

async function viewOf(query = ""): Promise<ScenarioView> {
  const response = await api("GET", `${SCENARIO}/view${query}`, { key: keys.viewer });
  expect(response.status).toBe(200);
  return response.json();
}

async function settle(query = ""): Promise<SettleAnswer> {
  return (await api("POST", `${SCENARIO}/settle${query}`, { key: keys.viewer })).json();
}

async function logOldest(): Promise<number> {
  const response = await api("POST", `${SCENARIO}/events`, { key: keys.analyst, body: OLDEST });
  expect(response.status).toBe(201);
  return (await response.json<{ revision: number }>()).revision;
}

/** Month-ends that are computed and not settled yet. */
async function waiting(): Promise<number> {
  return Number(await env.DB.prepare("SELECT count(*) AS n FROM settling_verdicts").first("n"));
}

/** As all at once, on a plan that computes as much as it likes. */
async function settledAtOnce(): Promise<ScenarioView> {
  for (const table of ["month_verdicts", "settling_verdicts", "view_cache"])
    await env.DB.prepare(`DELETE FROM ${table}`).run();
  await runSchedule({ ...env, PLAN: "" }, NOW);
  return viewOf();
}

describe("on the free plan a change of the oldest month", () => {
  test("settles within twenty requests; until then what was settled last stands, and says so", async () => {
    const before = await viewOf();
    const revision = await logOldest();
    const seen: ScenarioView[] = [await viewOf()];
    let requests = 1;
    for (let left = Infinity; left > 0 && requests <= MOST; requests += 1) {
      ({ left } = await settle());
      if (left === 0 || requests % 4 === 0) seen.push(await viewOf());
    }
    expect(requests).toBeLessThanOrEqual(MOST);
    const last = seen.pop();
    expect(last?.settling).toBeUndefined();
    expect(last?.pendingMonths).toEqual([]);
    const meanwhile = seen.filter(({ settling }) => settling);
    expect(meanwhile.length).toBeGreaterThan(3);
    for (const view of meanwhile) {
      expect(view).toMatchObject({ revision, settling: { since: revision, revision: before.revision } });
      expect(view.statement).toMatch(/^(Stalled|Holding|Weakening|Failing|Not enough evidence): /);
      expect(view.verdicts.map(({ key }) => key)).toEqual(before.verdicts.map(({ key }) => key));
      // Words of two revisions never stand side by side.
      expect(view.publishedByMonth).toEqual(before.publishedByMonth);
    }
    const done = meanwhile.map(({ settling }) => settling?.settled ?? 0);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(await settledAtOnce()).toEqual(last);
  });

  test("is seen in the headline first, and in the periods that ended long ago when it is their turn", async () => {
    const before = await viewOf();
    await logOldest();
    const { verdicts, headlineHorizon, settling } = await viewOf();
    const marks = new Map(verdicts.map(({ key, ofRevision }) => [key, ofRevision]));
    expect(marks.get(headlineHorizon)).toBeUndefined();
    expect(marks.get("one-year")).toBe(before.revision);
    const old = (view: Pick<ScenarioView, "verdicts">) => {
      const {
        ofRevision: _mark,
        statement: _words,
        ...verdict
      } = view.verdicts.find(({ key }) => key === "one-year") ?? {};
      return verdict;
    };
    expect(old({ verdicts })).toEqual(old(before));
    expect(settling).toMatchObject({ settled: 11, months: 162 });
  });

  test("leaves the headline as it was settled last while its own month-end waits, with that revision named", async () => {
    const before = await viewOf();
    setPlan({ VERDICT_MONTHS: "0" });
    const revision = await logOldest();
    const view = await viewOf();
    expect(view.headlineVerdict).toBe(before.headlineVerdict);
    const stands = `The verdict of revision ${before.revision} stands, being recalculated since revision ${revision} (1 of 162 months).`;
    expect(view.statement).toContain(`no lasting rise. ${stands} From June 2011 to `);
    const { verdicts } = await viewOf("?asOf=2014-12-31");
    expect(verdicts.map(({ ofRevision }) => ofRevision)).toEqual(verdicts.map(() => before.revision));
  });

  test("settles within twenty runs of the schedule as well", async () => {
    await logOldest();
    const runs = async (): Promise<number> => {
      for (let run = 1; run <= MOST; run += 1) {
        await runSchedule(env, NOW + run * 3_600_000);
        if ((await waiting()) === 0) return run;
      }
      return Infinity;
    };
    expect(await runs()).toBeLessThanOrEqual(MOST);
  });

  test("leaves the settled verdicts alone when it is undone half-way", async () => {
    const before = await viewOf();
    const revision = await logOldest();
    await settle();
    await api("POST", `${SCENARIO}/undo`, { key: keys.analyst, body: { revision } });
    const after = await viewOf();
    expect(after.pendingMonths).toEqual([]);
    expect(after.verdicts).toEqual(before.verdicts);
    expect(await waiting()).toBe(0);
  });

  test("tells followers of no change that neither the old nor the new records have", async () => {
    const feed = async (): Promise<string> => (await api("GET", `${SCENARIO}/feed.atom`, { key: keys.viewer })).text();
    const entries = (xml: string): string[] => xml.split("<entry>").slice(1);
    const before = await feed();
    await logOldest();
    const meanwhile = await feed();
    expect(entries(meanwhile)).toEqual(entries(before));
    expect(meanwhile).toMatch(/<subtitle>Being recalculated since revision \d+ .*the verdicts of revision \d+ stand\./);
    expect(before).not.toContain("<subtitle>");
  });
});

describe("a frozen link", () => {
  test("waits until its month-ends are settled, says how far they are, and freezes none that are not", async () => {
    await logOldest();
    const body = { title: "For the paper" };
    const answers: { status: number; settling?: { settled: number; months: number }; detail?: string }[] = [];
    for (let press = 0; press < MOST; press += 1) {
      const response = await api("POST", LINKS, { key: keys.analyst, body });
      answers.push({ ...(await response.json<object>()), status: response.status });
      if (response.status === 201) break;
    }
    expect(answers.at(-1)?.status).toBe(201);
    const waits = answers.slice(0, -1);
    expect(waits.length).toBeGreaterThan(10);
    for (const { status, detail } of waits) {
      expect([status, detail]).toEqual([
        503,
        expect.stringMatching(/\(\d+ of 162 months\), and a frozen link waits for that\. Try again/),
      ]);
    }
    const frozen = await env.DB.prepare("SELECT count(*) AS n FROM views WHERE kept = 1").first("n");
    expect(frozen).toBe(1);
    expect((await viewOf()).settling).toBeUndefined();
  });

  test("of a day long ago waits for the month-ends up to that day alone", async () => {
    await logOldest();
    const body = { title: "Then", asOf: "2013-06-30" };
    const statuses: number[] = [];
    for (let press = 0; press < 3; press += 1) {
      statuses.push((await api("POST", LINKS, { key: keys.analyst, body })).status);
    }
    expect(statuses).toEqual([503, 201, 201]);
    expect((await viewOf()).settling).toBeDefined();
  });

  test("that is live is made at once, and shows what stands", async () => {
    await logOldest();
    const body = { title: "Live", purpose: "live" };
    const view: ScenarioView = JSON.parse(
      new TextDecoder().decode(await shown(await share(keys.analyst, body), "view.json")),
    );
    expect(view.settling).toMatchObject({ settled: 11, months: 162 });
  });
});

test("a scenario whose verdicts were never settled says so, and is told of no change until all are", async () => {
  await env.DB.prepare("DELETE FROM month_verdicts").run();
  await env.DB.prepare("DELETE FROM view_cache").run();
  const view = await viewOf();
  expect(view.statement).toBe("The verdict is being worked out for the first time (0 of 162 months).");
  expect(view.settling).toMatchObject({ revision: null });
  await settle();
  const feed = await (await api("GET", `${SCENARIO}/feed.atom`, { key: keys.viewer })).text();
  expect(feed).not.toContain("<entry>");
});
