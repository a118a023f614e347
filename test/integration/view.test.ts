import { describe, expect, test } from "vitest";
import type { ScenarioView } from "../../worker/core/view-types";
import expected from "../fixtures/expected.public.json";
import { api, eventBody, loadShipped, SLUG } from "./harness";

function near(got: number, want: number): boolean {
  return Math.abs(got - want) <= 1e-9 * Math.max(1, Math.abs(want));
}

async function viewOf(key: string, query = ""): Promise<ScenarioView> {
  const response = await api("GET", `/scenarios/${SLUG}/view${query}`, { key });
  expect(response.status).toBe(200);
  return response.json();
}

describe("the view of the shipped scenario", () => {
  test("agrees with the independent calculation at every month and as-of date", async () => {
    const { viewer } = await loadShipped();
    for (const wanted of expected.asOf) {
      const view = await viewOf(viewer, `?asOf=${wanted.asOf}`);
      expect(near(view.index, wanted.index)).toBe(true);
      expect(near(view.band90, wanted.band90)).toBe(true);
      expect(view.eventsCounted).toBe(wanted.eventsCounted);
      expect(view.scheduled).toBe(wanted.scheduled);
      expect(view.contributionCount).toBe(wanted.contributions);
      expect(view.level.word).toBe(wanted.level.word);
      expect(view.top10.map(({ ref }) => ref)).toEqual(wanted.top10.map(({ ref }) => ref));
    }
    const { months } = await viewOf(viewer, "?asOf=2025-12-31");
    expect(months.map(({ month }) => month)).toEqual(expected.months.map(({ month }) => month));
    for (const [position, wanted] of expected.months.entries()) {
      const month = months[position];
      expect(month?.covered).toBe(wanted.covered);
      expect(month?.events).toBe(wanted.events);
      for (const name of ["y", "index", "band90"] as const) expect(near(month?.[name] ?? NaN, wanted[name])).toBe(true);
    }
  });

  test("opens at the last day of the last covered month when nobody has looked since", async () => {
    const { viewer } = await loadShipped();
    const view = await viewOf(viewer);
    expect(view.asOf).toBe("2025-11-30");
    expect(view.asOfReason).toBe("last-covered");
  });

  test("is answered with 304 while nothing changed, and anew once something did", async () => {
    const { viewer, analyst } = await loadShipped();
    const path = `/scenarios/${SLUG}/view`;
    const first = await api("GET", path, { key: viewer });
    const etag = first.headers.get("ETag") ?? "";
    const again = await api("GET", path, { key: viewer, headers: { "If-None-Match": `W/${etag}` } });
    expect(again.status).toBe(304);
    await api("POST", `/scenarios/${SLUG}/events`, { key: analyst, body: eventBody() });
    const changed = await api("GET", path, { key: viewer, headers: { "If-None-Match": etag } });
    expect(changed.status).toBe(200);
  });

  test.each(["2015-12-31", "2016-05-31", "2012-10-04"])(
    "as of %s counts by year and the largest moves are the same from the rollup as from the ledger",
    async (asOf) => {
      const { viewer, analyst } = await loadShipped();
      const fromRollup = await viewOf(viewer, `?asOf=${asOf}`);
      await api("POST", `/scenarios/${SLUG}/events`, { key: analyst, body: eventBody() });
      const fromLedger = await viewOf(viewer, `?asOf=${asOf}&revision=${fromRollup.revision}`);
      expect(fromRollup.indicators.some(({ countsByYear }) => countsByYear.length > 1)).toBe(true);
      expect(fromRollup.indicators).toEqual(fromLedger.indicators);
      expect(fromRollup.moves?.some(({ events }) => events.length === 3)).toBe(true);
      expect(fromRollup.moves).toEqual(fromLedger.moves);
    },
  );

  test("of an earlier revision does not know what was recorded later", async () => {
    const { viewer, analyst } = await loadShipped();
    const before = await viewOf(viewer);
    const posted = await api("POST", `/scenarios/${SLUG}/events`, { key: analyst, body: eventBody() });
    const event: { ref: string } = await posted.json();
    await api("DELETE", `/scenarios/${SLUG}/events/PKRU-0191`, {
      key: analyst,
      headers: { "If-Match": '"1"' },
      body: { reason: "Not confirmed" },
    });
    const past = await viewOf(viewer, `?revision=${before.revision}&asOf=2025-11-30`);
    expect(past.index).toBe(before.index);
    expect(past.contributions).toEqual(before.contributions);
    const now = await viewOf(viewer);
    expect(now.latestEvents.map(({ ref }) => ref)).toContain(event.ref);
    expect(now.index).not.toBe(before.index);
  });

  test("of one past revision stays readable after another was asked for", async () => {
    const { viewer } = await loadShipped();
    const first = await viewOf(viewer, "?revision=1");
    await viewOf(viewer, "?revision=2");
    expect(await viewOf(viewer, "?revision=1")).toEqual(first);
  });

  test("of a day to come is refused with a reason", async () => {
    const { viewer } = await loadShipped();
    const response = await api("GET", `/scenarios/${SLUG}/view?asOf=9999-12-31`, { key: viewer });
    expect(await response.json()).toMatchObject({ code: "invalid", errors: [{ field: "asOf" }] });
  });
});
