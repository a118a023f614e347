import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import type { Week } from "../../worker/contract/api-types";
import type { MadeLink } from "../../worker/contract/link-types";
import { addDays, addMonths, lastDayOf, monthOf } from "../../worker/core/months";
import { runSchedule } from "../../worker/schedule";
import { HARD_DAYS } from "../hard-days";
import { problems } from "./canaries";
import { standAt } from "./clock";
import { viewOf } from "./discussion";
import { api, eventBody, importCsv, keyFor, registerShipped, SLUG } from "./harness";

const ROOT = `/scenarios/${SLUG}`;
const DAY_MS = 86_400_000;
const HEADER = "date,indicator,code,title,source_title,source_url,source_reliability,info_credibility";

async function refsOn(key: string, from: string, to: string): Promise<string[]> {
  const response = await api("GET", `${ROOT}/events?from=${from}&to=${to}`, { key });
  const { events } = await response.json<{ events: { ref: string }[] }>();
  return events.map(({ ref }) => ref).toSorted();
}

describe.each(HARD_DAYS)("at $name", ({ at, today, over, latest }) => {
  const now = Date.parse(at);
  let key = "";

  /** The scenario is registered on `day`; from then on it is the hard day. */
  async function begin(day = at): Promise<void> {
    standAt(Date.parse(day));
    ({ analyst: key } = await registerShipped());
    standAt(now);
  }

  async function log(changes: object): Promise<Response> {
    return api("POST", `${ROOT}/events`, { key, body: eventBody({ ...changes }) });
  }

  test("the day has an event at once, and the months up to the last one over are judged", async () => {
    await begin();
    expect((await log({ date: today })).status).toBe(201);
    const view = await viewOf(key);
    expect(view).toMatchObject({ asOf: today, eventsCounted: 1, scheduled: 0, coverage: { to: over } });
    expect(view.months.at(-1)).toMatchObject({ month: monthOf(today), provisional: true });
    expect(view.pendingMonths).toEqual([]);
    expect(Object.keys(view.publishedByMonth).at(-1)).toBe(over);
    const asked = await viewOf(key, `?asOf=${lastDayOf(over)}`);
    expect(asked).toMatchObject({ coverage: { to: over }, eventsCounted: 0 });
  });

  test("a day that has begun somewhere on earth is taken and waits for its own; the next one is refused", async () => {
    await begin();
    const csv = (date: string): string =>
      `${HEADER}\n${date},high_level_visits,minister_visit_held,A visit,The wires,https://example.org/${date},B,2\n`;
    expect((await log({ date: latest })).status).toBe(201);
    const { indicator, code } = eventBody() as { indicator: string; code: string };
    const row = csv(latest).replace("high_level_visits,minister_visit_held", `${indicator},${code}`);
    expect(await (await importCsv(key, row)).json()).toMatchObject({ accepted: 1, rejected: 0 });
    const scheduled = latest > today ? 2 : 0;
    expect(await viewOf(key)).toMatchObject({ eventsCounted: 2 - scheduled, scheduled });
    for (const days of [1, 2, 400]) {
      const date = addDays(latest, days);
      const refused = await log({ date });
      expect(refused.status).toBe(422);
      expect(await refused.json()).toMatchObject({ errors: [{ field: "date", code: "future-date" }] });
      expect(await (await importCsv(key, row.replaceAll(latest, date), "?dryRun=1")).json()).toMatchObject({
        rejected: 1,
      });
    }
  });

  test("this week asks for the last month over, which can be closed, and the running one cannot", async () => {
    await begin();
    await api("POST", `${ROOT}/events`, { key, body: eventBody({ date: "2026-01-15", plannedFor: today }) });
    await api("POST", `${ROOT}/events`, { key, body: eventBody({ date: "2026-01-15", plannedFor: monthOf(today) }) });
    const missed = addDays(today, -1);
    await api("POST", `${ROOT}/events`, { key, body: eventBody({ date: "2026-01-15", plannedFor: missed }) });
    const week: Week = await (await api("GET", `${ROOT}/week`, { key })).json();
    expect(week.lastMonth).toEqual({ month: over, closed: false });
    expect(week.unlookedMonths.at(-1)).toBe(over);
    expect(week.openThreads.map(({ plannedFor }) => plannedFor)).toEqual([missed]);
    const close = async (month: string): Promise<number> => {
      const body = { month, looked: "The wires", text: "Quiet.", freeze: true };
      return (await api("POST", `${ROOT}/close-month`, { key, body })).status;
    };
    expect([await close(monthOf(today)), await close(addMonths(over, 2)), await close(over)]).toEqual([422, 422, 201]);
    const after: Week = await (await api("GET", `${ROOT}/week`, { key })).json();
    expect(after.lastMonth).toEqual({ month: over, closed: true });
  });

  test("the schedule records each month that is over, and nothing of the running one", async () => {
    await begin(`${addMonths(over, -1)}-15T12:00:00Z`);
    await runSchedule(env);
    const { results } = await env.DB.prepare("SELECT month FROM said_months ORDER BY month").all();
    expect(results.map(({ month }) => month)).toEqual([addMonths(over, -1), over]);
  });

  test("feed, calendar and status speak of no time to come", async () => {
    await begin();
    await log({ date: today });
    const feed = await (await api("GET", `${ROOT}/feed.atom`, { key })).text();
    const times = [...feed.matchAll(/<(?:updated|published)>([^<]*)</g)].map(([, time = ""]) => Date.parse(time));
    expect(times.length).toBeGreaterThan(0);
    expect(Math.max(...times)).toBeLessThanOrEqual(now);
    const owner = await keyFor("owner", "Another owner");
    expect((await api("GET", "/status", { key: owner })).status).toBe(200);
    expect(await problems()).toEqual([]);
  });

  test("a link for a colleague ends with a day, thirty days on at the least", async () => {
    await begin();
    const body = { title: "For a colleague", purpose: "colleague" };
    const { expiresAt } = await (await api("POST", `${ROOT}/snapshots`, { key, body })).json<MadeLink>();
    expect((expiresAt ?? 1) % DAY_MS).toBe(0);
    expect((expiresAt ?? 0) - now).toBeGreaterThanOrEqual(30 * DAY_MS);
    expect((expiresAt ?? Infinity) - now).toBeLessThanOrEqual(31 * DAY_MS);
  });

  test("a list of one day finds what is dated that day, and what is known to its month alone", async () => {
    await begin();
    await log({ date: today });
    await log({ date: monthOf(today) });
    await log({ date: addDays(today, -1) });
    const [first = "", second = ""] = await refsOn(key, "2012-01", "2099-12");
    expect(await refsOn(key, today, today)).toEqual([first, second]);
    expect(await refsOn(key, lastDayOf(monthOf(today)), "2099-12-31")).toContain(second);
    expect(await refsOn(key, `${addMonths(monthOf(today), 1)}-01`, "2099-12-31")).toEqual([]);
  });
});

describe("across a midnight", () => {
  test("what was of today is of yesterday, nothing is lost, and a month that ends is over", async () => {
    standAt(Date.parse("2028-02-29T23:59:59.900Z"));
    const { analyst: key } = await registerShipped();
    const post = (date: string): Promise<Response> =>
      api("POST", `${ROOT}/events`, { key, body: eventBody({ date, title: `On ${date}` }) });
    expect((await post("2028-02-29")).status).toBe(201);
    expect((await post("2028-03-01")).status).toBe(201);
    expect(await viewOf(key)).toMatchObject({ asOf: "2028-02-29", scheduled: 1, coverage: { to: "2028-01" } });
    standAt(Date.parse("2028-03-01T00:00:00.100Z"));
    expect(await viewOf(key)).toMatchObject({ asOf: "2028-03-01", scheduled: 0, coverage: { to: "2028-02" } });
    await runSchedule(env);
    const { results } = await env.DB.prepare("SELECT month, revision FROM said_months").all();
    expect(results).toEqual([{ month: "2028-02", revision: 3 }]);
    expect(await problems()).toEqual([]);
  });
});
