import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import text from "../../docs/cost.md?raw";
import { app } from "../../worker/app";
import { runSchedule } from "../../worker/schedule";
import { openDatabase } from "../../worker/store/database";
import { usageSince, writeUsage } from "../../worker/store/usage";
import { standAt } from "./clock";
import { api, database, eventBody, importCsv, registerShipped, request, SLUG, usageOf } from "./harness";
import { manyEvents } from "./many-events";
import { share } from "./shared-links";
import { standingIn } from "./sessions";

interface Rows {
  read: number;
  written: number;
}

/** When the document was written: each month later has one more month-end. */
const NOW = Date.parse("2026-11-25T12:00:00Z");
const measured: Record<string, Rows> = {};

/** A row of the table of what each thing costs: rows read and written. */
function documented(what: string): Rows {
  const row = text.split("\n").find((line) => line.startsWith(`| ${what} `)) ?? "";
  const [, , , read = NaN, written = NaN] = row.split("|").map((cell) => Number(cell.replaceAll(",", "")));
  return { read, written };
}

const sum = (...rows: Rows[]): Rows => ({
  read: rows.reduce((all, { read }) => all + read, 0),
  written: rows.reduce((all, { written }) => all + written, 0),
});

/** What a new reader's browser asks for, with the counting of the opening; shared pages do not say what they cost. */
async function opening(url: string): Promise<Rows> {
  const { d1, usage } = openDatabase(env.DB);
  const later: Promise<unknown>[] = [];
  const context = { waitUntil: (work: Promise<unknown>) => void later.push(work), passThroughOnException: () => {} };
  for (const address of [url, `${url}/since.json`]) {
    const given = { ...context, props: {} } as unknown as ExecutionContext;
    await (await app.fetch(new Request(address), { ...env, DB: standingIn(d1) }, given)).arrayBuffer();
  }
  await Promise.all(later);
  return { read: usage.rowsRead, written: usage.rowsWritten };
}

/** The rows of a run after one that has left nothing to do. */
async function hourlyRun(): Promise<Rows> {
  await runSchedule(env, NOW);
  await writeUsage(database(), "2026-11-25", NOW);
  await runSchedule(env, NOW + 86_400_000);
  const [day] = await usageSince(database(), "2026-11-26");
  // The row of the count itself comes after it.
  return { read: day?.rowsRead ?? NaN, written: (day?.rowsWritten ?? NaN) + 1 };
}

test("each thing is measured at 5,000 events", async () => {
  standAt(NOW);
  const { owner: key } = await registerShipped();
  expect(await (await importCsv(key, manyEvents(5000))).json()).toMatchObject({ accepted: 5000 });
  const cost = async (response: Response | Promise<Response>): Promise<Rows> => {
    await (await response).clone().text();
    return usageOf(await response);
  };
  const page = (path: string) => cost(request("GET", `/scenarios/${SLUG}${path}`, { key }));
  const read = (path: string) => cost(api("GET", `/scenarios/${SLUG}/${path}`, { key }));
  const { ref } = await (
    await api("POST", `/scenarios/${SLUG}/events`, { key, body: eventBody() })
  ).json<{ ref: string }>();
  await page("");
  measured["a dashboard opened"] = await page("");
  const tag = (await api("GET", `/scenarios/${SLUG}/view`, { key })).headers.get("ETag") ?? "";
  const same = await api("GET", `/scenarios/${SLUG}/view`, { key, headers: { "If-None-Match": tag } });
  expect(same.status).toBe(304);
  measured["a minute with a dashboard in view"] = usageOf(same);
  measured["the list of events opened"] = sum(await page("/events"), await read("events?limit=50&count=1"));
  measured["This week opened"] = sum(await page("/week"), await read("week"));
  const event = `events/${ref}`;
  measured["an event's page opened"] = sum(
    ...(await Promise.all([page(`/${event}`), read(event), read(`${event}/history`), read(`${event}/life`)])),
  );
  const written = await api("POST", `/scenarios/${SLUG}/events`, { key, body: eventBody({ title: "Another" }) });
  measured["an event logged, with its verdicts"] = sum(usageOf(written), usageOf(written, "verdicts"));
  measured["the first view of it"] = await read("view");
  await share(key, { title: "The first draws more" });
  measured["a link made"] = await cost(api("POST", `/scenarios/${SLUG}/snapshots`, { key, body: { title: "A link" } }));
  const link = await share(key);
  await opening(link.url);
  measured["a link opened by a new reader"] = await opening(link.url);
  measured["an hourly run that finds no new day"] = await hourlyRun();
}, 60_000);

test.each([
  "a link opened by a new reader",
  "a dashboard opened",
  "a minute with a dashboard in view",
  "the list of events opened",
  "This week opened",
  "an event's page opened",
  "an event logged, with its verdicts",
  "the first view of it",
  "a link made",
  "an hourly run that finds no new day",
])("%s costs about what docs/cost.md says, and no more", (what) => {
  const said = documented(what);
  const { read = NaN, written = NaN } = measured[what] ?? {};
  expect([read, written, read <= said.read, written <= said.written]).toEqual([read, written, true, true]);
  expect([read, read >= 0.9 * said.read - 1]).toEqual([read, true]);
});
