import { describe, expect, test } from "vitest";
import type { ApiEvent, ExportedEvent, LoggedAnswer } from "../../worker/contract/api-types";
import { change, eventOf, EVENTS, lifeOf, log, problems, reportBody } from "./discussion";
import { api, eventBody, registerShipped, SLUG } from "./harness";

const clientId = "6f9a4a0e-6d6d-4f0e-8f5e-0d8f3f6f1b01";

async function list(key: string): Promise<ApiEvent[]> {
  const { events }: { events: ApiEvent[] } = await (await api("GET", EVENTS, { key })).json();
  return events;
}

async function errorsOf(response: Response): Promise<string[]> {
  const { errors = [] }: { errors?: { field: string }[] } = await response.json();
  return errors.map(({ field }) => field);
}

test("the JSON export has each event's further sources that stand, the list does not", async () => {
  const { analyst: key, viewer } = await registerShipped();
  const { ref } = await log(key, {
    reports: [reportBody(), reportBody({ sourceUrl: "", sourceTitle: "A third", quote: "He came." })],
  });
  const { ref: bare } = await log(key, { title: "Another event", date: "2025-11-21" });
  await api("DELETE", `${EVENTS}/${ref}/reports/1`, { key, body: { reason: "A copy" } });
  const response = await api("GET", `/scenarios/${SLUG}/events.json`, { key: viewer });
  const { events }: { events: ExportedEvent[] } = await response.json();
  expect(events.map((event) => [event.ref, event.reports])).toEqual([
    [bare, []],
    [ref, (await lifeOf(key, ref)).reports],
  ]);
  expect(events[1]?.reports).toMatchObject([{ number: 2, quote: "He came.", by: "A analyst" }]);
  expect((await list(key)).some((event) => "reports" in event)).toBe(false);
});

describe("an event with further sources and companions", () => {
  const body = eventBody({
    clientId,
    reports: [reportBody({ quote: "He came." }), reportBody({ sourceUrl: "", sourceTitle: "A third" })],
    also: [eventBody({ title: "A deal" }), eventBody({ title: "A call" })],
  });

  test("is one commit: each event has its own reference, the sources belong to the first", async () => {
    const { analyst: key } = await registerShipped();
    const response = await api("POST", EVENTS, { key, body });
    expect(response.status).toBe(201);
    const answer: LoggedAnswer = await response.json();
    expect([answer, ...answer.also].map(({ ref, title }) => [ref, title])).toEqual([
      ["E-0001", "A minister visits"],
      ["E-0002", "A deal"],
      ["E-0003", "A call"],
    ]);
    expect(new Set([answer, ...answer.also].map(({ revision }) => revision))).toEqual(new Set([2]));
    const life = await lifeOf(key, "E-0001");
    expect(life.reports.map(({ number, sourceTitle, quote, by }) => [number, sourceTitle, quote, by])).toEqual([
      [1, "Another paper", "He came.", "A analyst"],
      [2, "A third", "", "A analyst"],
    ]);
    expect((await lifeOf(key, "E-0002")).reports).toEqual([]);
    expect((await log(key)).ref).toBe("E-0004");
    expect(await problems()).toEqual([]);
  });

  test("is saved once when it is sent twice, and refused when anything of it differs", async () => {
    const { analyst: key } = await registerShipped();
    const first: LoggedAnswer = await (await api("POST", EVENTS, { key, body })).json();
    await change("PATCH", key, "E-0002", 1, { title: "Corrected since", reason: "Typo" });
    await api("POST", `${EVENTS}/E-0001/reports`, {
      key,
      body: reportBody({ sourceUrl: "https://example.org/later" }),
    });
    const again = await api("POST", EVENTS, { key, body });
    expect(again.status).toBe(200);
    const answer: LoggedAnswer = await again.json();
    expect(answer.ref).toBe(first.ref);
    expect(answer.also.map(({ ref, title }) => [ref, title])).toEqual([
      ["E-0002", "Corrected since"],
      ["E-0003", "A call"],
    ]);
    for (const other of [{ reports: [] }, { also: [] }, { also: [eventBody({ title: "A call" })] }]) {
      const refused = await api("POST", EVENTS, { key, body: { ...body, ...other } });
      expect(refused.status).toBe(409);
      expect(await errorsOf(refused)).toEqual(["clientId"]);
    }
    expect(await list(key)).toHaveLength(3);
  });

  test("of two saves at once is saved once", async () => {
    const { analyst: key } = await registerShipped();
    const replies = await Promise.all([api("POST", EVENTS, { key, body }), api("POST", EVENTS, { key, body })]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 201]);
    expect(await list(key)).toHaveLength(3);
  });

  test("names the field at fault where it stands, and stores nothing", async () => {
    const { analyst: key } = await registerShipped();
    const faulty = eventBody({
      title: "",
      also: [eventBody({ title: "" }), eventBody({ date: "2013-02-29" })],
      reports: [reportBody(), reportBody({ sourceUrl: "javascript:alert(1)", infoCredibility: 9 })],
    });
    const response = await api("POST", EVENTS, { key, body: faulty });
    expect(response.status).toBe(422);
    expect(await errorsOf(response)).toEqual([
      "title",
      "also[0].title",
      "also[1].date",
      "reports[1].sourceUrl",
      "reports[1].infoCredibility",
    ]);
    const lost = await api("POST", EVENTS, { key, body: eventBody({ also: [eventBody({ follows: "E-0999" })] }) });
    expect(await errorsOf(lost)).toEqual(["also[0].follows"]);
    expect(await list(key)).toEqual([]);
  });

  test("takes five further sources, three companions, and no source twice", async () => {
    const { analyst: key } = await registerShipped();
    const reports = Array.from({ length: 6 }, (_, n) => reportBody({ sourceUrl: `https://example.org/${n}` }));
    expect((await api("POST", EVENTS, { key, body: eventBody({ reports }) })).status).toBe(422);
    const also = Array.from({ length: 4 }, () => eventBody());
    expect((await api("POST", EVENTS, { key, body: eventBody({ also }) })).status).toBe(422);
    const twice = await api("POST", EVENTS, { key, body: eventBody({ reports: [reportBody(), reportBody()] }) });
    expect(await errorsOf(twice)).toEqual(["reports[1].sourceUrl"]);
    const own = eventBody({ reports: [reportBody({ sourceUrl: "", sourceTitle: "A paper" })] });
    expect(await errorsOf(await api("POST", EVENTS, { key, body: own }))).toEqual(["reports[0].sourceTitle"]);
    expect(await list(key)).toEqual([]);
  });
});

describe("a further source", () => {
  test("is added under the next number, moves no points, and can be taken back with a reason", async () => {
    const { analyst: key } = await registerShipped();
    const { ref, points, version } = await log(key);
    const added = await api("POST", `${EVENTS}/${ref}/reports`, { key, body: reportBody() });
    expect(added.status).toBe(201);
    expect(await added.json()).toMatchObject({ number: 1, sourceReliability: "C", infoCredibility: 3, revision: 3 });
    expect(await eventOf(key, ref)).toMatchObject({ points, version });
    const path = `${EVENTS}/${ref}/reports/1`;
    expect((await api("DELETE", path, { key, body: {} })).status).toBe(422);
    expect((await api("DELETE", path, { key, body: { reason: "Another visit" } })).status).toBe(200);
    expect((await api("DELETE", path, { key, body: { reason: "Again" } })).status).toBe(404);
    expect((await lifeOf(key, ref)).reports).toEqual([]);
    const anew = await api("POST", `${EVENTS}/${ref}/reports`, { key, body: reportBody() });
    expect(await anew.json()).toMatchObject({ number: 2 });
    expect(await problems()).toEqual([]);
  });

  test("is refused where the event has it already, by address or else by title", async () => {
    const { analyst: key } = await registerShipped();
    const { ref } = await log(key, { sourceUrl: "https://example.org/lead", reports: [reportBody()] });
    const add = (changes: object) =>
      api("POST", `${EVENTS}/${ref}/reports`, { key, body: { ...reportBody(), ...changes } });
    for (const changes of [
      { sourceTitle: "Other words" },
      { sourceUrl: "https://example.org/lead" },
      { sourceUrl: "", sourceTitle: "Another paper" },
      { sourceUrl: "", sourceTitle: "A paper" },
    ]) {
      const response = await add(changes);
      expect(response.status).toBe(409);
      expect(await response.json()).toMatchObject({ detail: expect.stringContaining("Nothing was added") });
    }
    // The same title at another address is another report.
    expect((await add({ sourceUrl: "https://example.org/2" })).status).toBe(201);
  });

  test("is refused on a retracted event, and with a sentence for each field that is not right", async () => {
    const { analyst: key } = await registerShipped();
    const { ref } = await log(key);
    const bad = await api("POST", `${EVENTS}/${ref}/reports`, { key, body: { quote: "x".repeat(301) } });
    expect(await errorsOf(bad)).toEqual(["sourceTitle", "sourceReliability", "infoCredibility", "quote"]);
    await change("DELETE", key, ref, 1, { reason: "Never was" });
    expect((await api("POST", `${EVENTS}/${ref}/reports`, { key, body: reportBody() })).status).toBe(409);
    expect((await api("POST", `${EVENTS}/E-0999/reports`, { key, body: reportBody() })).status).toBe(404);
    expect((await api("POST", `/scenarios/${SLUG}x/events/${ref}/reports`, { key, body: reportBody() })).status).toBe(
      404,
    );
  });

  test("of many added at once has a number of its own", async () => {
    const { analyst: key } = await registerShipped();
    const { ref } = await log(key);
    const urls = Array.from({ length: 8 }, (_, n) => `https://example.org/${n}`);
    await Promise.all(
      urls.map((sourceUrl) => api("POST", `${EVENTS}/${ref}/reports`, { key, body: reportBody({ sourceUrl }) })),
    );
    const { reports } = await lifeOf(key, ref);
    expect(reports.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(reports.map(({ sourceUrl }) => sourceUrl).toSorted()).toEqual(urls);
  });
});
