import { expect, test } from "vitest";
import { now } from "../clock";
import { api, eventBody, importCsv, keyFor, registerShipped, scenarioFile, SLUG, usageOf } from "./harness";
import { manyEvents, MONTHS } from "./many-events";

const INDICATORS = scenarioFile.indicators.filter(({ kind }) => kind === "event").length;
const CODES = scenarioFile.indicators.flatMap(({ codebook }) => codebook).length;
const EVIDENCE = scenarioFile.propositions.flatMap(({ evidence }) => evidence).length;

/** An event with everything that has an index of its own, and as many further sources as go with it. */
const FULLEST = {
  clientId: "6f9a4a0e-6d6d-4f0e-8f5e-0d8f3f6f1c01",
  sourceUrl: "https://example.org/1",
  project: "A pipeline",
  plannedFor: "2026-01",
  amountUsd: 5,
  amountScope: "contract",
  reports: [1, 2, 3, 4, 5].map((number) => ({ ...eventBody(), sourceTitle: `Paper ${number}` })),
};

/** What it costs to review an event in a thread of three steps, to read its life, and what waits this week. */
async function discussionCosts(key: string, ref: string) {
  const fullest = eventBody({ ...FULLEST, follows: ref });
  const logged = usageOf(await api("POST", `/scenarios/${SLUG}/events`, { key, body: fullest }));
  const other = { date: "2025-11-22", follows: ref, plannedFor: "2026-02" };
  await api("POST", `/scenarios/${SLUG}/events`, { key, body: eventBody(other) });
  const body = { sourceReliability: "B", infoCredibility: 2, agrees: true };
  const call = { key: await keyFor("analyst", "Reviewer"), body, headers: { "If-Match": '"1"' } };
  const review = usageOf(await api("POST", `/scenarios/${SLUG}/events/${ref}/review`, call));
  const reads = async (path: string): Promise<number> => {
    const response = await api("GET", `/scenarios/${SLUG}/${path}`, { key });
    await response.text();
    return usageOf(response).read;
  };
  return { fullest: logged, review, life: await reads(`events/${ref}/life`), week: await reads("week") };
}

/** What a cold view, a warm view and one more event cost with this many events in the log. */
async function costsAt(count: number) {
  const { owner: key } = await registerShipped();
  const imported = await importCsv(key, manyEvents(count));
  expect(await imported.json()).toMatchObject({ accepted: count, rejected: 0 });
  const path = `/scenarios/${SLUG}/view`;
  const cold = usageOf(await api("GET", path, { key }));
  const warm = usageOf(await api("GET", path, { key }));
  const written = await api("POST", `/scenarios/${SLUG}/events`, { key, body: eventBody() });
  const list = async (query: string): Promise<number> => {
    const response = await api("GET", `/scenarios/${SLUG}/events?limit=20&${query}`, { key });
    await response.text();
    return usageOf(response).read;
  };
  const { ref } = await written.json<{ ref: string }>();
  const discussion = await discussionCosts(key, ref);
  const lists = { page: await list("cursor=2012-01-15~N"), indicator: await list("indicator=supply_line") };
  const lookUp = async (query: string): Promise<number> => {
    const response = await api("GET", `/scenarios/${SLUG}/${query}`, { key });
    await response.text();
    return usageOf(response).read;
  };
  const address = encodeURIComponent("https://example.org/1");
  const lookups = {
    similar: await lookUp(`similar?indicator=visit&date=2012-01-15&title=Event&sourceUrl=${address}`),
    source: await lookUp(`sources?url=${address}`),
    precedents: await lookUp("events?indicator=visit&code=leader_visit_held&limit=3"),
  };
  return { cold, warm, write: usageOf(written), catchUp: usageOf(written, "verdicts"), lists, lookups, discussion };
}

const SMALL = 50;
const LARGE = 5000;
const costs: Record<number, Awaited<ReturnType<typeof costsAt>>> = {};

test.each([SMALL, LARGE])("a log of %i events is measured", async (count) => {
  costs[count] = await costsAt(count);
});

test("a warm view reads the same few rows at a hundred times the events, and writes none", async () => {
  const small = costs[SMALL]?.warm;
  const large = costs[LARGE]?.warm;
  expect(large).toEqual(small);
  expect(large?.read).toBeLessThanOrEqual(5);
  expect(large?.written).toBe(0);
});

test("a cold view reads months x indicators and codes x (years + 12), whatever the number of events", () => {
  const rollup = MONTHS * INDICATORS + (MONTHS / 12 + 12) * CODES;
  // The newest, those with an amount, and up to 50 of each of the two years that can hold the largest contributions:
  // each of these in the index, its row for the date, and its row again for what is shown.
  const lists = 20 + 200 + 3 * Math.min(50, LARGE / MONTHS) * 24;
  // A row a month-end with its word, those of the horizons whole, and each claim's evidence with its event.
  const verdicts = MONTHS + 20 + 3 * EVIDENCE;
  expect(costs[LARGE]?.cold.read).toBeLessThanOrEqual(rollup + lists + verdicts + 20);
});

test("catching up on verdicts reads months x indicators and no codes, and writes the months that changed", () => {
  const statements = 3 * EVIDENCE + 20;
  expect(costs[LARGE]?.catchUp.read).toBeLessThanOrEqual(MONTHS * INDICATORS + MONTHS + statements);
  // From November 2025, the month of the event, to the last complete month of today.
  const today = new Date(now());
  const since = (today.getUTCFullYear() - 2025) * 12 + today.getUTCMonth() - 10;
  expect(costs[LARGE]?.catchUp.written).toBe(since);
});

test("one more event touches a constant number of rows", () => {
  expect(costs[LARGE]?.write).toEqual(costs[SMALL]?.write);
  // Commit, entry, event, three cells of the rollup and the head, with the indexes on them.
  expect(costs[LARGE]?.write.written).toBeLessThanOrEqual(15);
  expect(costs[LARGE]?.write.read).toBeLessThanOrEqual(25);
});

test("an old page of the list and the list of a rare indicator read little more than they show", () => {
  expect(costs[LARGE]?.lists.page).toBeLessThanOrEqual(20 + 10);
  expect(costs[LARGE]?.lists.indicator).toBeLessThanOrEqual(20 + 10);
});

test("an event with all that it can have, a review and the life of an event touch a constant number of rows", () => {
  const { week: _small, ...small } = costs[SMALL]?.discussion ?? { week: 0 };
  const { week: _large, ...large } = costs[LARGE]?.discussion ?? { week: 0 };
  expect(large).toEqual(small);
  // The write of an event, six more indexes, and five further sources: an entry with its index and a row each.
  expect(costs[LARGE]?.discussion.fullest.written).toBeLessThanOrEqual(45);
  expect(costs[LARGE]?.discussion.review.written).toBeLessThanOrEqual(10);
  expect(costs[LARGE]?.discussion.life).toBeLessThanOrEqual(40);
});

test("this week reads months x indicators and a few rows of each list, whatever the number of events", () => {
  expect(costs[LARGE]?.discussion.week).toBeLessThanOrEqual(MONTHS * INDICATORS + 3 * EVIDENCE + 100);
});

test("what is looked up while an event is typed reads the days around it, and the rows it shows", () => {
  const { source = Infinity, precedents = Infinity, similar = Infinity } = costs[LARGE]?.lookups ?? {};
  expect(source).toBe(costs[SMALL]?.lookups.source);
  expect(precedents).toBeLessThanOrEqual(16);
  // Two months of one indicator, three days of all others, at 26 events a month.
  expect(similar).toBeLessThanOrEqual(2 * 200 + 40);
});

test("somebody without a key costs no rows", async () => {
  await keyFor("viewer");
  const response = await api("GET", `/scenarios/${SLUG}/view`);
  expect(response.status).toBe(401);
  expect(response.headers.get("Server-Timing")).toBeNull();
});
