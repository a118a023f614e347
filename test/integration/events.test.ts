import { describe, expect, test } from "vitest";
import type { ApiEvent, EventVersion } from "../../worker/contract/api-types";
import { api, eventBody, loadShipped, registerShipped, SLUG, type Call } from "./harness";

const EVENTS = `/scenarios/${SLUG}/events`;

async function post(key: string, body: object): Promise<ApiEvent> {
  const response = await api("POST", EVENTS, { key, body });
  expect(response.status).toBe(201);
  return response.json();
}

async function list(key: string, query = ""): Promise<{ events: ApiEvent[]; nextCursor: string | null }> {
  return (await api("GET", `${EVENTS}${query}`, { key })).json();
}

function change(method: "PATCH" | "DELETE", ref: string, version: number, call: Call): Promise<Response> {
  return api(method, `${EVENTS}/${ref}`, { ...call, headers: { "If-Match": `"${version}"` } });
}

describe("logging an event", () => {
  test("answers 201 with the event, its weight and its points", async () => {
    const { analyst: key } = await registerShipped();
    const event = await post(key, eventBody());
    // A minister's visit scores 2.8; credibility 2 weighs 0.75; direct conduct has relevance 1: 2.1 points.
    expect(event).toMatchObject({ version: 1, status: "active", score: 2.8, weight: 0.75, by: "A analyst" });
    expect(event.points).toBeCloseTo(2.1, 10);
  });

  test("counts references on from those that came with the file", async () => {
    const { analyst: key } = await loadShipped();
    expect((await post(key, eventBody())).ref).toBe("PKRU-0200");
    expect((await post(key, eventBody())).ref).toBe("PKRU-0201");
  });

  test("names every field that is not right and stores nothing", async () => {
    const { analyst: key } = await registerShipped();
    const body = eventBody({ date: "2013-02-29", title: "", infoCredibility: 7 });
    const response = await api("POST", EVENTS, { key, body });
    expect(response.status).toBe(422);
    expect(response.headers.get("Content-Type")).toContain("application/problem+json");
    const problem: { code: string; errors: { field: string }[] } = await response.json();
    expect(problem.code).toBe("invalid");
    expect(problem.errors.map(({ field }) => field)).toEqual(["date", "title", "infoCredibility"]);
    expect((await list(key)).events).toEqual([]);
  });

  test("refuses a date that has not come yet", async () => {
    const { analyst: key } = await registerShipped();
    const response = await api("POST", EVENTS, { key, body: eventBody({ date: "2999-01-01" }) });
    expect(response.status).toBe(422);
  });

  test("refuses to follow an event that is not there", async () => {
    const { analyst: key } = await registerShipped();
    const response = await api("POST", EVENTS, { key, body: eventBody({ follows: "PKRU-9999" }) });
    expect(await response.json()).toMatchObject({ code: "invalid", errors: [{ field: "follows" }] });
  });

  test("saves once when the same clientId comes twice, and refuses it with other content", async () => {
    const { analyst: key } = await registerShipped();
    const clientId = "6f9a4a0e-6d6d-4f0e-8f5e-0d8f3f6f1a11";
    const first = await post(key, eventBody({ clientId }));
    await change("PATCH", first.ref, 1, { key, body: { title: "Corrected since", reason: "Typo" } });
    const again = await api("POST", EVENTS, { key, body: eventBody({ clientId }) });
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ ref: first.ref, version: 2 });
    const other = await api("POST", EVENTS, { key, body: eventBody({ clientId, title: "Another" }) });
    expect(other.status).toBe(409);
    expect((await list(key)).events).toHaveLength(1);
  });

  test("of two saves of one clientId at once makes one event", async () => {
    const { analyst: key } = await registerShipped();
    const body = eventBody({ clientId: "6f9a4a0e-6d6d-4f0e-8f5e-0d8f3f6f1a12" });
    const replies = await Promise.all([api("POST", EVENTS, { key, body }), api("POST", EVENTS, { key, body })]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 201]);
    expect((await list(key)).events).toHaveLength(1);
  });

  test("takes a state, an amount to the cent, and texts of any script as they are", async () => {
    const { analyst: key } = await registerShipped();
    const state = { indicator: "supply_line", code: undefined, state: "closed", date: "2025-11-01" };
    expect(await post(key, eventBody(state))).toMatchObject({ state: "closed", code: null, points: 0 });
    const title = 'ПАК - "روس" <script>alert(1)</script> =1+1';
    const money = {
      indicator: "pipeline_financing",
      code: "offered",
      amountUsd: "93500000.05",
      amountScope: "contract",
    };
    const event = await post(key, eventBody({ ...money, title }));
    expect(event).toMatchObject({ title, amountUsd: 93500000.05, amountScope: "contract" });
  });
});

describe("correcting and retracting", () => {
  test("makes a new version with a reason, and keeps the old one readable", async () => {
    const { analyst: key } = await registerShipped();
    const { ref } = await post(key, eventBody({ score: 3.8, scoreReason: "Two ministers came" }));
    const corrected = await change("PATCH", ref, 1, { key, body: { infoCredibility: 1, reason: "Second source" } });
    expect(corrected.status).toBe(200);
    // The override stays: 3.8 x 0.95 = 3.61.
    const event: ApiEvent = await corrected.json();
    expect(event).toMatchObject({ version: 2, score: 3.8, weight: 0.95 });
    expect(event.points).toBeCloseTo(3.61, 10);
    const retracted = await change("DELETE", ref, 2, { key, body: { reason: "The visit never was" } });
    expect(await retracted.json()).toMatchObject({ version: 3, status: "retracted" });
    const history: { versions: EventVersion[] } = await (await api("GET", `${EVENTS}/${ref}/history`, { key })).json();
    expect(history.versions.map(({ op, reason }) => [op, reason])).toEqual([
      ["retract", "The visit never was"],
      ["correct", "Second source"],
      ["record", ""],
    ]);
    expect(history.versions[2]?.event).toMatchObject({ infoCredibility: 2, points: 2.85 });
    expect((await list(key)).events).toEqual([]);
  });

  test("of a stale version is answered with both versions and changes nothing", async () => {
    const { analyst: key } = await registerShipped();
    const { ref } = await post(key, eventBody());
    await change("PATCH", ref, 1, { key, body: { title: "First", reason: "a" } });
    const stale = await change("PATCH", ref, 1, { key, body: { title: "Second", reason: "b" } });
    expect(stale.status).toBe(412);
    const problem: { current: ApiEvent; yours: ApiEvent } = await stale.json();
    expect(problem.current).toMatchObject({ title: "First", version: 2 });
    expect(problem.yours).toMatchObject({ title: "Second", version: 1 });
  });

  test("needs the version and a reason", async () => {
    const { analyst: key } = await registerShipped();
    const { ref } = await post(key, eventBody());
    const unversioned = await api("PATCH", `${EVENTS}/${ref}`, { key, body: { title: "x", reason: "y" } });
    expect(unversioned.status).toBe(428);
    const unreasoned = await change("PATCH", ref, 1, { key, body: { title: "x" } });
    expect(await unreasoned.json()).toMatchObject({ code: "invalid", errors: [{ field: "reason" }] });
    const silent = await change("DELETE", ref, 1, { key, body: { reason: "" } });
    expect(silent.status).toBe(422);
  });

  test("that says what already stands makes no version", async () => {
    const { analyst: key } = await registerShipped();
    const { ref } = await post(key, eventBody());
    const same = await change("PATCH", ref, 1, { key, body: { title: "A minister visits", reason: "z" } });
    expect(await same.json()).toMatchObject({ version: 1 });
  });

  test("of an unknown event is not found", async () => {
    const { analyst: key } = await registerShipped();
    expect((await change("DELETE", "PKRU-0001", 1, { key, body: { reason: "x" } })).status).toBe(404);
  });
});

describe("the list of events", () => {
  test("comes in pages that neither repeat nor skip a row", async () => {
    const { viewer: key } = await loadShipped();
    const refs: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page = await list(key, `?limit=50${cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`}`);
      refs.push(...page.events.map(({ ref }) => ref));
      cursor = page.nextCursor;
    }
    expect(refs).toHaveLength(198);
    expect(new Set(refs).size).toBe(198);
  });

  test.each([
    ["?indicator=veto", 35],
    ["?from=2012-10-01&to=2012-10", 5],
    ["?grade=A1&indicator=veto", 29],
    ["?q=LAVROV%20islamabad", 4],
    ["?by=A%20owner&indicator=trade", 16],
    ["?by=nobody", 0],
  ])("filters by %s", async (query, count) => {
    const { viewer: key } = await loadShipped();
    const { events } = await list(key, query);
    expect(events.length).toBe(count);
  });

  test("finds words of any script as they are written", async () => {
    const { analyst: key } = await registerShipped();
    await post(key, eventBody({ title: "Визит Лаврова" }));
    for (const typed of ["Визит", "визит", "ВИЗИТ"]) {
      expect((await list(key, `?q=${encodeURIComponent(typed)}`)).events, typed).toHaveLength(1);
    }
  });

  test("says what is wrong with a filter", async () => {
    const { viewer: key } = await registerShipped();
    for (const query of ["?limit=0", "?grade=Z9", "?from=2013-13", "?cursor=x"]) {
      expect((await api("GET", `${EVENTS}${query}`, { key })).status).toBe(422);
    }
  });
});
