/** The worked examples of docs/method.md and docs/scenario-file.md, computed anew: documents must not drift from the code. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isRecord } from "../../worker/contract/schema-parts";
import { LIKELIHOOD_RATIOS } from "../../worker/contract/likelihood";
import { parseScenarioFile } from "../../worker/contract/registration";
import { PATTERNS, ScenarioFile } from "../../worker/contract/scenario-schema";
import { articleScores } from "../../worker/core/article-scores";
import { Z_90 } from "../../worker/core/numbers";
import { PROBABILITY_WORDS } from "../../worker/core/probability-words";
import { probabilityOn } from "../../worker/core/probability";
import { termsOf } from "../../worker/core/proposition-standing";
import { cellsOf, cellVariance } from "../../worker/core/rollup";
import { INDICATOR_KINDS, OUTCOMES, RELIABILITIES, ROLES } from "../../worker/core/types";
import { variantsOf } from "../../worker/core/variants";
import { powerSentence } from "../../worker/core/verdict-details";
import { VERDICT_WORDS } from "../../worker/core/verdict-types";
import { assembleView } from "../../worker/core/view";
import { viewInputFromEvents } from "../../worker/core/view-from-events";
import { eventPoints, fading } from "../../worker/core/warming-index";
import { readJson, readPack } from "./core/read-pack";

const root = join(import.meta.dirname, "../..");
const raw = (file: string): string => readFileSync(join(root, "docs", file), "utf8");
/** Lines are wrapped and tables padded as the formatter likes. */
const flat = (text: string): string => text.replace(/\s+/g, " ");

const method = flat(raw("method.md"));
const scenarioFile = flat(raw("scenario-file.md"));
const shipped = readPack(`${root}/scenarios/pakistan-russia-2012`);
const holding = readPack(`${root}/test/fixtures/small/clearly-holding`);

function viewAsOf(pack: typeof shipped, asOf: string) {
  return assembleView(viewInputFromEvents({ ...pack, asOf, asOfReason: "asked" }));
}

/** A document that lacks a sentence fails with that sentence, not with the whole document. */
function expectSaid(document: string, sentence: string): void {
  expect(document.includes(sentence) ? sentence : "not in the document").toBe(sentence);
}

/** A name in backquotes, alone or with quotation marks. */
function isNamed(text: string, name: string): boolean {
  return text.includes(`\`${name}\``) || text.includes(`\`"${name}"\``);
}

describe("the files that the documents name", () => {
  const named = ["method.md", "scenario-file.md"].flatMap(
    (file) => raw(file).match(/(?:worker|test)\/[\w./-]+/g) ?? [],
  );

  it.each([...new Set(named)])("%s exists", (file) => {
    expect(existsSync(join(root, file))).toBe(true);
  });

  it("every section of the method but its sources names a file of worker/core", () => {
    const sections = raw("method.md")
      .split(/^## (?=\d)/m)
      .slice(1);
    const without = sections.filter((section) => !section.includes("worker/core/")).map((one) => one.split("\n")[0]);
    expect(sections).toHaveLength(13);
    expect(without).toEqual(["13. Sources"]);
  });
});

describe("the fixed lists of the method", () => {
  it("weights are those of the shipped scenario", () => {
    const { credibilityWeights, reliabilityWeights } = shipped.registration;
    const numbers = Object.values(credibilityWeights).map((weight) => weight.toFixed(2));
    const letters = RELIABILITIES.map((letter) => `${letter} ${reliabilityWeights[letter].toFixed(2)}`);
    expectSaid(method, `| w | ${numbers.join(" | ")} | ${letters.join(", ")} |`);
  });

  it("checks stand in their order", () => {
    const keys = variantsOf({ halfLifeMonths: 6, indicators: [{ key: "KEY", role: "direct", relevance: 1 }] });
    const places = keys.map(({ key }) => method.indexOf(`\`${key}\``));
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it("words of the verdict and of probability stand there", () => {
    for (const word of VERDICT_WORDS) expectSaid(method, `| _${word}_ |`);
    expectSaid(method, `| ${PROBABILITY_WORDS.map(({ word }) => word).join(" | ")} |`);
    const below = PROBABILITY_WORDS.slice(0, 3).map(({ to }) => `below ${to * 100} %`);
    const upTo = PROBABILITY_WORDS.slice(4, 6).map(({ to }) => `up to ${to * 100} %`);
    expectSaid(method, `| ${below.join(" | ")} | 45-55 % | ${upTo.join(" | ")} | above |`);
  });

  it.each([24, 36, 127])("what simulations of %i months found is what the page says", (n) => {
    const finding = powerSentence({ n, materialRise: 3 }).replace(/^.*\(here \d+\) /, "");
    expect(finding).toMatch(/^a true rise/);
    expectSaid(method, `- ${n} months: ${finding}`);
  });
});

describe("July 2012 in numbers", () => {
  const view = viewAsOf(shipped, "2012-07-31");
  const [june, july] = view.months.slice(-2);
  const events = shipped.events.filter(({ date, state }) => date.startsWith("2012-07") && state === null);
  const relevanceOf = (key: string): number => view.indicators.find((one) => one.key === key)?.relevance ?? 0;
  const variance = (band = 0): number => (band / Z_90) ** 2;

  it("each row has its factors and points", () => {
    expect(events.map(({ ref }) => ref)).toEqual(["PKRU-0036", "PKRU-0038", "PKRU-0039"]);
    for (const event of events) {
      const r = relevanceOf(event.indicator);
      const grade = `(${event.sourceReliability}${event.infoCredibility})`;
      const factors = `${r} | ${(event.weight100 / 100).toFixed(2)} | ${(event.effective10 / 10).toFixed(1)}`;
      const row = method.slice(method.indexOf(event.ref)).split(" | PKRU")[0] ?? "";
      expect(row).toContain(`${grade} | ${factors} | ${eventPoints(event, r).toFixed(5)} |`);
    }
    // Two days closed (1) and two restricted (0.5) of 31, at relevance 0.25 and full scale 4.
    expect(july?.points["supply_line"]).toBeCloseTo((0.25 * 4 * (2 * 1 + 2 * 0.5)) / 31, 10);
    expectSaid(method, `then open | 0.25 | | | ${july?.points["supply_line"]?.toFixed(5)} |`);
  });

  it("points and index add up", () => {
    const keep = fading(1, view.halfLifeMonths).toFixed(5);
    const [y, before, index] = [july?.y, june?.index, july?.index].map((value) => value?.toFixed(5));
    expectSaid(method, `Together y = ${y}. June's index was ${before}, so July's is ${keep} x ${before} + ${y} =`);
    expectSaid(method, `${keep} x ${before} + ${y} = ${index}.`);
  });

  it("the band comes from last month's variance and this month's events", () => {
    const keep = fading(1, view.halfLifeMonths);
    const brought = events.flatMap((event) =>
      cellsOf([event]).map((cell) => cellVariance(cell, relevanceOf(event.indicator))),
    );
    const faded = keep * keep * variance(june?.band90);
    const total = brought.reduce((sum, value) => sum + value, faded);
    const [a, b, c] = brought.map((value) => value.toFixed(5));
    expect(total).toBeCloseTo(variance(july?.band90), 8);
    expectSaid(method, `June's ${variance(june?.band90).toFixed(5)} fades to ${faded.toFixed(5)}; the events bring`);
    expectSaid(method, `bring ${a}, ${b} and ${c}, together V = ${total.toFixed(5)}; the band is 1.645 times its`);
    expectSaid(method, `times its root, ${july?.band90.toFixed(5)}.`);
  });
});

describe("twelve months in numbers", () => {
  const view = viewAsOf(holding, "2020-12-31");
  const y = view.months.map((month) => month.y);
  const [closed, open] = view.verdicts;
  if (!closed || !open) throw new Error("No verdicts");
  const shown = (name: "varS" | "r1" | "rho" | "inflation" | "slope" | "intercept" | "z" | "p", decimals: number) =>
    (closed[name] ?? Number.NaN).toFixed(decimals);

  it("the series is that of the pack", () => {
    expectSaid(method, `January to December 2020: ${y.map((value) => value.toFixed(1)).join(", ")}.`);
  });

  it("pairs, S and its variance", () => {
    const signs = y.flatMap((later, at) => y.slice(0, at).map((earlier) => Math.sign(later - earlier)));
    const [up, down, equal] = [1, -1, 0].map((sign) => signs.filter((one) => one === sign).length);
    expectSaid(method, `- ${signs.length} pairs: ${up} up, ${down} down, ${equal} equal; S = ${closed.S}.`);
    expectSaid(method, `VarS = (12 x 11 x 29 - 4 x 18) / 18 = ${shown("varS", 4)}.`);
  });

  it("line, autocorrelation, z and p", () => {
    expectSaid(
      method,
      `- b = ${shown("slope", 5)}, intercept ${shown("intercept", 5)}. r1 = ${shown("r1", 5)}, ` +
        `rho = (12 r1 + 2) / 8 = ${shown("rho", 5)}, F = ${shown("inflation", 5)}.`,
    );
    expectSaid(
      method,
      `- z = 55 / sqrt(${shown("inflation", 5)} x ${shown("varS", 4)}) = ${shown("z", 5)}, p = ${shown("p", 5)}.`,
    );
  });

  it("interval and rise", () => {
    const w = Z_90 * Math.sqrt((closed.inflation ?? 0) * (closed.varS ?? 0));
    const [low, high] = [(66 - w) / 2, (66 + w) / 2];
    expectSaid(
      method,
      `- w = ${w.toFixed(4)}: ranks round(${low.toFixed(4)}) - 1 = ${Math.round(low) - 1} and ` +
        `round(${high.toFixed(4)}) = ${Math.round(high)}, so low = ${closed.low} and high = ${closed.high}.`,
    );
    const [rise, from, to] = [closed.rise, closed.riseLow, closed.riseHigh].map((value) => value?.toFixed(3));
    expectSaid(method, `- Span ${closed.spanMonths}: rise ${rise}, range ${from} to ${to}.`);
  });

  it("reading, and what is published and shown", () => {
    const [now, then] = [closed.indexNow.toFixed(3), closed.indexAtRegistration.toFixed(3)];
    expectSaid(method, `Index ${now} in December, ${then} in June, the month before registration.`);
    expectSaid(method, `Reading: _${closed.reading}_.`);
    expectSaid(
      method,
      `${closed.agree} of ${closed.of} checks read _${closed.reading}_ (signs only does not); ` +
        `${closed.agree} >= ${(closed.of * 3) / 4}, so it is published. Horizon "${closed.key}" has ended: ` +
        `_${closed.shown}_ is shown. "${open.key}" has had one such month: _${open.shown}_ is still shown`,
    );
    expect(Object.values(view.publishedByMonth).filter((word) => word === "holding")).toHaveLength(1);
    expect(closed.variants.filter(({ reading }) => reading !== "holding").map(({ variant }) => variant)).toEqual([
      "signs-only",
    ]);
  });

  it("D of the check that only counts signs", () => {
    const size = y.reduce((sum, value) => sum + Math.abs(value), 0);
    const signs = holding.events.reduce((sum, { weight100 }) => sum + weight100 / 100, 0);
    const signsOnly = closed.variants.find(({ variant }) => variant === "signs-only");
    expectSaid(
      method,
      `${size.toFixed(1)} points become ${signs.toFixed(1)} signs, ` +
        `so D = 3 x ${signs.toFixed(1)} / ${size.toFixed(1)} = ${signsOnly?.materialRise.toFixed(2)}.`,
    );
  });
});

describe("a proposition in numbers", () => {
  const { registeredOn } = shipped.registration;
  const proposition = shipped.propositions.find(({ id }) => id === "C01");
  if (!proposition) throw new Error("No C01");
  const { outcome, question } = proposition;
  const items = proposition.evidence.map((item) => ({ ...item, ref: item.event }));

  it("prior, evidence and probability on 31 October 2012", () => {
    const now = probabilityOn(termsOf({ proposition, outcome, registeredOn }), items, "2012-10-31");
    const counted = now.evidence.filter((item) => item.counted).map(({ logLr }) => logLr.toFixed(4));
    const left = now.evidence.filter((item) => !item.counted).map(({ logLr }) => logLr.toFixed(4));
    const [first, second, third, fourth] = counted;
    const total = (now.priorLogOdds ?? 0) + now.evidenceLogOdds;
    expect([counted.length, left.length]).toEqual([4, 1]);
    expectSaid(method, `"${question}" (C01) on 31 October 2012. No reference class; f is 62 / 200 or`);
    expectSaid(
      method,
      `or ${now.remainingFraction}, prior ${now.prior.toFixed(4)}, ln odds ${now.priorLogOdds?.toFixed(4)}.`,
    );
    expectSaid(
      method,
      `give ${first}, ${second}, ${third} and ${fourth}, in all ${now.evidenceLogOdds.toFixed(4)}; ` +
        `the postponed summit (1/3, ${left[0]}) shares`,
    );
    expectSaid(method, `Together ${total.toFixed(4)}: probability ${now.probability.toFixed(4)}, _${now.word}_.`);
  });

  it("the article's score", () => {
    const score = articleScores(shipped.propositions, registeredOn).rows.find(({ id }) => id === "C01");
    const [brier, log, reference] = [score?.brier, score?.log, score?.refBrier].map((value) => value?.toFixed(4));
    expectSaid(
      method,
      `coded ${score?.forecast}, outcome no: ${score?.daysScored} days, Brier ${brier}, log ${log}, ` +
        `reference Brier ${reference}, skill ${score?.skill?.toFixed(2)}.`,
    );
  });
});

describe("the scenario file", () => {
  /** Names of all members of a schema, however deep. */
  function membersOf(schema: unknown): string[] {
    if (Array.isArray(schema)) return schema.flatMap(membersOf);
    if (!isRecord(schema)) return [];
    const own = isRecord(schema.entries) ? Object.keys(schema.entries) : [];
    return [...own, ...["entries", "wrapped", "item", "pipe"].flatMap((part) => inside(schema[part]))];
  }
  function inside(part: unknown): string[] {
    return isRecord(part) && part.kind !== "schema" ? Object.values(part).flatMap(membersOf) : membersOf(part);
  }
  const weights = new Set(["1", "2", "3", "4", "5", ...RELIABILITIES]);
  const members = [...new Set(membersOf(ScenarioFile))].filter((name) => !weights.has(name));

  it("has members to look for, deep ones too", () => {
    expect(members).toEqual(expect.arrayContaining(["slug", "codebook", "facets", "likelihoodRatio", "until", "k"]));
  });

  it.each(members)("the member %s is described", (name) => {
    expect(isNamed(scenarioFile, name)).toBe(true);
  });

  it.each([...LIKELIHOOD_RATIOS, ...ROLES, ...INDICATOR_KINDS, ...PATTERNS, ...OUTCOMES])(
    "the value %s stands there",
    (value) => {
      expect(isNamed(scenarioFile, value)).toBe(true);
    },
  );

  it("every facet of the shipped scenario is in the vocabulary", () => {
    const facets = shipped.registration.indicators.flatMap(({ codebook }) =>
      codebook.flatMap((entry) => Object.entries(entry.facets ?? {})),
    );
    const words = new Set(facets.flat().filter((word) => word !== ""));
    expect(words.size).toBeGreaterThan(10);
    for (const word of words) expect(isNamed(scenarioFile, word), word).toBe(true);
  });

  it("the small file can be registered as it stands", () => {
    const [, example = ""] = /```json\n(.*?)```/s.exec(raw("scenario-file.md")) ?? [];
    expect(parseScenarioFile(JSON.parse(example)).problems).toEqual([]);
    expect(parseScenarioFile(readJson(`${root}/scenarios/pakistan-russia-2012/scenario.json`)).problems).toEqual([]);
  });
});
