import { describe, expect, test } from "vitest";
import type { LoggedAnswer, SavedEvent } from "../../worker/contract/api-types";
import { dayOfInstant } from "../../worker/core/days";
import type { ScenarioView } from "../../worker/core/view-types";
import { standAt } from "./clock";
import { api, eventBody, importCsv, loadShipped, SLUG } from "./harness";
import { calls } from "./staged";

/** It is 04:21 on 1 December in Vladivostok. */
const EVENING = Date.parse("2026-11-30T18:21:00Z");
const [TODAY, EAST, LATER] = ["2026-11-30", "2026-12-01", "2026-12-02"];
const S = `/scenarios/${SLUG}`;
const OPEN_CLAIM = "C25";

async function viewOf(key: string, query = ""): Promise<ScenarioView> {
  return (await api("GET", `${S}/view${query}`, { key })).json();
}

const csvOf = (date: string): string =>
  "date,indicator,code,title,source_title,source_reliability,info_credibility\n" +
  `${date},visit,minister_visit_held,A minister comes,A paper,B,2\n`;
const source = { sourceTitle: "Another paper", sourceReliability: "B", infoCredibility: 2 };

/** Everything that takes a date which must have come, and how it answers to one. */
const DOORS: [name: string, ask: (key: string, date: string) => Promise<Response>][] = [
  ["an event", (key, date) => api("POST", `${S}/events`, { key, body: eventBody({ date }) })],
  [
    "an event beside another",
    (key, date) => api("POST", `${S}/events`, { key, body: eventBody({ also: [eventBody({ date })] }) }),
  ],
  ["its source", (key, date) => api("POST", `${S}/events`, { key, body: eventBody({ sourcePublished: date }) })],
  [
    "its further source",
    (key, date) => {
      const reports = [{ ...source, sourcePublished: date }];
      return api("POST", `${S}/events`, { key, body: eventBody({ reports }) });
    },
  ],
  [
    "a correction",
    (key, date) => {
      const headers = { "If-Match": '"1"' };
      return api("PATCH", `${S}/events/PKRU-0191`, { key, headers, body: { date, reason: "Later" } });
    },
  ],
  [
    "a report",
    (key, date) => api("POST", `${S}/events/PKRU-0191/reports`, { key, body: { ...source, sourcePublished: date } }),
  ],
  ["a row of a file", (key, date) => importCsv(key, csvOf(date))],
  ["an item of a list", (key, date) => api("POST", `${S}/import`, { key, body: { events: [eventBody({ date })] } })],
  [
    "a row of an import in parts",
    async (key, date) => {
      const { open, part, commit } = calls(key);
      const id = await open();
      await part(id, 0, [{ line: 2, event: eventBody({ date }) }]);
      return commit(id);
    },
  ],
  ["the day of a view", (key, date) => api("GET", `${S}/view?asOf=${date}`, { key })],
  ["the day of a frozen link", (key, date) => api("POST", `${S}/snapshots`, { key, body: { title: "x", asOf: date } })],
  [
    "the day of an outcome",
    (key, date) =>
      api("POST", `${S}/propositions/${OPEN_CLAIM}/resolution`, {
        key,
        body: { result: "yes", on: date, sourceTitle: "A paper" },
      }),
  ],
  [
    "a month that was looked at",
    (key, date) => api("POST", `${S}/attestations`, { key, body: { month: monthFor(date), note: "Papers" } }),
  ],
  [
    "a month's note",
    (key, date) => api("POST", `${S}/notes`, { key, body: { month: monthFor(date), text: "Quiet." } }),
  ],
];

/** December has begun as far as its first day has; January has not. */
const monthFor = (date: string): string => (date === LATER ? "2027-01" : date.slice(0, 7));

describe("a day that has begun somewhere on earth", () => {
  test.each(DOORS)("is taken as %s; the day after is refused", async (_name, ask) => {
    const { owner: key } = await loadShipped();
    standAt(EVENING);
    const late = await ask(key, LATER);
    expect(late.status).toBe(422);
    expect(await late.text()).toContain("has not come yet");
    const taken = await ask(key, EAST);
    expect([200, 201], await taken.clone().text()).toContain(taken.status);
  });

  test("begins at 10:00 UTC of the day before, and is refused until then, with the latest day of today", async () => {
    const { analyst: key } = await loadShipped();
    const log = () => api("POST", `${S}/events`, { key, body: eventBody({ date: EAST }) });
    standAt(Date.parse("2026-11-30T09:59:59Z"));
    const early = await log();
    expect(await early.json()).toMatchObject({
      detail: expect.stringContaining("2026-12-01 has not come yet anywhere (today is 2026-11-30 at the latest)."),
    });
    standAt(Date.parse("2026-11-30T10:00:00Z"));
    expect((await log()).status).toBe(201);
  });

  test("is an event's with the instant from which it counts; of a day begun by UTC there is none", async () => {
    const { analyst: key } = await loadShipped();
    standAt(EVENING);
    const log = async (date: string): Promise<LoggedAnswer> =>
      (await api("POST", `${S}/events`, { key, body: eventBody({ date }) })).json();
    expect((await log(TODAY)).countsFrom).toBeNull();
    const { ref, countsFrom } = await log(EAST);
    expect(countsFrom).toBe(Date.parse("2026-12-01T00:00:00Z"));
    const correct = async (version: number, date: string): Promise<SavedEvent> => {
      const headers = { "If-Match": `"${version}"` };
      return (await api("PATCH", `${S}/events/${ref}`, { key, headers, body: { date, reason: "Other day" } })).json();
    };
    expect((await correct(1, TODAY)).countsFrom).toBeNull();
    expect((await correct(2, EAST)).countsFrom).toBe(countsFrom);
  });

  test("shows as an outcome's at once on the page of the claim", async () => {
    const { analyst: key } = await loadShipped();
    standAt(EVENING);
    const path = `${S}/propositions/${OPEN_CLAIM}`;
    await api("POST", `${path}/resolution`, { key, body: { result: "yes", on: EAST, sourceTitle: "A paper" } });
    expect(await (await api("GET", path, { key })).json()).toMatchObject({ proposition: { outcome: { on: EAST } } });
  });
});

describe("an event of a day that has begun only further east", () => {
  // The last day of a month, one in its midst, the last of a year, and 29 February.
  test.each(["2026-11-30", "2026-11-15", "2026-12-31", "2028-02-29"])(
    "logged on %s counts from the next day by UTC, and until then is one that is scheduled",
    async (day) => {
      const { analyst: key } = await loadShipped();
      const start = standAt(Date.parse(`${day}T18:21:00Z`));
      const next = dayOfInstant(start + 86_400_000);
      const asOfToday = `?asOf=${day}`;
      const before = await viewOf(key, asOfToday);
      const event: LoggedAnswer = await (
        await api("POST", `${S}/events`, { key, body: eventBody({ date: next }) })
      ).json();
      const { revision, scheduled, ...after } = await viewOf(key, asOfToday);
      expect(scheduled).toBe(before.scheduled + 1);
      expect(revision).toBe(before.revision + 1);
      expect(after.latestEvents.map(({ ref }) => ref)).not.toContain(event.ref);
      expect({ ...after, review: null }).toMatchObject({
        index: before.index,
        eventsCounted: before.eventsCounted,
        months: before.months,
        contributions: before.contributions,
        indicators: before.indicators,
        coverage: before.coverage,
      });
      // By default as well.
      expect((await viewOf(key)).eventsCounted).toBe(before.eventsCounted);

      standAt(Date.parse(`${next}T00:00:00Z`));
      const counted = await viewOf(key, `?asOf=${next}`);
      expect(counted).toMatchObject({ scheduled: before.scheduled, eventsCounted: before.eventsCounted + 1 });
      expect(counted.latestEvents.map(({ ref }) => ref)).toContain(event.ref);
    },
  );

  test("is drawn up the same from the rollup as from the ledger", async () => {
    const { analyst: key } = await loadShipped();
    standAt(Date.parse("2026-11-15T18:21:00Z"));
    const log = (date: string) => api("POST", `${S}/events`, { key, body: eventBody({ date }) });
    await log("2026-11-14");
    await log("2026-11-16");
    const fromRollup = await viewOf(key, "?asOf=2026-11-15");
    await log("2012-01-01");
    const fromLedger = await viewOf(key, `?asOf=2026-11-15&revision=${fromRollup.revision}`);
    const { pendingMonths: _a, publishedByMonth: _b, ...rollup } = fromRollup;
    const { pendingMonths: _c, publishedByMonth: _d, ...ledger } = fromLedger;
    expect(rollup.months).toEqual(ledger.months);
    expect(rollup.indicators).toEqual(ledger.indicators);
    expect(rollup).toMatchObject({
      scheduled: ledger.scheduled,
      eventsCounted: ledger.eventsCounted,
      index: ledger.index,
      contributions: ledger.contributions,
    });
  });
});
