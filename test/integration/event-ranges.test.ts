import { expect, test } from "vitest";
import type { ApiEvent, EventPage } from "../../worker/contract/api-types";
import { firstDayOf, lastDayOf } from "../../worker/core/months";
import { api, eventBody, importCsv, loadShipped, registerShipped, SLUG, usageOf } from "./harness";
import { manyEvents } from "./many-events";

const EVENTS = `/scenarios/${SLUG}/events`;

async function read<T>(key: string, rest: string): Promise<T> {
  const response = await api("GET", `${EVENTS}${rest}`, { key });
  expect(response.status, rest).toBe(200);
  return response.json();
}

/** The references that a query finds, by the list, its count, the CSV and the JSON, which must agree. */
async function found(key: string, query: string): Promise<string[]> {
  const { events, total } = await read<EventPage>(key, `?${query}&count=1&limit=200`);
  const refs = events.map(({ ref }) => ref);
  const json = await read<{ events: ApiEvent[] }>(key, `.json?${query}`);
  expect(json.events.map(({ ref }) => ref)).toEqual(refs);
  const csv = await (await api("GET", `${EVENTS}.csv?${query}`, { key })).text();
  expect(refs.filter((ref) => !csv.includes(`${ref},`))).toEqual([]);
  expect(csv.trimEnd().split("\n").length).toBeGreaterThanOrEqual(refs.length + 1);
  expect(total).toBe(refs.length);
  return refs;
}

test("a filter by days finds what is known to the month, in the list, the count, the CSV and the JSON", async () => {
  const { viewer: key } = await loadShipped();
  expect(await found(key, "from=2017-08-01&to=2017-08-31")).toContain("PKRU-0092");
  expect(await found(key, "from=2017-08-01&to=2017-08-31")).toEqual(await found(key, "from=2017-08&to=2017-08"));
  expect(await found(key, "from=2017-08-20&to=2017-08-21")).toContain("PKRU-0092");
  const financing = await found(key, "indicator=pipeline_financing&from=2012-02-01&to=2017-08-31");
  expect(financing).toHaveLength(10);
  expect(await found(key, "indicator=pipeline_financing&from=2012-02&to=2017-08")).toEqual(financing);
});

const DATES = ["2024-01", "2024-01-31", "2024-02", "2024-02-01", "2024-02-15", "2024-02-29", "2024-03", "2024-03-01"];
const ENDS = ["", "2024-01-31", "2024-02", "2024-02-01", "2024-02-15", "2024-02-29", "2024-03-01", "2024-03"];

test("of every indicator, with every kind of end, just the events whose days overlap the range are found", async () => {
  const { owner: key } = await registerShipped();
  const logged: Pick<ApiEvent, "ref" | "date" | "indicator">[] = [];
  for (const changes of [{}, { indicator: "supply_line", code: null, state: "open" }]) {
    for (const date of DATES) {
      const response = await api("POST", EVENTS, { key, body: eventBody({ date, ...changes }) });
      logged.push(await response.json());
    }
  }
  const last = (date: string): string => (date.length === 7 ? lastDayOf(date) : date);
  for (const from of ENDS) {
    for (const to of ENDS) {
      const fits = ({ date }: { date: string }): boolean =>
        (from === "" || last(date) >= firstDayOf(from)) && (to === "" || firstDayOf(date) <= last(to));
      for (const indicator of ["", "visit", "supply_line"]) {
        const wanted = logged.filter((one) => fits(one) && (indicator === "" || one.indicator === indicator));
        const page = await read<EventPage>(key, `?from=${from}&to=${to}&indicator=${indicator}&count=1`);
        const what = `${from} to ${to}, ${indicator}`;
        expect(page.events.map(({ ref }) => ref).toSorted(), what).toEqual(wanted.map(({ ref }) => ref).toSorted());
        expect(page.total, what).toBe(wanted.length);
      }
    }
  }
});

test("pages of a range neither repeat nor skip a row, those known to the month included", async () => {
  const { viewer: key } = await loadShipped();
  const query = "from=2012-01-15&to=2018-08-20";
  const whole = await found(key, query);
  const paged: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const next: string = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const page: EventPage = await read(key, `?${query}&limit=7${next}`);
    paged.push(...page.events.map(({ ref }) => ref));
    cursor = page.nextCursor;
  }
  expect(paged).toEqual(whole);
});

test("a range of days is read by the index on dates: its own rows, and at most the other days of its first month", async () => {
  const { owner: key } = await registerShipped();
  await importCsv(key, manyEvents(5000));
  const cost = async (query: string): Promise<number> => {
    const response = await api("GET", `${EVENTS}?${query}`, { key });
    await response.text();
    return usageOf(response).read;
  };
  // 26 events a month, each in the index and in the table.
  expect(await cost("from=2012-01-20&to=2012-01-25")).toBeLessThanOrEqual(2 * 26 + 10);
  expect(await cost("from=2012-01-20&to=2012-01-25&indicator=visit")).toBeLessThanOrEqual(2 * 26 + 10);
  expect(await cost("from=2012-01-20&to=2012-01-25&count=1")).toBeLessThanOrEqual(4 * 26 + 10);
});

test("an event known to the month is offered as a likely duplicate of one on any of its days", async () => {
  const { analyst: key } = await registerShipped();
  const response = await api("POST", EVENTS, { key, body: eventBody({ date: "2017-08" }) });
  const { ref } = await response.json<ApiEvent>();
  const query = "indicator=trade&date=2017-08-20&title=A%20minister%20visits";
  const similar = await api("GET", `/scenarios/${SLUG}/similar?${query}`, { key });
  expect(await similar.json()).toMatchObject({ similar: [{ event: { ref } }] });
});
