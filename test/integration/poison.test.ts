/** What was let in once must stay readable, also where it would be refused today. */
import { expect, test } from "vitest";
import { registerScenario } from "../../worker/actions/register-scenario";
import { ensureAnalyst } from "../../worker/store/people";
import type { ScenarioView } from "../../worker/core/view-types";
import { now } from "../clock";
import { aProposition, aRegistration } from "../factories";
import { api, database, keyFor, scenarioFile } from "./harness";
import { readEverything } from "./read-everything";
import { share, tokenOf } from "./shared-links";

const SLUG = "over-before-it-began";
const registration = aRegistration({
  slug: SLUG,
  registeredOn: "2024-01-15",
  horizons: [{ key: "open", label: "Open", until: null }],
});
const { addedOn: _added, ...claim } = aProposition({ deadline: "2024-01-14", articleProbability: null });

test("an open claim whose deadline lies before its first day is refused by the name of its deadline", async () => {
  const key = await keyFor("owner");
  const { codedOn: _coded, ...file } = { ...scenarioFile, ...registration };
  const register = (deadline: string) =>
    api("POST", "/scenarios", {
      key,
      body: {
        ...file,
        propositions: [
          { ...claim, id: "C00", deadline: "2030-12-31" },
          { ...claim, deadline },
        ],
      },
    });
  const refused = await register("2024-01-14");
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({
    errors: [{ field: "propositions[1].deadline", message: expect.stringContaining("2024-01-15") }],
  });
  expect((await register("2024-01-15")).status).toBe(201);
  expect(
    await readEverything({ key, slug: SLUG, claims: ["C00", "C01"], asOf: ["2024-01-14", "2024-01-15", "2024-01-16"] }),
  ).toEqual([]);
});

test("a scenario that was registered with such a claim is read like any other, and the claim has no chance", async () => {
  const db = database();
  const key = await keyFor("owner");
  const { id: who } = await ensureAnalyst(db, "A owner", "owner", now());
  const days = ["2024-01-14", "2024-01-05", "1000-01-01"];
  const claims = days.map((deadline, i) => ({
    proposition: aProposition({ id: `C0${i}`, deadline, articleProbability: null }),
    outcome: null,
    evidence: [],
  }));
  await registerScenario({ db, who, now: now() }, registration, claims);
  const link = await share(key, {}, SLUG);
  const links = [{ id: link.id, token: tokenOf(link) }];
  const stored = { key, slug: SLUG, claims: ["C00", "C01", "C02"], links };
  expect(await readEverything({ ...stored, asOf: [...days, "2024-01-15", "2024-01-16"] })).toEqual([]);
  const view: ScenarioView = await (await api("GET", `/scenarios/${SLUG}/view?asOf=2024-01-20`, { key })).json();
  expect(view.propositions.map((one) => one.series.map(({ probability }) => probability))).toEqual([[0], [], []]);
});
