import { describe, expect, test } from "vitest";
import { api, registerShipped, scenarioFile, SLUG } from "./harness";

describe("registering a scenario", () => {
  test("answers 201 with its indicators and codebooks, and freezes it", async () => {
    const { owner, viewer } = await registerShipped();
    const scenario: Record<string, unknown> & { indicators: { key: string; codebook: object[] }[] } = await (
      await api("GET", `/scenarios/${SLUG}`, { key: viewer })
    ).json();
    expect(scenario).toMatchObject({ slug: SLUG, revision: 1, mode: "back-test" });
    expect(scenario.indicators.map(({ key }) => key)).toEqual(scenarioFile.indicators.map(({ key }) => key));
    expect(scenario.indicators[0]?.codebook).toEqual(scenarioFile.indicators[0]?.codebook);
    const again = await api("POST", "/scenarios", { key: owner, body: { ...scenarioFile, title: "Other" } });
    expect(again.status).toBe(409);
    const list: { scenarios: { title: string }[] } = await (await api("GET", "/scenarios", { key: viewer })).json();
    expect(list.scenarios.map(({ title }) => title)).toEqual([scenarioFile.title]);
  });

  test("puts a new version beside the old one, which stays readable", async () => {
    const { owner, viewer } = await registerShipped();
    const body = { ...scenarioFile, version: 2, materialRise: 2 };
    const response = await api("POST", "/scenarios", { key: owner, body });
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ slug: `${SLUG}-v2`, materialRise: 2 });
    const old = await api("GET", `/scenarios/${SLUG}`, { key: viewer });
    expect(await old.json()).toMatchObject({ version: 1, materialRise: 3 });
  });

  test("names the members of a file that cannot be registered, and stores nothing", async () => {
    const { owner, viewer } = await registerShipped();
    const body = {
      ...scenarioFile,
      slug: "other",
      halfLifeMonths: -1,
      horizons: [{ key: "a", label: "A", until: "x" }],
    };
    const response = await api("POST", "/scenarios", { key: owner, body });
    expect(response.status).toBe(422);
    const { errors }: { errors: { field: string }[] } = await response.json();
    expect(errors.map(({ field }) => field)).toEqual(expect.arrayContaining(["halfLifeMonths", "horizons[0].until"]));
    expect((await api("GET", "/scenarios/other", { key: viewer })).status).toBe(404);
  });

  test("starts with a valid, empty view", async () => {
    const { viewer } = await registerShipped();
    const view: { eventsCounted: number; index: number } = await (
      await api("GET", `/scenarios/${SLUG}/view`, { key: viewer })
    ).json();
    expect(view).toMatchObject({ eventsCounted: 0, index: 0 });
  });
});
