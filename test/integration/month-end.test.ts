import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { tellWebhooks } from "../../worker/actions/tell-webhooks";
import type { Week } from "../../worker/contract/api-types";
import { dayOfInstant } from "../../worker/core/days";
import type { ScenarioView } from "../../worker/core/view-types";
import { standAt } from "./clock";
import { viewOf } from "./discussion";
import { api, database, loadShipped, registerShipped, request, SLUG } from "./harness";
import { FOLLOWED, look, share } from "./shared-links";

const ROOT = `/scenarios/${SLUG}`;
/** The last moments of a month, and the first of the next. */
const LATE = "2028-02-29T23:59:30Z";
const OVER = "2028-03-01T00:00:00Z";
/** With July 2016 attested the verdict becomes "stalled" at its end, after three equal months. */
const TURN = "verdict/2016-07/stalled";
const JULY_31 = ["2016-07-31T00:00:00Z", "2016-07-31T12:00:00Z", "2016-07-31T23:59:30Z", "2016-07-31T23:59:59.999Z"];

/** The worker's clock stands at an instant; gives it in epoch milliseconds. */
function at(instant: string): number {
  return standAt(Date.parse(instant));
}

async function weekOf(key: string): Promise<Week> {
  return (await api("GET", `${ROOT}/week`, { key })).json();
}

/** The view that a page of the scenario carries. */
async function viewOfPage(key: string, path: string): Promise<ScenarioView> {
  const html = await (await request("GET", path, { key, headers: { Accept: "text/html" } })).text();
  const [, json = "null"] = /id="view"[^>]*>([^<]*)</.exec(html) ?? [];
  return JSON.parse(json);
}

/** The ids of a feed's entries; none of its times may lie ahead. */
async function entriesOf(response: Response, now: number): Promise<string[]> {
  const feed = await response.text();
  const times = [...feed.matchAll(/<updated>([^<]*)</g)].map(([, time = ""]) => Date.parse(time));
  expect(times.length).toBeGreaterThan(0);
  expect(times.filter((time) => time > now)).toEqual([]);
  return [...feed.matchAll(/<id>[^<]*?(verdict\/[^<]*)</g)].map(([, id = ""]) => id);
}

describe("on the last evening of a month", () => {
  test("that month is running: nothing of it is judged, closed or asked for", async () => {
    at(LATE);
    const { analyst: key } = await registerShipped();
    const view = await viewOf(key);
    expect(view).toMatchObject({ asOf: "2028-02-29", coverage: { to: "2028-01" } });
    expect(Object.keys(view.publishedByMonth).at(-1)).toBe("2028-01");
    expect(view.months.at(-1)).toMatchObject({ month: "2028-02", provisional: true });
    expect(view.verdicts.at(-1)).toMatchObject({ windowTo: "2028-01" });
    expect(view.level.years[0]?.to).toBe("2028-01");
    const week = await weekOf(key);
    expect(week.lastMonth.month).toBe("2028-01");
    expect(week.unlookedMonths.at(-1)).toBe("2028-01");
    for (const query of ["", "?month=2028-02"]) {
      expect((await viewOfPage(key, `${ROOT}/close${query}`)).asOf).toBe("2028-01-31");
    }
    const body = { month: "2028-02", looked: "The wires", text: "Quiet.", freeze: false };
    const refused = await api("POST", `${ROOT}/close-month`, { key, body });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("February 2028 is not over. Close it from 1 March 2028 on, UTC.");
  });

  test("from midnight on it is over", async () => {
    at(OVER);
    const { analyst: key } = await registerShipped();
    const view = await viewOf(key);
    expect(view).toMatchObject({ asOf: "2028-03-01", coverage: { to: "2028-02" } });
    expect((await weekOf(key)).lastMonth.month).toBe("2028-02");
    const page = await viewOfPage(key, `${ROOT}/close`);
    expect(page).toMatchObject({ asOf: "2028-02-29", coverage: { to: "2028-02" } });
    const body = { month: "2028-02", looked: "The wires", text: "Quiet.", freeze: false };
    expect((await api("POST", `${ROOT}/close-month`, { key, body })).status).toBe(201);
  });

  test("an answer about that day is not the answer about the same day once it is over", async () => {
    at(LATE);
    const { viewer } = await loadShipped();
    const running = await viewOf(viewer, "?asOf=2028-02-29");
    expect(running).toMatchObject({ pendingMonths: [], coverage: { to: "2028-01" } });
    expect(await viewOf(viewer, "?asOf=2028-02-29")).toEqual(running);
    // Of a day before it nothing is running: it is asked for under one name for good.
    const question = "SELECT question FROM view_cache ORDER BY question";
    await viewOf(viewer, "?asOf=2028-02-28");
    const { results } = await env.DB.prepare(question).all<{ question: string }>();
    expect(results.map((row) => row.question.replace(/^\S+ /, ""))).toEqual([
      "2028-02-28 head",
      "2028-02-29 on 2028-02-29 head",
    ]);
    at(OVER);
    const over = await viewOf(viewer, "?asOf=2028-02-29");
    expect(over.coverage.to).toBe("2028-02");
    expect(over.months.at(-1)).toMatchObject({ month: "2028-02", provisional: false });
  });

  test("a horizon that ends with it is not final before midnight", async () => {
    at("2028-01-15T12:00:00Z");
    const { viewer } = await loadShipped();
    const finals = async (instant: string): Promise<boolean | undefined> => {
      at(instant);
      return (await viewOf(viewer, "?asOf=2013-06-30")).verdicts.find(({ windowTo }) => windowTo <= "2013-06")?.final;
    };
    expect([await finals("2013-06-30T23:59:30Z"), await finals("2013-07-01T00:00:00Z")]).toEqual([false, true]);
  });
});

describe("a verdict that changes at a month's end", () => {
  /** The shipped log with July 2016 attested, all of it known beforehand: clocks below only move the day. */
  async function beforehand(): Promise<{ owner: string; analyst: string }> {
    at("2028-01-15T12:00:00Z");
    const keys = await loadShipped();
    const body = { month: "2016-07", note: "Both foreign ministries" };
    expect((await api("POST", `${ROOT}/attestations`, { key: keys.analyst, body })).status).toBe(201);
    return keys;
  }

  test("is in no feed at any time of the last day, and in each from midnight on", async () => {
    const { analyst: key } = await beforehand();
    const link = await share(key, FOLLOWED);
    for (const instant of JULY_31) {
      const now = at(instant);
      expect(await entriesOf(await api("GET", `${ROOT}/feed.atom`, { key }), now)).not.toContain(TURN);
      expect(await entriesOf(await look(link, "/feed.atom"), now)).not.toContain(TURN);
    }
    const now = at("2016-08-01T00:00:00Z");
    expect((await entriesOf(await api("GET", `${ROOT}/feed.atom`, { key }), now))[0]).toBe(TURN);
    expect((await entriesOf(await look(link, "/feed.atom"), now))[0]).toBe(TURN);
  });

  test("is told to webhooks once the month is over", async () => {
    const { owner: key } = await beforehand();
    at("2016-07-31T00:00:00Z");
    const url = "https://hooks.example.org/signpost";
    expect((await api("POST", `${ROOT}/webhooks`, { key, body: { url } })).status).toBe(201);
    const told: string[] = [];
    const send = async (_url: string, { body }: RequestInit): Promise<Response> => {
      told.push(JSON.parse(String(body)).month);
      return new Response();
    };
    for (const instant of [...JULY_31, "2016-08-01T00:00:00Z"]) {
      const now = at(instant);
      expect(told).toEqual([]);
      await tellWebhooks(database(), { slug: SLUG, today: dayOfInstant(now), now, send, most: 10 });
    }
    expect(told).toEqual(["2016-07"]);
  });
});
