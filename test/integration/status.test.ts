import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { now } from "../clock";
import { app } from "../../worker/app";
import type { Status } from "../../worker/contract/status-types";
import { runSchedule } from "../../worker/schedule";
import { api, database, keyFor, loadShipped, ORIGIN, request, SLUG, usageOf } from "./harness";
import { share } from "./shared-links";
import { tallyRequest, usageSince, writeUsage } from "../../worker/store/usage";

async function statusOf(key: string): Promise<Status> {
  const response = await api("GET", "/status", { key });
  expect(response.status).toBe(200);
  return response.json();
}

test("the status names version, revision and ledger head of each scenario, as the ledger has them", async () => {
  const { owner } = await loadShipped();
  const { version, scenarios, databaseBytes, secrets } = await statusOf(owner);
  const lines = (await (await api("GET", `/scenarios/${SLUG}/ledger`, { key: owner })).text()).trim().split("\n");
  const { revision, hash } = (JSON.parse(lines.at(-1) ?? "") as { commit: { revision: number; hash: string } }).commit;
  expect(version).toMatch(/^signpost\/\d+\.\d+\.\d+$/);
  expect(scenarios).toMatchObject([{ slug: SLUG, revision, head: hash }]);
  expect(databaseBytes).toBeGreaterThan(100_000);
  expect(secrets).toEqual([]);
});

test("a backup is told when there is one, and warned of while there is none or it is old", async () => {
  const owner = await keyFor("owner");
  expect(await statusOf(owner)).toMatchObject({
    backup: null,
    warnings: [expect.stringContaining("never been backed up")],
  });
  const insert = (id: string, at: number) =>
    env.DB.prepare(
      "INSERT INTO backups (id, started_at, place, finished_at, bytes, lines, parts, revisions) VALUES (?, 1, 'file', ?, 77, 1, 1, '{}')",
    )
      .bind(id, at)
      .run();
  const old = now() - 3 * 86_400_000 - 1000;
  await insert("old", old);
  expect(await statusOf(owner)).toMatchObject({
    backup: { at: old, bytes: 77, scheduled: false },
    warnings: [expect.stringContaining("The last backup is 3 days old.")],
  });
  const fresh = now() - 1000;
  await insert("fresh", fresh);
  expect(await statusOf(owner)).toMatchObject({ backup: { at: fresh }, warnings: [] });
});

test("links are counted by whether they open something, and waiting signatures and verdicts are told", async () => {
  const { owner, analyst } = await loadShipped();
  const links = [
    await share(analyst),
    await share(analyst, { viewCap: 3 }),
    await share(analyst),
    await share(analyst),
  ];
  await api("PATCH", `/snapshots/${links[2]?.id}`, { key: owner, body: { paused: true } });
  await api("DELETE", `/snapshots/${links[3]?.id}`, { key: owner });
  expect(await statusOf(owner)).toMatchObject({ links: { open: 2, paused: 1, ended: 1 }, unsignedViews: 0 });
  await env.DB.prepare("UPDATE views SET signature = NULL WHERE kept = 1").run();
  await env.DB.prepare("DELETE FROM month_verdicts").run();
  const { unsignedViews, scenarios, warnings } = await statusOf(owner);
  expect(unsignedViews).toBe(1);
  expect(scenarios[0]?.pendingMonths).toBeGreaterThan(100);
  expect(warnings.join("\n")).toMatch(/1 frozen view without a signature[^]*month-end verdicts not computed yet/);
  // Looking at what is pending computes nothing.
  expect(await env.DB.prepare("SELECT count(*) AS n FROM month_verdicts").first("n")).toBe(0);
});

test("the rows of each request are counted, and so is the request", async () => {
  const { owner, viewer } = await loadShipped();
  const before = (await statusOf(owner)).usage.today;
  const read = usageOf(await api("GET", `/scenarios/${SLUG}/events`, { key: viewer })).read;
  const after = (await statusOf(owner)).usage.today;
  // The status itself is answered after it has told its own count.
  expect(after.requests - before.requests).toBe(2);
  expect(after.rowsRead - before.rowsRead).toBeGreaterThanOrEqual(read);
  expect(after.rowsWritten).toBeGreaterThan(before.rowsWritten);
});

test("what is counted on either side of midnight goes to its own day, and a failed write loses nothing", async () => {
  const late = Date.parse("2030-01-31T23:59:59Z");
  await writeUsage(database(), "2030-01-31", late);
  expect(tallyRequest("2030-01-31", late)).toBe(false);
  expect(tallyRequest("2030-02-01", late + 2000)).toBe(false);
  expect(tallyRequest("2030-02-01", late + 60_000)).toBe(true);
  await env.DB.prepare("ALTER TABLE usage_days RENAME TO away").run();
  await expect(writeUsage(database(), "2030-02-01", late + 60_000)).rejects.toThrow();
  await env.DB.prepare("ALTER TABLE away RENAME TO usage_days").run();
  await writeUsage(database(), "2030-02-01", late + 60_001);
  const days = await usageSince(database(), "2030-01-31");
  expect(days.map(({ day, requests }) => [day, requests])).toEqual([
    ["2030-01-31", 1],
    ["2030-02-01", 2],
  ]);
});

test("the rows of the hourly run are counted without any request", async () => {
  await loadShipped();
  await writeUsage(database(), "2012-05-05", Date.parse("2012-05-05T23:00:00Z"));
  await runSchedule(env, Date.parse("2012-05-06T00:17:00Z"));
  const day = (await usageSince(database(), "2012-05-06")).at(0);
  expect(day).toMatchObject({ day: "2012-05-06", requests: 0 });
  expect(day?.rowsRead).toBeGreaterThanOrEqual(5);
});

test("a request whose count is due writes it beside the reply", async () => {
  const key = await keyFor("owner");
  const waited: Promise<unknown>[] = [];
  const context = { waitUntil: (work: Promise<unknown>) => void waited.push(work), passThroughOnException: () => {} };
  const before = (await statusOf(key)).usage.today.requests;
  for (let sent = 0; sent < 500; sent += 1) {
    await app.fetch(new Request(`${ORIGIN}/healthz`), env, { ...context, props: {} } as unknown as ExecutionContext);
  }
  expect(waited.length).toBe(1);
  await Promise.all(waited);
  const counted = await env.DB.prepare("SELECT sum(requests) AS n FROM usage_days").first<number>("n");
  expect(counted).toBeGreaterThanOrEqual(before + 500);
});

test("the page is for owners, and holds the same as the API", async () => {
  const { owner, analyst } = await loadShipped();
  expect((await request("GET", "/status", { key: analyst })).status).toBe(403);
  expect((await api("GET", "/status", { key: analyst })).status).toBe(403);
  const text = await (await request("GET", "/status", { key: owner, headers: { Accept: "text/html" } })).text();
  const [, json = ""] = /<script type="application\/json" id="page">([^]*?)<\/script>/.exec(text) ?? [];
  const { status } = JSON.parse(json) as { status: Status };
  expect(status.scenarios).toEqual((await statusOf(owner)).scenarios);
});
