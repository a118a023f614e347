import { expect, test } from "vitest";
import { api, eventBody, eventsCsv, importCsv, keyFor, registerShipped, scenarioFile, SLUG, usageOf } from "./harness";

const MONTHS = 16 * 12;
const INDICATORS = scenarioFile.indicators.filter(({ kind }) => kind === "event").length;
const CODES = scenarioFile.indicators.flatMap(({ codebook }) => codebook).length;
const EVIDENCE = scenarioFile.propositions.flatMap(({ evidence }) => evidence).length;

/** A file of `count` events spread over all codes and 191 months. */
function manyEvents(count: number): string {
  const [header = ""] = eventsCsv.split("\n");
  const codes = scenarioFile.indicators.flatMap(({ key, codebook }) => codebook.map((entry) => [key, entry.key]));
  const rows = Array.from({ length: count }, (_, number) => {
    const [indicator, code] = codes[(number * 7) % codes.length] ?? [];
    const month = (number * 13) % (MONTHS - 1);
    const date = `${2010 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-15`;
    const amount = number % 5 === 0 ? "1000000" : "";
    const cells = [
      `N-${number}`,
      date,
      indicator,
      code,
      `Event ${number}`,
      "",
      "",
      "",
      amount,
      "",
      "",
      "A paper",
      "",
      "",
    ];
    return [...cells, "B", String((number % 5) + 1), "", amount === "" ? "" : "contract", ""].join(",");
  });
  return [header, ...rows].join("\n");
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
  const lists = { page: await list("cursor=2012-01-15~N"), indicator: await list("indicator=supply_line") };
  return { cold, warm, write: usageOf(written), catchUp: usageOf(written, "verdicts"), lists };
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
  const today = new Date();
  const since = (today.getUTCFullYear() - 2025) * 12 + today.getUTCMonth() - 10;
  expect(costs[LARGE]?.catchUp.written).toBe(since);
});

test("one more event touches a constant number of rows", () => {
  expect(costs[LARGE]?.write).toEqual(costs[SMALL]?.write);
  expect(costs[LARGE]?.write.written).toBeLessThanOrEqual(12);
  expect(costs[LARGE]?.write.read).toBeLessThanOrEqual(24);
});

test("an old page of the list and the list of a rare indicator read little more than they show", () => {
  expect(costs[LARGE]?.lists.page).toBeLessThanOrEqual(20 + 10);
  expect(costs[LARGE]?.lists.indicator).toBeLessThanOrEqual(20 + 10);
});

test("somebody without a key costs no rows", async () => {
  await keyFor("viewer");
  const response = await api("GET", `/scenarios/${SLUG}/view`);
  expect(response.status).toBe(401);
  expect(response.headers.get("Server-Timing")).toBeNull();
});
