import { expect, test } from "vitest";
import type { ApiEvent, EventPage, SimilarEvent, SourceHint } from "../../worker/contract/api-types";
import { api, eventBody, loadShipped, registerShipped, SLUG, usageOf } from "./harness";

const SCENARIO = `/scenarios/${SLUG}`;

async function get<T>(key: string, path: string, query: Record<string, string> = {}): Promise<T> {
  const response = await api("GET", `${SCENARIO}${path}?${new URLSearchParams(query).toString()}`, { key });
  expect(response.status).toBe(200);
  return response.json();
}

async function post(key: string, changes: object): Promise<ApiEvent> {
  const response = await api("POST", `${SCENARIO}/events`, { key, body: { ...eventBody(), ...changes } });
  expect(response.status).toBe(201);
  return response.json();
}

const similarTo = async (key: string, query: Record<string, string>): Promise<SimilarEvent[]> =>
  (await get<{ similar: SimilarEvent[] }>(key, "/similar", query)).similar;

test("the call-off of Putin's visit is shown first to whoever types that it was deferred", async () => {
  const { analyst: key } = await loadShipped();
  const typed = { indicator: "visit", date: "2012-09-27", title: "Putin defers Pakistan visit" };
  const [first] = await similarTo(key, typed);
  expect(first).toMatchObject({ likeness: "likely", event: { ref: "PKRU-0043" } });
});

test("the same address is found whatever the indicator and the day, and with www or without", async () => {
  const { analyst: key } = await registerShipped();
  const event = await post(key, { sourceUrl: "https://www.example.org/a/" });
  const typed = { indicator: "trade", date: "2011-01-01", sourceUrl: "http://example.org/a" };
  expect(await similarTo(key, typed)).toMatchObject([{ likeness: "related", event: { ref: event.ref } }]);
});

test("a retracted event is not offered to add a report to", async () => {
  const { analyst: key } = await registerShipped();
  const event = await post(key, {});
  const typed = { indicator: "visit", date: "2025-11-20", title: "A minister visits", code: "minister_visit_held" };
  expect(await similarTo(key, typed)).toHaveLength(1);
  const headers = { "If-Match": '"1"' };
  await api("DELETE", `${SCENARIO}/events/${event.ref}`, { key, headers, body: { reason: "Wrong" } });
  expect(await similarTo(key, typed)).toEqual([]);
});

test("nothing typed yet finds nothing and is no error", async () => {
  const { analyst: key } = await registerShipped();
  expect(await similarTo(key, {})).toEqual([]);
  expect(await similarTo(key, { indicator: "no-such", date: "", title: "", sourceUrl: "" })).toEqual([]);
});

test("a site's letter is the one recorded last, and a title is proposed from the address", async () => {
  const { analyst: key } = await registerShipped();
  const source = { sourceTitle: "Something else (Dawn)", sourceUrl: "https://dawn.com/1" };
  await post(key, { ...source, sourceReliability: "C" });
  await post(key, { ...source, sourceReliability: "B" });
  const hint = (url: string) => get<SourceHint>(key, "/sources", { url });
  expect(await hint("https://www.dawn.com/news/752485/summit-put-off-again")).toEqual({
    site: "dawn.com",
    sourceReliability: "B",
    sourceTitle: "Summit put off again (Dawn)",
  });
  expect(await hint("http://dawn.com/1")).toMatchObject({ sourceTitle: "Something else (Dawn)" });
  expect(await hint("https://new.example/x")).toMatchObject({ site: "new.example", sourceReliability: null });
  expect(await hint("no address")).toEqual({ site: "", sourceReliability: null, sourceTitle: "" });
});

test("projects are listed once each, and reading them costs a row or two a project", async () => {
  const { analyst: key } = await registerShipped();
  for (const project of ["Gas pipeline", "Steel mill", "Gas pipeline", ""]) await post(key, { project });
  const response = await api("GET", `${SCENARIO}/projects`, { key });
  expect(await response.json()).toEqual({ projects: ["Gas pipeline", "Steel mill"] });
  expect(usageOf(response).read).toBeLessThanOrEqual(12);
});

test("precedents are the newest rows with one code, at the cost of their own rows", async () => {
  const { analyst: key } = await loadShipped();
  const path = `${SCENARIO}/events?indicator=visit&code=minister_visit_held&limit=3`;
  const response = await api("GET", path, { key });
  const { events }: EventPage = await response.json();
  expect(events.map(({ code }) => code)).toEqual(Array.from({ length: 3 }, () => "minister_visit_held"));
  expect(events.map(({ date }) => date)).toEqual(
    events
      .map(({ date }) => date)
      .toSorted()
      .toReversed(),
  );
  expect(usageOf(response).read).toBeLessThanOrEqual(16);
});

test("a list counts what fits when it is asked to, and lists by review", async () => {
  const { analyst: key } = await loadShipped();
  const { events, total } = await get<EventPage>(key, "/events", { indicator: "visit", count: "1", limit: "10" });
  expect(events).toHaveLength(10);
  expect(total).toBeGreaterThan(10);
  expect(await get<EventPage>(key, "/events", {})).not.toHaveProperty("total");
  expect(await get<EventPage>(key, "/events", { review: "unreviewed", count: "1" })).toMatchObject({ total: 198 });
  expect(await get<EventPage>(key, "/events", { review: "disputed", count: "1" })).toMatchObject({ total: 0 });
  const counted = await api("GET", `/scenarios/${SLUG}/events?indicator=veto&count=1&limit=1`, { key });
  expect(await counted.json()).toMatchObject({ total: 35 });
  // Each by the index and in the table; the log holds 198.
  expect(usageOf(counted).read).toBeLessThan(35 * 2 + 20);
});
