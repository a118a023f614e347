import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseScenarioFile } from "../../../worker/contract/registration";
import { fixture, readScenario, shipped } from "./helpers";

/** The smallest file that registers: one event indicator, one state indicator, one proposition. */
function smallFile() {
  return {
    format: "scenario-pack",
    version: 1,
    slug: "two-states",
    title: "Two states",
    claim: "Ties warm.",
    source: { title: "Article", published: "2020-07" },
    registeredOn: "2020-07-10",
    baselineMonths: 6,
    horizons: [{ key: "to-date", label: "To date", until: null as string | null }],
    halfLifeMonths: 6,
    materialRise: 3,
    alpha: 0.1,
    credibilityWeights: { "1": 0.95, "2": 0.75, "3": 0.5, "4": 0.25, "5": 0.05 },
    reliabilityWeights: { A: 0.95, B: 0.75, C: 0.5, D: 0.25, E: 0.05, F: 0.5 },
    indicators: [
      {
        key: "visit",
        label: "Visit",
        kind: "event",
        role: "direct",
        codebook: [{ key: "held", label: "Held", score: 2.8 }],
      },
      {
        key: "border",
        label: "Border",
        kind: "state",
        role: "driver",
        fullScale: 4,
        states: [
          { key: "open", label: "Open", value: 0 },
          { key: "closed", label: "Closed", value: 1 },
        ],
      },
    ] as Record<string, unknown>[],
    propositions: [
      {
        id: "C01",
        question: "Will it?",
        criteria: "Yes if so.",
        type: "by",
        deadline: "2020-12-31",
        basis: "outright",
      },
    ] as Record<string, unknown>[],
  };
}

/** Parses the small file after a change and gives the fields at fault. */
function faults(change: (file: ReturnType<typeof smallFile> & Record<string, unknown>) => void): string[] {
  const file = smallFile();
  change(file);
  return parseScenarioFile(file).problems.map((problem) => problem.field);
}

describe("the shipped scenario", () => {
  const { registration, propositions, evidence, outcomes } = readScenario(shipped("scenario.json"));

  test("comes through as it is written, less what only the file needs", () => {
    const file = JSON.parse(readFileSync(shipped("scenario.json"), "utf8"));
    expect(registration).toMatchObject({ slug: "pakistan-russia-2012", mode: "back-test", codedOn: "2026-11-23" });
    expect(registration.indicators).toEqual(
      file.indicators.map(({ codebook, ...rest }: { codebook?: object[] }) => ({
        ...rest,
        codebook: (codebook ?? []).map((entry) => ({ anchor: "", ...entry })),
      })),
    );
    expect(registration.credibilityWeights).toEqual({ "1": 0.95, "2": 0.75, "3": 0.5, "4": 0.25, "5": 0.05 });
    expect(registration).not.toHaveProperty("propositions");
    expect(registration).not.toHaveProperty("stateValues");
    expect(registration).not.toHaveProperty("relevance");
  });

  test("has 30 propositions, each with its outcome and evidence by id", () => {
    expect(propositions).toHaveLength(30);
    expect(Object.keys(outcomes)).toEqual(propositions.map((one) => one.id));
    expect(outcomes.C01).toMatchObject({ result: "no", on: "2012-12-31" });
    expect(evidence.C01?.[0]).toEqual({
      event: "PKRU-0038",
      likelihoodRatio: "1.5",
      cluster: null,
      rivalExplanation: "Pakistan may abstain for its own reasons, with no visit in view.",
    });
    expect(propositions[0]).not.toHaveProperty("outcome");
  });
});

describe("what may be left out", () => {
  test.each(["clearly-failing", "clearly-holding", "not-enough-evidence"])("is filled in for the pack %s", (name) => {
    const { registration } = readScenario(fixture(`small/${name}/scenario.json`));
    expect(registration.mode).toBe("registered");
    for (const indicator of registration.indicators) {
      expect(indicator.colour).toMatch(/^#[0-9A-F]{6}$/);
      expect(indicator.pattern).toBe({ direct: "solid", driver: "hatched", context: "outline" }[indicator.role]);
    }
    expect(new Set(registration.indicators.map((one) => one.colour)).size).toBe(registration.indicators.length);
  });

  test("relevance comes from the role, by the file's own table where it has one", () => {
    const plain = parseScenarioFile(smallFile()).scenario?.registration.indicators;
    expect(plain?.map((one) => one.relevance)).toEqual([1, 0.25]);
    const own = parseScenarioFile({ ...smallFile(), relevance: { driver: 0.5 } }).scenario?.registration.indicators;
    expect(own?.map((one) => one.relevance)).toEqual([1, 0.5]);
  });

  test("order, unit, codebook and description of an indicator", () => {
    const indicators = parseScenarioFile(smallFile()).scenario?.registration.indicators;
    expect(indicators?.map(({ order, unit, description }) => ({ order, unit, description }))).toEqual([
      { order: 1, unit: "points", description: "" },
      { order: 2, unit: "state", description: "" },
    ]);
    expect(indicators?.[1]).toMatchObject({ codebook: [], fullScale: 4 });
    expect(indicators?.[0]).not.toHaveProperty("states");
  });

  test("a state's value comes from the table of state values", () => {
    const file = smallFile();
    file.indicators[1] = { ...file.indicators[1], states: [{ key: "half", label: "Half open" }] };
    expect(
      parseScenarioFile({ ...file, stateValues: { half: 0.5 } }).scenario?.registration.indicators[1],
    ).toMatchObject({
      states: [{ key: "half", label: "Half open", value: 0.5 }],
    });
    expect(parseScenarioFile(file).problems.map((one) => one.field)).toEqual(["indicators[1].states[0].value"]);
  });

  test("most of a proposition", () => {
    const scenario = parseScenarioFile(smallFile()).scenario;
    expect(scenario?.propositions[0]).toMatchObject({ addedOn: null, referenceClass: null, articleProbability: null });
    expect(scenario?.outcomes.C01).toEqual({ result: "open", on: null, sourceTitle: "", sourceUrl: "", note: "" });
    expect(scenario?.evidence.C01).toEqual([]);
  });

  test("unknown members go", () => {
    const scenario = parseScenarioFile({ ...smallFile(), mood: "good" }).scenario;
    expect(scenario?.registration).not.toHaveProperty("mood");
  });
});

describe("faults are named by their path", () => {
  test.each<[string, Parameters<typeof faults>[0]]>([
    ["slug", (file) => (file.slug = "Two States")],
    ["slug", (file) => (file.slug = "two--states")],
    ["format", (file) => (file.format = "other")],
    ["title", (file) => (file.title = "")],
    ["title", (file) => (file.title = "x".repeat(301))],
    ["claim", (file) => (file.claim = "a\u0000b")],
    ["claim", (file) => (file.claim = "a\ud83d")],
    ["mode", (file) => (file.mode = "hindsight")],
    ["registeredOn", (file) => (file.registeredOn = "2020-07")],
    ["registeredOn", (file) => (file.registeredOn = "2020-02-30")],
    ["source.published", (file) => (file.source.published = "July 2020")],
    ["baselineMonths", (file) => (file.baselineMonths = 1.5)],
    ["halfLifeMonths", (file) => (file.halfLifeMonths = 0)],
    ["alpha", (file) => (file.alpha = 1)],
    ["credibilityWeights.2", (file) => (file.credibilityWeights["2"] = 1.2)],
    ["reliabilityWeights.A", (file) => (file.reliabilityWeights.A = 0.955)],
    ["horizons", (file) => (file.horizons = [])],
    ["horizons[0].until", (file) => (file.horizons = [{ key: "h", label: "H", until: "2020-13" }])],
    ["horizons[0].until", (file) => (file.horizons = [{ key: "h", label: "H", until: "2020-07" }])],
    ["horizons[1].key", (file) => file.horizons.push({ key: "to-date", label: "Again", until: null })],
    ["indicators", (file) => (file.indicators = [])],
    ["indicators[0].codebook[0].score", (file) => (file.indicators[0] = codes({ score: 2.85 }))],
    ["indicators[0].codebook[0].score", (file) => (file.indicators[0] = codes({ score: 10.1 }))],
    ["indicators[0].codebook[0].key", (file) => (file.indicators[0] = codes({ key: "constructor" }))],
    ["indicators[0].codebook[1].key", (file) => (file.indicators[0] = codes({}, {}))],
    ["indicators[0].codebook", (file) => (file.indicators[0] = codes())],
    ["indicators[0].key", (file) => (file.indicators[0] = { ...file.indicators[0], key: "Visit " })],
    ["indicators[0].key", (file) => (file.indicators[0] = { ...file.indicators[0], key: "__proto__" })],
    ["indicators[1].key", (file) => (file.indicators[1] = { ...file.indicators[1], key: "visit" })],
    ["indicators[0].colour", (file) => (file.indicators[0] = { ...file.indicators[0], colour: "url(x)" })],
    ["indicators[0].role", (file) => (file.indicators[0] = { ...file.indicators[0], role: "main" })],
    ["indicators[1].states", (file) => (file.indicators[1] = { ...file.indicators[1], states: undefined })],
    ["indicators[1].fullScale", (file) => (file.indicators[1] = { ...file.indicators[1], fullScale: undefined })],
    ["propositions[0].deadline", (file) => (file.propositions[0] = { ...file.propositions[0], deadline: "2020" })],
    [
      "propositions[0].deadline",
      (file) => (file.propositions[0] = { ...file.propositions[0], deadline: "2020-07-09" }),
    ],
    [
      "propositions[0].deadline",
      (file) => (file.propositions[0] = { ...file.propositions[0], type: "at", deadline: "2020-07-09" }),
    ],
    [
      "propositions[0].deadline",
      (file) => (file.propositions[0] = { ...file.propositions[0], basis: "added", addedOn: "2021-01-01" }),
    ],
    [
      "propositions[0].indicators[0]",
      (file) => (file.propositions[0] = { ...file.propositions[0], indicators: ["x"] }),
    ],
    ["propositions[0].addedOn", (file) => (file.propositions[0] = { ...file.propositions[0], basis: "added" })],
    ["propositions[1].id", (file) => file.propositions.push({ ...file.propositions[0] })],
    ["propositions[0].referenceClass", (file) => (file.propositions[0] = referenceClass({ k: 3, n: 2 }))],
    [
      "propositions[0].articleProbability",
      (file) => (file.propositions[0] = { ...file.propositions[0], articleProbability: 1 }),
    ],
    [
      "propositions[0].evidence[0].likelihoodRatio",
      (file) => (file.propositions[0] = evidence({ likelihoodRatio: 10 })),
    ],
    [
      "propositions[0].evidence[0].likelihoodRatio",
      (file) => (file.propositions[0] = evidence({ likelihoodRatio: "4" })),
    ],
    ["propositions[0].outcome.sourceUrl", (file) => (file.propositions[0] = outcome({ sourceUrl: "javascript:1" }))],
    ["propositions[0].outcome.result", (file) => (file.propositions[0] = outcome({ result: "maybe" }))],
  ])("%s", (field, change) => {
    expect(faults(change)).toEqual([field]);
  });

  function codes(...entries: Record<string, unknown>[]): Record<string, unknown> {
    const codebook = entries.map((entry) => ({ key: "held", label: "Held", score: 2.8, ...entry }));
    return { ...smallFile().indicators[0], codebook };
  }

  function evidence(members: Record<string, unknown>): Record<string, unknown> {
    return { ...smallFile().propositions[0], evidence: [{ event: "A", likelihoodRatio: "2", ...members }] };
  }

  function outcome(members: Record<string, unknown>): Record<string, unknown> {
    return { ...smallFile().propositions[0], outcome: { result: "yes", ...members } };
  }

  function referenceClass(members: Record<string, unknown>): Record<string, unknown> {
    return { ...smallFile().propositions[0], referenceClass: members };
  }

  test("all at once, each with what to do, at most fifty", () => {
    const { problems } = parseScenarioFile({ ...smallFile(), slug: "?", alpha: "much", title: undefined });
    expect(problems.map((problem) => problem.field)).toEqual(["slug", "title", "alpha"]);
    for (const problem of problems)
      expect(problem.message).toMatch(/^(Use|Write|This is missing\. Add) .*\.$|Add it\.$/);
    const many = Array.from({ length: 90 }, () => ({}));
    expect(parseScenarioFile({ ...smallFile(), indicators: many }).problems).toHaveLength(50);
  });

  test.each([[null], [[]], ["x"], [undefined]])("%o is no scenario file", (input) => {
    expect(parseScenarioFile(input)).toMatchObject({ scenario: null, problems: [{ field: "" }] });
  });
});

test("context earns no points, whatever the file says of its relevance", () => {
  const file = smallFile();
  const [visit] = file.indicators;
  const indicators = [{ ...visit, role: "context", relevance: 0.5 }, ...file.indicators.slice(1)];
  expect(parseScenarioFile({ ...file, indicators }).problems).toMatchObject([{ field: "indicators[0].relevance" }]);
  const byRole = { ...file, relevance: { direct: 1, driver: 0.25, context: 0.5 } };
  const context = { ...byRole, indicators: [{ ...visit, role: "context" }, ...file.indicators.slice(1)] };
  expect(parseScenarioFile(context).scenario?.registration.indicators[0]?.relevance).toBe(0);
});
