import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { today as suiteDay } from "../clock";
import { liveView } from "../../worker/actions/live-view";
import type { ScenarioView, ViewForecast } from "../../worker/core/view-types";
import { DEFAULT_FIELDS } from "../../worker/core/sharing";
import { viewBytes } from "../../worker/store/view-bytes";
import type { StoredView } from "../../worker/store/views";
import { SCENARIO, write } from "./canaries";
import { shown } from "./frozen";
import { api, database, eventBody, keyFor, loadShipped, SLUG } from "./harness";
import { LINKS, share } from "./shared-links";

const FORECASTS = `${SCENARIO}/propositions/D01/forecasts`;

async function forecastsOf(key: string, body: object): Promise<ViewForecast[] | undefined> {
  const view: ScenarioView = JSON.parse(new TextDecoder().decode(await shown(await share(key, body), "view.json")));
  return view.propositions.find(({ id }) => id === "D01")?.forecasts;
}

describe("forecasts that go along", () => {
  const fields = { forecasts: true };

  test("are the newest of each analyst, newest first, and name nobody unless names go along", async () => {
    const { analyst } = await loadShipped();
    const other = await keyFor("analyst", "Another");
    for (const [key, probability] of [
      [analyst, 0.2],
      [other, 0.4],
      [analyst, 0.3],
    ] as const) {
      await write(key, FORECASTS, { probability });
    }
    const on = suiteDay();
    const bare = await forecastsOf(analyst, { fields });
    expect(bare?.map(({ on: day, ...rest }) => ({ isToday: day === on, ...rest }))).toEqual([
      { isToday: true, probability: 0.3 },
      { isToday: true, probability: 0.4 },
    ]);
    const named = await forecastsOf(analyst, { fields: { ...fields, names: true } });
    expect(named?.map(({ by, probability }) => [by, probability])).toEqual([
      ["A analyst", 0.3],
      ["Another", 0.4],
    ]);
    expect(await forecastsOf(analyst, {})).toBeUndefined();
  });

  test("with a day that was asked for are those that were known on it", async () => {
    const { analyst } = await loadShipped();
    await write(analyst, FORECASTS, { probability: 0.2 });
    expect(await forecastsOf(analyst, { fields, asOf: "2025-11-30" })).toEqual([]);
    await env.DB.prepare("UPDATE forecasts SET recorded_at = ?1")
      .bind(Date.UTC(2025, 10, 30, 23))
      .run();
    expect(await forecastsOf(analyst, { fields, asOf: "2025-11-30" })).toEqual([
      { on: "2025-11-30", probability: 0.2 },
    ]);
  });
});

test("closing a month freezes it for publication with its note, and without the name of who wrote it", async () => {
  const { analyst } = await loadShipped();
  const body = { month: "2025-11", looked: "Dawn", text: "A quiet month." };
  const { snapshot } = await write<{ snapshot: { id: string } }>(analyst, `${SCENARIO}/close-month`, body);
  const { fields, purpose, asOf } = await write<{ fields: object; purpose: string; asOf: string }>(
    analyst,
    `/snapshots/${snapshot.id}`,
    { since: false },
    {},
    "PATCH",
  );
  expect({ fields, purpose, asOf }).toEqual({
    fields: { ...DEFAULT_FIELDS, monthNote: true },
    purpose: "publication",
    asOf: "2025-11-30",
  });
});

describe("while month-ends are pending", () => {
  const now = Date.UTC(2026, 5, 15);
  const today = "2026-06-15";
  const live = async (later = 0, db = database()): Promise<StoredView> =>
    liveView(db, { slug: SLUG, fields: DEFAULT_FIELDS, today, now: now + later });
  const pendingOf = async (stored: StoredView): Promise<number> => {
    const view: ScenarioView = JSON.parse(new TextDecoder().decode(await viewBytes(stored)));
    return view.pendingMonths.length;
  };

  test("a live link shows them as pending and is not kept, and is once they are done", async () => {
    const { analyst } = await loadShipped();
    await env.DB.prepare("DELETE FROM month_verdicts WHERE month >= '2025-06'").run();
    const cached = "SELECT count(*) AS n FROM view_cache WHERE question LIKE '% shared %'";
    expect(await pendingOf(await live())).toBeGreaterThan(0);
    expect(await env.DB.prepare(cached).first("n")).toBe(0);
    // Making a link works out what is pending; what was drawn before serves for a minute at most.
    expect((await api("POST", LINKS, { key: analyst, body: { title: "T" } })).status).toBe(201);
    expect(await pendingOf(await live(60_000))).toBe(0);
    expect(await env.DB.prepare(cached).first("n")).toBe(1);
  });

  test("nobody can have a live view drawn as often as they ask", async () => {
    const { analyst } = await loadShipped();
    await env.DB.prepare("DELETE FROM month_verdicts").run();
    await live();
    const costOf = async (later: number): Promise<number> => {
      const db = database();
      await live(later, db);
      return db.usage.rowsRead;
    };
    expect(await costOf(59_999)).toBeLessThanOrEqual(2);
    expect(await costOf(60_000)).toBeGreaterThan(100);
    await api("POST", `${SCENARIO}/events`, { key: analyst, body: eventBody() });
    expect(await pendingOf(await live(60_001))).toBe(0);
  });
});
