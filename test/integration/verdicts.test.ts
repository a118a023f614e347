import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { today } from "../clock";
import { catchUpVerdicts } from "../../worker/actions/catch-up-verdicts";
import type { ScenarioView } from "../../worker/core/view-types";
import expected from "../fixtures/expected.public.json";
import { api, database, eventBody, loadShipped, registerShipped, SLUG } from "./harness";

async function viewOf(key: string, query = ""): Promise<ScenarioView> {
  const response = await api("GET", `/scenarios/${SLUG}/view${query}`, { key });
  expect(response.status).toBe(200);
  return response.json();
}

/** Compares the wanted members only; numbers within 1e-9, words exactly. */
function expectLike(got: unknown, wanted: unknown, where: string): void {
  if (typeof wanted === "number") {
    expect(Math.abs(Number(got) - wanted), `${where}: ${String(got)}`).toBeLessThanOrEqual(
      1e-9 * Math.max(1, Math.abs(wanted)),
    );
  } else if (wanted !== null && typeof wanted === "object") {
    for (const [name, value] of Object.entries(wanted)) {
      expectLike((got as Record<string, unknown> | undefined)?.[name], value, `${where}.${name}`);
    }
  } else expect(got, where).toBe(wanted);
}

describe("the verdicts of the shipped scenario", () => {
  test("agree with the independent calculation for every horizon and check at every as-of date", async () => {
    const { viewer } = await loadShipped();
    for (const wanted of expected.asOf) {
      const view = await viewOf(viewer, `?asOf=${wanted.asOf}`);
      expect(view.headlineHorizon).toBe(wanted.headlineHorizon);
      expect(view.headlineVerdict).toBe(wanted.headlineVerdict);
      expectLike(view.verdicts, wanted.horizons, wanted.asOf);
    }
  });

  test("publish the same word for every month-end, none pending", async () => {
    const { viewer } = await loadShipped();
    const view = await viewOf(viewer, "?asOf=2025-12-31");
    expect(view.publishedByMonth).toEqual(expected.publishedByMonth);
    expect(view.pendingMonths).toEqual([]);
  });

  test("agree with the independent calculation of propositions and scores", async () => {
    const { viewer } = await loadShipped();
    const view = await viewOf(viewer, "?asOf=2025-12-31");
    const { mean: _mean, ...scores } = expected.articleScores as typeof expected.articleScores & { mean?: unknown };
    expectLike(view.articleScores, scores, "articleScores");
    for (const wanted of expected.propositions) {
      const proposition = view.propositions.find(({ id }) => id === wanted.id);
      for (const day of wanted.days) {
        const found = proposition?.series.find((point) => point.day === day.asOf);
        if (found) expectLike(found, { prior: day.prior, probability: day.probability }, `${wanted.id} ${day.asOf}`);
      }
    }
  });

  test("are the same when a past revision is read from the ledger", async () => {
    const { viewer, analyst } = await loadShipped();
    const before = await viewOf(viewer, "?asOf=2017-06-30");
    const body = { reason: "Not confirmed" };
    const headers = { "If-Match": '"1"' };
    await api("DELETE", `/scenarios/${SLUG}/events/PKRU-0046`, { key: analyst, headers, body });
    const after = await viewOf(viewer, `?asOf=2017-06-30&revision=${before.revision}`);
    expect(after.verdicts).toEqual(before.verdicts);
    expect(after.publishedByMonth).toEqual(before.publishedByMonth);
    expect((await viewOf(viewer, "?asOf=2017-06-30")).verdicts).not.toEqual(before.verdicts);
  });
});

const computed = async (): Promise<string[]> => {
  const { results } = await env.DB.prepare("SELECT month, inputs FROM month_verdicts ORDER BY month").all();
  return results.map((row) => `${String(row["month"])} ${String(row["inputs"])}`);
};

describe("month-end verdicts", () => {
  test("are computed again from the month of a change on, and no earlier ones", async () => {
    const { analyst: key } = await loadShipped();
    const before = await computed();
    await api("POST", `/scenarios/${SLUG}/events`, { key, body: eventBody({ date: "2025-03-04" }) });
    const after = await computed();
    const changed = after.filter((row) => !before.includes(row)).map((row) => row.slice(0, 7));
    expect(changed[0]).toBe("2025-03");
    expect(changed.at(-1)).toBe(after.at(-1)?.slice(0, 7));
  });

  test("are caught up newest first within a limit, and what is left is listed", async () => {
    const { analyst: key } = await loadShipped();
    await env.DB.prepare("DELETE FROM month_verdicts").run();
    await env.DB.prepare("DELETE FROM view_cache").run();
    const db = database();
    const asked = { slug: SLUG, today: "2025-12-01" };
    expect(await catchUpVerdicts(db, asked, 3)).toMatchObject({ left: 162 - 3, settled: 3, months: 162 });
    const some = await viewOf(key);
    expect(Object.keys(some.publishedByMonth)).toEqual(["2025-09", "2025-10", "2025-11"]);
    expect(some.pendingMonths).toHaveLength(159);
    expect(await catchUpVerdicts(db, asked, Infinity)).toMatchObject({ left: 0, settled: 162 });
    expect((await viewOf(key)).pendingMonths).toEqual([]);
  });

  test("that nothing touched are not computed again", async () => {
    await loadShipped();
    const db = database();
    const asked = { slug: SLUG, today: "2025-12-01" };
    await catchUpVerdicts(db, asked, Infinity);
    const { rowsWritten } = db.usage;
    await catchUpVerdicts(db, asked, Infinity);
    expect(db.usage.rowsWritten).toBe(rowsWritten);
  });
});

describe("what was said at a month's end", () => {
  test("begins with the day of registration", async () => {
    const { viewer } = await registerShipped();
    const view = await viewOf(viewer);
    expect(view.said).toEqual({ since: today(), months: [] });
  });
});
