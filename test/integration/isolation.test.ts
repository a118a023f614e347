/** What is wrong with one scenario stays with it: its page and Status say so, and every other page goes on. */
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import type { Status } from "../../worker/contract/status-types";
import { runSchedule } from "../../worker/schedule";
import { now } from "../clock";
import { api, loadShipped, request, scenarioFile, SLUG } from "./harness";

const OTHER = "the-other-one";
const HTML = { Accept: "text/html" };
let key = "";

beforeEach(async () => {
  ({ owner: key } = await loadShipped());
  const made = await api("POST", "/scenarios", { key, body: { ...scenarioFile, slug: OTHER, title: "The other one" } });
  expect(made.status).toBe(201);
});

const page = (path: string): Promise<Response> => request("GET", path, { key, headers: HTML });

describe.each([
  ["rules that cannot be read", "UPDATE scenarios SET registration = '{' WHERE slug = ?1"],
  [
    "rules without indicators",
    "UPDATE scenarios SET registration = json_remove(registration, '$.indicators') WHERE slug = ?1",
  ],
  ["a stored page that was damaged", "UPDATE views SET body = x'00' WHERE scenario = ?1"],
])("a scenario with %s", (_what, damage) => {
  beforeEach(async () => {
    // Both have a stored view, as after a reader's visit.
    for (const slug of [SLUG, OTHER]) await (await page(`/scenarios/${slug}`)).text();
    await env.DB.prepare(damage).bind(OTHER).run();
    if (!damage.includes("views")) await env.DB.prepare("DELETE FROM view_cache WHERE scenario = ?1").bind(OTHER).run();
  });

  test("says so on its own pages and under Status, and takes no other page with it", async () => {
    for (const path of [
      "/",
      "/scenarios",
      `/scenarios/${SLUG}`,
      `/scenarios/${SLUG}/events`,
      "/scenarios/new",
      "/status",
    ]) {
      expect([path, (await page(path)).status]).toEqual([path, 200]);
    }
    const own = await page(`/scenarios/${OTHER}`);
    expect(own.status).toBe(500);
    expect(await own.text()).toMatch(/This scenario cannot be shown: [^]*No other scenario is affected/);
    expect((await api("GET", `/scenarios/${SLUG}/view`, { key })).status).toBe(200);
    expect((await api("GET", `/scenarios/${OTHER}/view`, { key })).status).toBe(500);
    const list: { scenarios: { slug: string }[] } = await (await api("GET", "/scenarios", { key })).json();
    expect(list.scenarios.map(({ slug }) => slug)).toContain(SLUG);

    const { scenarios, warnings }: Status = await (await api("GET", "/status", { key })).json();
    const problems = Object.fromEntries(scenarios.map(({ slug, problem }) => [slug, problem]));
    expect(problems).toEqual({ [SLUG]: null, [OTHER]: expect.stringMatching(/\w/) });
    expect(warnings.join("\n")).toMatch(/The page of “(The other one|the-other-one)” cannot be shown/);
  });

  test("keeps the hourly run from nothing", async () => {
    await env.DB.prepare("DELETE FROM month_verdicts WHERE scenario = ?1").bind(SLUG).run();
    await runSchedule(env, now());
    expect(
      await env.DB.prepare("SELECT count(*) FROM month_verdicts WHERE scenario = ?1").bind(SLUG).first("count(*)"),
    ).toBeGreaterThan(0);
  });
});
