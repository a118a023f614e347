import { describe, expect, test } from "vitest";
import { EVENT_EXAMPLE } from "../../worker/contract/api/event-bodies";
import { standAt } from "./clock";
import { api, keyFor, loadShipped, scenarioFile, SLUG } from "./harness";
import { FOLLOWED, look, share } from "./shared-links";

/** Noon of a month's last day by UTC, when 1 December has begun in Kiritimati. */
const NOON = Date.parse("2026-11-30T12:00:00Z");

const { codedOn: _coded, ...file } = scenarioFile;
const claim = {
  id: "C01",
  question: "A visit?",
  criteria: "Held.",
  type: "by",
  deadline: "2030-12-31",
  basis: "outright",
};

const register = (key: string, registeredOn: string, query = ""): Promise<Response> => {
  const horizons = [{ key: "short", label: "Short", until: "2030-06" }];
  const body = { ...file, slug: "later", mode: "registered", registeredOn, horizons, propositions: [claim] };
  return api("POST", `/scenarios${query}`, { key, body });
};

/** The instants of a feed and the stamps of a calendar, in epoch milliseconds. */
const datesOf = (feed: string): number[] =>
  [...feed.matchAll(/<updated>([^<]*)</g)].map(([, text = ""]) => Date.parse(text));
const stampsOf = (calendar: string): string[] => [...calendar.matchAll(/DTSTAMP:(\d{8})T/g)].map(([, day = ""]) => day);

describe("a registration", () => {
  test.each(["2027-01-30", "2026-12-02"])("dated %s is asked about before it is frozen", async (day) => {
    standAt(NOON);
    const key = await keyFor("owner");
    const refused = await register(key, day);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ errors: [{ field: "registeredOn", code: "unlikely-date" }] });
    expect((await api("GET", "/scenarios/later", { key })).status).toBe(404);
    const confirmed = await register(key, day, "?confirmDate=1");
    expect(await confirmed.json()).toMatchObject({ slug: "later", registeredOn: day });
  });

  test.each(["1012-06-15", "1900-01-01"])(
    "dated %s would be worked out for minutes, and is refused by name",
    async (day) => {
      const key = await keyFor("owner");
      const refused = await register(key, day, "?confirmDate=1");
      expect(refused.status).toBe(422);
      expect(await refused.json()).toMatchObject({
        errors: [{ field: "registeredOn", message: expect.stringContaining("Choose a later day") }],
      });
    },
  );

  test("dated today, or by a day that has begun elsewhere, is not", async () => {
    standAt(NOON);
    const key = await keyFor("owner");
    expect((await register(key, "2026-12-01")).status).toBe(201);
  });
});

describe("nothing that is told is dated in the future", () => {
  test("of a scenario registered ahead: its feed and its calendar, for its people and its readers", async () => {
    standAt(NOON);
    const key = await keyFor("owner");
    await register(key, "2027-01-30", "?confirmDate=1");
    const link = await share(key, FOLLOWED, "later");
    const feeds = [
      await (await api("GET", "/scenarios/later/feed.atom", { key })).text(),
      await (await look(link, "/feed.atom")).text(),
    ];
    for (const feed of feeds) expect(datesOf(feed)).toEqual([Date.parse("2026-11-30T00:00:00Z")]);
    const calendars = [
      await (await api("GET", "/scenarios/later/deadlines.ics", { key })).text(),
      await (await look(link, "/deadlines.ics")).text(),
    ];
    for (const calendar of calendars) expect(new Set(stampsOf(calendar))).toEqual(new Set(["20261130"]));
  });

  test("of one that runs, on a month's last day: no verdict dated the next day, and no entry twice afterwards", async () => {
    standAt(NOON);
    const { analyst: key } = await loadShipped();
    await api("POST", `/scenarios/${SLUG}/events`, { key, body: { ...EVENT_EXAMPLE, date: "2026-11-30" } });
    const link = await share(key, FOLLOWED);
    const told = async (): Promise<number[]> => {
      const own = await (await api("GET", `/scenarios/${SLUG}/feed.atom`, { key })).text();
      return [...datesOf(own), ...datesOf(await (await look(link, "/feed.atom")).text())];
    };
    expect((await told()).filter((at) => at > NOON)).toEqual([]);
    const next = standAt(NOON + 86_400_000);
    expect((await told()).filter((at) => at > next)).toEqual([]);
  });
});
