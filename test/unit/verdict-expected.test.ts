/** Every verdict, probability and score of the expected results, computed from the packs as users' files are read. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseScenarioFile } from "../../worker/contract/registration";
import { articleScores, type ArticleScores } from "../../worker/core/article-scores";
import { headlineOf, horizonVerdicts } from "../../worker/core/horizon-verdicts";
import { firstDayOf, lastCompleteMonth } from "../../worker/core/months";
import { baseRate, probabilityOn, type DatedEvidence } from "../../worker/core/probability";
import { propositionStanding, termsOf } from "../../worker/core/proposition-standing";
import { rounded } from "../../worker/core/rounded";
import { monthVerdict, publishedWords } from "../../worker/core/verdict";
import { inputsUntil, verdictInputs } from "../../worker/core/verdict-inputs";
import type { HorizonVerdict, VerdictWord } from "../../worker/core/verdict-types";
import { viewInputFromEvents, type LoggedScenario } from "../../worker/core/view-from-events";
import { readJson, readPack } from "./core/read-pack";
import { expectFields } from "./golden/cases";

interface Expected {
  tolerance: number;
  asOf: { asOf: string; headlineHorizon: string; headlineVerdict: VerdictWord; horizons: HorizonVerdict[] }[];
  publishedByMonth: Record<string, VerdictWord>;
}

interface ExpectedProposition {
  id: string;
  baseRate: number;
  noBaseRate: boolean;
  days: { asOf: string; evidence: { ref: string }[] }[];
}

interface ExpectedClaims extends Expected {
  propositions: ExpectedProposition[];
  articleScores: Omit<ArticleScores, "mean">;
}

type Pack = ReturnType<typeof readPack>;

const root = join(import.meta.dirname, "../..");
const shipped = {
  name: "pakistan-russia-2012",
  folder: `${root}/scenarios/pakistan-russia-2012`,
  expected: `${root}/test/fixtures/expected.public.json`,
};
const small = ["clearly-holding", "clearly-failing", "not-enough-evidence"].map((name) => {
  const folder = `${root}/test/fixtures/small/${name}`;
  return { name, folder, expected: `${folder}/expected.json` };
});

function asOfDay(pack: Pack, asOf: string): LoggedScenario {
  return { ...pack, asOf, asOfReason: "asked" };
}

function verdictsAsOf(pack: Pack, asOf: string): HorizonVerdict[] {
  const input = viewInputFromEvents(asOfDay(pack, asOf));
  const inputs = verdictInputs(input);
  return horizonVerdicts({
    registration: pack.registration,
    asOf,
    completeTo: input.completeTo,
    verdictOf: (month) => monthVerdict(inputsUntil(inputs, month)),
    published: publishedWords(inputs),
    covered: inputs.months.flatMap(({ month, covered }) => (covered ? [month] : [])),
  });
}

describe.each([shipped, ...small])("the verdicts of $name", ({ folder, expected }) => {
  const pack = readPack(folder);
  const want = readJson<Expected>(expected);

  it.each(want.asOf)("as of $asOf every horizon and every check agrees", ({ asOf, horizons, ...headline }) => {
    const got = verdictsAsOf(pack, asOf);
    expectFields(got, horizons, want.tolerance, asOf);
    // As a view carries them, too.
    expectFields(rounded(got), horizons, want.tolerance, `${asOf} rounded`);
    const leading = headlineOf(got, pack.registration.horizons, lastCompleteMonth(asOf, pack.today));
    expect([leading?.key, leading?.shown]).toEqual([headline.headlineHorizon, headline.headlineVerdict]);
  });

  it("the expected results name every field and every check of a verdict", () => {
    const last = want.asOf.at(-1);
    const [got] = verdictsAsOf(pack, last?.asOf ?? "");
    // Beside them a verdict only says of which months it is.
    const { testedFrom: _from, testedTo: _to, ...named } = got ?? {};
    expect(Object.keys(named).toSorted()).toEqual(Object.keys(last?.horizons[0] ?? {}).toSorted());
    expect(Object.keys(got?.variants[0] ?? {}).toSorted()).toEqual(
      Object.keys(last?.horizons[0]?.variants[0] ?? {}).toSorted(),
    );
  });

  it("every month-end publishes its word", () => {
    const asOf = want.asOf.map((one) => one.asOf).toSorted();
    const inputs = verdictInputs(viewInputFromEvents(asOfDay(pack, asOf.at(-1) ?? "")));
    expect(publishedWords(inputs)).toEqual(want.publishedByMonth);
  });
});

describe("the claims of the shipped scenario", () => {
  const pack = readPack(shipped.folder);
  const want = readJson<ExpectedClaims>(shipped.expected);
  const { scenario } = parseScenarioFile(JSON.parse(readFileSync(`${shipped.folder}/scenario.json`, "utf8")));
  const { registeredOn } = pack.registration;
  const events = new Map(pack.events.map((event) => [event.ref, event]));

  function evidenceOf(id: string): DatedEvidence[] {
    return (scenario?.evidence[id] ?? []).flatMap(({ event, likelihoodRatio, cluster }) => {
      const logged = events.get(event);
      return logged ? [{ ref: event, date: logged.date, weight100: logged.weight100, likelihoodRatio, cluster }] : [];
    });
  }

  it.each(want.propositions)("$id has its probability on every expected day", ({ id, days, ...rest }) => {
    const proposition = pack.propositions.find((one) => one.id === id);
    if (!proposition) throw new Error(`No proposition ${id}`);
    const { outcome } = proposition;
    const evidence = evidenceOf(id);
    const terms = termsOf({ proposition, outcome, registeredOn });
    for (const day of days) {
      const got = probabilityOn(terms, evidence, day.asOf);
      expectFields(got, { ...day, asOf: undefined }, want.tolerance, `${id} ${day.asOf}`);
    }
    expect(baseRate(proposition.referenceClass)).toBeCloseTo(rest.baseRate, 12);
    const standing = propositionStanding({ proposition, outcome, evidence, registeredOn, asOf: "2025-12-31" });
    expect(standing.noBaseRate).toBe(rest.noBaseRate);
    // The series ends where the expected days end.
    expect(standing.now?.day).toBe(days.at(-1)?.asOf);
    expect(standing.series.at(-1)).toMatchObject({ day: days.at(-1)?.asOf });
    const known = evidence.map(({ date }) => firstDayOf(date)).filter((day) => day <= (standing.now?.day ?? ""));
    expect(standing.series.map(({ day }) => day)).toEqual(expect.arrayContaining(known));
  });

  it("the article has its score for every claim, or the reason why not", () => {
    const { mean, ...got } = articleScores(pack.propositions, registeredOn);
    expectFields(got, want.articleScores, want.tolerance, "articleScores");
    expect(Object.keys(got).toSorted()).toEqual(Object.keys(want.articleScores).toSorted());
    expect(mean).toBeNull(); // three outright claims are fewer than five
  });
});
