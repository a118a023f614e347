import { describe, expect, test } from "vitest";
import type { RegisterPageData, ScenariosPageData } from "../../worker/contract/page";
import type { ScenarioView } from "../../worker/core/view-types";
import {
  api,
  eventBody,
  eventsCsv,
  importCsv,
  keyFor,
  loadShipped,
  registerShipped,
  request,
  scenarioFile,
  SLUG,
  usageOf,
} from "./harness";

const get = (path: string, key?: string) =>
  request("GET", path, { headers: { Accept: "text/html" }, ...(key && { key }) });

async function pageOf<T>(response: Response): Promise<T> {
  const [, json = "null"] = /id="page"[^>]*>([^<]*)</.exec(await response.text()) ?? [];
  return JSON.parse(json);
}
const cardsOf = async (key: string, path = "/scenarios") =>
  (await pageOf<ScenariosPageData>(await get(path, key))).cards;
const viewOf = async (key: string, slug: string): Promise<ScenarioView> =>
  (await api("GET", `/scenarios/${slug}/view`, { key })).json();

async function register(key: string, changes: object): Promise<void> {
  const response = await api("POST", "/scenarios", { key, body: { ...scenarioFile, ...changes } });
  if (response.status !== 201) throw new Error(await response.text());
}

describe("the list of scenarios", () => {
  test("stands at its own address with one scenario too, and on the first page with several", async () => {
    const { owner, viewer } = await registerShipped();
    expect(await cardsOf(viewer)).toHaveLength(1);
    expect(await cardsOf(viewer, "/")).toBeUndefined();
    await register(owner, { slug: "second", title: "Second" });
    expect((await cardsOf(viewer, "/")).map(({ slug }) => slug).toSorted()).toEqual([SLUG, "second"]);
  });

  test("shows what the view says, where one is at hand", async () => {
    const { viewer } = await loadShipped();
    expect((await cardsOf(viewer))[0]?.figures).toBeNull();
    const view = await viewOf(viewer, SLUG);
    const [card] = await cardsOf(viewer);
    expect(card).toMatchObject({
      slug: SLUG,
      title: view.title,
      claim: view.claim,
      author: view.source.author,
      mode: "back-test",
      version: 1,
      revision: view.revision,
      lastEvent: view.coverage.lastEventDate,
      figures: { statement: view.statement, verdict: view.headlineVerdict, covered: view.coverage.covered },
    });
    expect(card?.figures?.line?.values).toHaveLength(view.months.length);
  });

  test("never shows the figures of an older revision", async () => {
    const { analyst, viewer } = await loadShipped();
    await viewOf(viewer, SLUG);
    await api("POST", `/scenarios/${SLUG}/events`, { key: analyst, body: eventBody() });
    expect((await cardsOf(viewer))[0]).toMatchObject({ lastEvent: "2025-11-20", figures: null });
  });

  test("begins with the scenario that has the newest event, and counts none that is to come or taken back", async () => {
    const { owner, analyst, viewer } = await registerShipped();
    await register(owner, { slug: "second" });
    const log = async (slug: string, date: string): Promise<{ ref: string }> =>
      (await api("POST", `/scenarios/${slug}/events`, { key: analyst, body: eventBody({ date }) })).json();
    await log("second", "2024-01-01");
    await log(SLUG, "2023-01-01");
    const { ref } = await log(SLUG, "2025-01-01");
    const taken = await api("DELETE", `/scenarios/${SLUG}/events/${ref}`, {
      key: analyst,
      body: { reason: "Not so" },
      headers: { "If-Match": '"1"' },
    });
    expect(taken.ok).toBe(true);
    await log(SLUG, "2099-01-01");
    expect((await cardsOf(viewer)).map(({ slug, lastEvent }) => [slug, lastEvent])).toEqual([
      ["second", "2024-01-01"],
      [SLUG, "2023-01-01"],
    ]);
  });

  test("opens no more than twelve views, draws none up, and costs the same whatever the number of events", async () => {
    const { owner, viewer } = await registerShipped();
    for (let number = 0; number < 13; number += 1) {
      await register(owner, { slug: `copy-${number}`, propositions: [] });
      await viewOf(viewer, `copy-${number}`);
    }
    const before = await get("/scenarios", viewer);
    const { cards } = await pageOf<ScenariosPageData>(before);
    expect(cards.filter(({ figures }) => figures !== null)).toHaveLength(12);
    const small = usageOf(before);
    expect(small.written).toBe(0);
    // For each of the 14: its row in two lists and in their sorting, its stored answer, its newest event. For 12 the
    // hash in the question, in the index and the view. And who asks.
    expect(small.read).toBeLessThanOrEqual(14 * 6 + 12 * 3 + 5);
    await importCsv(owner, eventsCsv);
    const large = usageOf(await get("/scenarios", viewer));
    expect(large.read - small.read).toBeLessThanOrEqual(2);
  });
});

describe("the page that registers a scenario", () => {
  test("tells an owner what is registered, and anybody else whom to ask", async () => {
    const { owner, analyst } = await registerShipped();
    await keyFor("owner", "Olga");
    const mine = await pageOf<RegisterPageData>(await get("/scenarios/new", owner));
    expect(mine).toMatchObject({ owners: [], registered: [{ slug: SLUG, version: 1 }] });
    const theirs = await pageOf<RegisterPageData>(await get("/scenarios/new", analyst));
    expect(theirs).toMatchObject({ owners: ["A owner", "Olga"], registered: [] });
  });

  test.each(["/scenarios", "/scenarios/new"])("and the list are closed to nobody in particular: %s", async (path) => {
    await registerShipped();
    const response = await get(path);
    expect(response.status).toBe(401);
    expect(await response.text()).not.toContain("Pakistan");
  });

  test("its address cannot be a scenario's", async () => {
    const { owner } = await registerShipped();
    const response = await api("POST", "/scenarios", { key: owner, body: { ...scenarioFile, slug: "new" } });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ field: "slug" }] });
  });
});

test("a forecast that began long ago opens with its month-ends worked out", async () => {
  const { viewer } = await registerShipped();
  const view = await viewOf(viewer, SLUG);
  expect(view.pendingMonths).toEqual([]);
  expect(view.statement).toContain("No verdict yet: 0 of 12 months looked at, 0 of 8 events, 0 of 2 indicators.");
});
