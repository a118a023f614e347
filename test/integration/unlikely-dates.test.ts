import { describe, expect, test } from "vitest";
import type { ApiEvent } from "../../worker/contract/api-types";
import type { ImportReport } from "../../worker/contract/import-report";
import type { ScenarioView } from "../../worker/core/view-types";
import { api, eventBody, importCsv, loadShipped, registerShipped, SLUG, usageOf } from "./harness";
import { calls, rowsOf } from "./staged";

const SCENARIO = `/scenarios/${SLUG}`;
const EVENTS = `${SCENARIO}/events`;
/** "2026" mistyped. */
const OLD = "1026-10-06";

const log = (key: string, changes: object, method = "POST", path = EVENTS): Promise<Response> =>
  api(method, path, {
    key,
    body: { ...eventBody(), ...changes },
    headers: method === "PATCH" ? { "If-Match": '"1"' } : {},
  });

async function errorsOf(response: Response): Promise<string[]> {
  expect(response.status).toBe(422);
  const { errors } = await response.json<{ errors: { field: string; code: string }[] }>();
  return errors.map(({ field, code }) => `${field} ${code}`);
}

describe("a date whose year looks mistyped", () => {
  test("is not logged without a confirmation, wherever in the body it stands", async () => {
    const { analyst: key } = await loadShipped();
    expect(await errorsOf(await log(key, { date: OLD }))).toEqual(["date unlikely-date"]);
    expect(await errorsOf(await log(key, { also: [eventBody({ date: OLD })] }))).toEqual([
      "also[0].date unlikely-date",
    ]);
    const report = { ...eventBody(), sourceTitle: "Another", sourcePublished: "1026-10" };
    expect(await errorsOf(await log(key, { reports: [report] }))).toEqual(["reports[0].sourcePublished unlikely-date"]);
    expect(await errorsOf(await log(key, { plannedFor: "2206-05" }))).toEqual(["plannedFor unlikely-date"]);
    expect(await errorsOf(await log(key, { date: OLD, confirmDate: "yes" }))).toEqual(["confirmDate invalid"]);
    expect((await log(key, { date: OLD, confirmDate: true })).status).toBe(201);
    expect((await log(key, { also: [eventBody({ date: OLD, confirmDate: true })] })).status).toBe(201);
    expect((await log(key, { plannedFor: "2206-05", reports: [report], confirmDate: true })).status).toBe(201);
  });

  test("is judged by the first event near the window too, never by an old one that was confirmed", async () => {
    const { analyst: key } = await registerShipped();
    expect(await errorsOf(await log(key, { date: "1956-01-01" }))).toEqual(["date unlikely-date"]);
    expect((await log(key, { date: OLD, confirmDate: true })).status).toBe(201);
    expect(await errorsOf(await log(key, { date: "1956-01-01" }))).toEqual(["date unlikely-date"]);
    expect((await log(key, { date: "1985-01-01" })).status).toBe(201);
    expect((await log(key, { date: "1956-01-01" })).status).toBe(201);
    expect(await errorsOf(await log(key, { date: "1954-12-31" }))).toEqual(["date unlikely-date"]);
  });

  test("costs nothing where no date is old, and one row where one is", async () => {
    const { analyst: key } = await loadShipped();
    const before = usageOf(await log(key, {})).read;
    const refused = usageOf(await log(key, { date: OLD })).read;
    expect(usageOf(await log(key, {})).read).toBe(before);
    expect(refused).toBeLessThan(before);
    expect(refused).toBeLessThanOrEqual(10);
  });

  test("is asked about in a correction that brings it, and not in one of another member", async () => {
    const { analyst: key } = await registerShipped();
    const { ref } = await (await log(key, {})).json<ApiEvent>();
    const correct = (version: number, changes: object): Promise<Response> =>
      api("PATCH", `${EVENTS}/${ref}`, {
        key,
        body: { reason: "A better source", ...changes },
        headers: { "If-Match": `"${version}"` },
      });
    expect(await errorsOf(await correct(1, { date: OLD }))).toEqual(["date unlikely-date"]);
    expect((await correct(1, { date: OLD, confirmDate: true })).status).toBe(200);
    const retitled = await correct(2, { title: "Another title" });
    expect(await retitled.json()).toMatchObject({ version: 3, date: OLD });
    const stale = await correct(2, { title: "Too late", confirmDate: true });
    expect(stale.status).toBe(412);
    expect((await stale.json<{ yours: object }>()).yours).not.toHaveProperty("confirmDate");
  });

  test("of a further source is asked about only before 1900", async () => {
    const { analyst: key } = await registerShipped();
    const { ref } = await (await log(key, {})).json<ApiEvent>();
    const add = (sourceTitle: string, changes: object): Promise<Response> =>
      api("POST", `${EVENTS}/${ref}/reports`, {
        key,
        body: { sourceTitle, sourceReliability: "C", infoCredibility: 3, ...changes },
      });
    expect(await errorsOf(await add("One", { sourcePublished: "1026-10" }))).toEqual(["sourcePublished unlikely-date"]);
    expect((await add("Two", { sourcePublished: "1026-10", confirmDate: true })).status).toBe(201);
    expect((await add("Three", { sourcePublished: "1947-08-15" })).status).toBe(201);
  });
});

const CSV = [
  "ref,date,indicator,code,title,source_title,source_reliability,info_credibility",
  `X-1,${OLD},visit,minister_visit_held,A visit,A paper,B,2`,
  "X-2,2012-06-20,visit,minister_visit_held,Another visit,A paper,B,2",
].join("\n");

describe("an import with such a date", () => {
  test("rejects its row until the file is sent with confirmDate=1; again, its rows are unchanged", async () => {
    const { analyst: key } = await registerShipped();
    const send = async (query: string): Promise<[number, ImportReport]> => {
      const response = await importCsv(key, CSV, query);
      return [response.status, await response.json()];
    };
    const [refused, report] = await send("");
    expect(refused).toBe(422);
    expect(report).toMatchObject({
      accepted: 1,
      rejected: 1,
      messages: [{ line: 2, level: "error", kind: "unlikely-date", column: "date" }],
    });
    expect(await send("?dryRun=1&confirmDate=1")).toMatchObject([200, { accepted: 2, messages: [] }]);
    expect(await send("?confirmDate=1")).toMatchObject([200, { accepted: 2, rejected: 0 }]);
    expect(await send("")).toMatchObject([200, { accepted: 0, unchanged: 2, rejected: 0 }]);
  });

  test("as JSON takes the confirmation of single items", async () => {
    const { analyst: key } = await registerShipped();
    const events = [eventBody({ date: OLD, confirmDate: true }), eventBody({ date: "1026-10-07" })];
    const response = await api("POST", `${SCENARIO}/import?onlyValid=1`, { key, body: { events } });
    expect(await response.json()).toMatchObject({ accepted: 1, rejected: 1, messages: [{ line: 2, column: "date" }] });
  });

  test("in parts takes it with each part", async () => {
    const { analyst: key } = await registerShipped();
    const { open, part, commit } = calls(key);
    const id = await open();
    const { rows } = rowsOf(CSV);
    expect(await (await part(id, 0, rows)).json()).toMatchObject({ accepted: 1, rejected: 1 });
    expect((await commit(id)).status).toBe(422);
    expect(await (await part(id, 0, rows, "?confirmDate=1")).json()).toMatchObject({ accepted: 2, rejected: 0 });
    expect(await (await commit(id)).json()).toMatchObject({ accepted: 2, rejected: 0 });
  });
});

describe("the figures of a log with one old date", () => {
  async function viewOf(key: string): Promise<{ view: ScenarioView; bytes: number; read: number }> {
    const response = await api("GET", `${SCENARIO}/view?asOf=2025-11-30`, { key });
    const text = await response.text();
    return { view: JSON.parse(text), bytes: text.length, read: usageOf(response).read };
  }

  test("are those without it: the rollup gives the months, pictures, marks and verdicts of before", async () => {
    const { analyst: key } = await loadShipped();
    const before = await viewOf(key);
    const amount = { amountUsd: 900_000_000, amountScope: "contract" };
    const financing = { indicator: "pipeline_financing", code: "accord_signed", ...amount };
    for (const changes of [{}, financing]) {
      const logged = await log(key, { date: OLD, confirmDate: true, ...changes });
      expect(logged.status, await logged.clone().text()).toBe(201);
    }
    const after = await viewOf(key);
    const { revision, eventsCounted, earlier, review, ...rest } = after.view;
    const { revision: _r, eventsCounted: counted, review: _s, ...wanted } = before.view;
    expect(rest).toEqual(wanted);
    expect([eventsCounted - counted, earlier]).toEqual([2, 2]);
    expect(revision).toBe(before.view.revision + 2);
    expect(review.unreviewed).toBe(before.view.review.unreviewed + 2);
    expect(after.view.months[0]?.month).toBe("2010-01");
    expect(after.bytes - before.bytes).toBeLessThan(50);
  });

  test("list and count it all the same", async () => {
    const { analyst: key } = await loadShipped();
    await log(key, { date: OLD, confirmDate: true });
    const list = await api("GET", `${EVENTS}?to=1981-05&count=1`, { key });
    expect(await list.json()).toMatchObject({ total: 1, events: [{ date: OLD }] });
    const past = await api("GET", `${SCENARIO}/view?asOf=2025-11-30&revision=2`, { key });
    expect(await past.json<ScenarioView>()).not.toHaveProperty("earlier");
  });

  test("do not lead a page to the year 1026, nor a past revision", async () => {
    const { analyst: key } = await registerShipped();
    await log(key, { date: OLD, confirmDate: true });
    await log(key, { date: OLD, confirmDate: true });
    for (const query of ["", "?revision=2"]) {
      const view: ScenarioView = await (await api("GET", `${SCENARIO}/view${query}`, { key })).json();
      expect(view).toMatchObject({ asOfReason: "today", coverage: { lastCovered: null } });
      expect(view.months[0]?.month).toBe("2011-01");
    }
  });
});
