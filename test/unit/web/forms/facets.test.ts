import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseScenarioFile } from "../../../../worker/contract/registration";
import {
  answerInWords,
  answersOf,
  askable,
  ELSEWHERE,
  facetNames,
  narrow,
  questionInWords,
  questionsOf,
  remaining,
  shapeOf,
  VISIT,
  WENT,
} from "../../../../web/forms/facets";
import type { Answers, Entry } from "../../../../web/forms/facets";

const entry = (key: string, facets?: Record<string, string>): Entry => ({
  key,
  label: key,
  score: 1,
  ...(facets ? { facets } : {}),
});

const meetings = [
  entry("leader_held", { rank: "leader", step: "held" }),
  entry("leader_group", { rank: "leader", step: "held" }),
  entry("leader_off", { rank: "leader", step: "called off" }),
  entry("leader_beside", { rank: "leader", step: ELSEWHERE }),
  entry("minister_held", { rank: "minister", step: "held" }),
];
const keys = (entries: readonly Entry[]): string[] => entries.map(({ key }) => key);
const offered = (codebook: readonly Entry[], answers: Answers, facet: string): string[] =>
  questionsOf(codebook, answers)
    .find((question) => question.facet === facet)
    ?.options.filter((option) => option.offered)
    .map(({ value }) => value) ?? [];

const file = `${import.meta.dirname}/../../../../scenarios/pakistan-russia-2012/scenario.json`;
const shipped = parseScenarioFile(JSON.parse(readFileSync(file, "utf8"))).scenario?.registration.indicators ?? [];

describe("narrowing a codebook by its facets", () => {
  it("asks each facet with more than one value, in the codebook's order", () => {
    const questions = questionsOf(meetings, {});
    expect(questions.map(({ facet }) => facet)).toEqual(["rank", "step"]);
    expect(questions[1]?.options.map(({ value }) => value)).toEqual(["held", "called off", ELSEWHERE]);
    expect(questionsOf([entry("a", { of: "x" }), entry("b", { of: "x" })], {})).toEqual([]);
  });

  it("does not offer a combination that no entry has", () => {
    expect(offered(meetings, { rank: "minister" }, "step")).toEqual(["held"]);
    expect(offered(meetings, { step: "called off" }, "rank")).toEqual(["leader"]);
    // The question that was answered can still be answered otherwise.
    expect(offered(meetings, { rank: "minister" }, "rank")).toEqual(["leader", "minister"]);
  });

  it("names the entry where one is left, and shows what that answers", () => {
    const narrowed = narrow(meetings, { step: "called off" });
    expect(narrowed.only?.key).toBe("leader_off");
    expect(narrowed.questions.map(({ chosen }) => chosen)).toEqual(["leader", "called off"]);
    expect(narrowed.offer).toEqual([]);
  });

  it("offers by label where several are left and nothing is left to ask", () => {
    const narrowed = narrow(meetings, { rank: "leader", step: "held" });
    expect(narrowed.only).toBeNull();
    expect(keys(narrowed.offer)).toEqual(["leader_held", "leader_group"]);
  });

  it("offers no label while nothing is answered, unless there are no facets at all", () => {
    expect(narrow(meetings, {}).offer).toEqual([]);
    expect(keys(narrow([entry("a"), entry("b")], {}).offer)).toEqual(["a", "b"]);
  });

  it("takes an entry without the facet as one that is none of its values", () => {
    const votes = [entry("joint", { with: "China" }), entry("alone", { with: "alone" }), entry("threat")];
    expect(offered(votes, {}, "with")).toEqual(["China", "alone", ""]);
    expect(narrow(votes, { with: "" }).only?.key).toBe("threat");
  });

  it("finds the answers that lead to an entry", () => {
    expect(answersOf(meetings, "minister_held")).toEqual({ rank: "minister", step: "held" });
    expect(answersOf(meetings, "unknown")).toEqual({});
  });
});

describe("meetings", () => {
  it("ask who went where first; a meeting elsewhere was held", () => {
    const asked = askable(meetings);
    expect(facetNames(asked)).toEqual([WENT, "rank", "step"]);
    expect(offered(asked, {}, "step")).toEqual(["held", "called off"]);
    expect(narrow(asked, { [WENT]: ELSEWHERE }).only?.key).toBe("leader_beside");
    expect(keys(remaining(asked, { [WENT]: VISIT, rank: "leader" }))).toEqual([
      "leader_held",
      "leader_group",
      "leader_off",
    ]);
  });

  it("are not held up by somebody who does not say who travelled", () => {
    const narrowed = narrow(askable(meetings), { rank: "leader", step: "held" });
    expect(keys(narrowed.offer)).toEqual(["leader_held", "leader_group", "leader_beside"]);
  });
});

describe("what a codebook is about", () => {
  it("is told by its facets alone", () => {
    expect(shapeOf(meetings)).toBe("meetings");
    expect(shapeOf([entry("a", { step: "asked" })])).toBe("deals");
    expect(shapeOf([entry("a", { with: "alone" })])).toBe("votes");
    expect(shapeOf([entry("a", { port: "north" })])).toBe("other");
    expect(shapeOf([entry("a")])).toBe("other");
  });

  it("leaves other codebooks as they are", () => {
    const deals = [entry("a", { step: ELSEWHERE })];
    expect(askable(deals)).toBe(deals);
  });
});

describe("questions and answers in words", () => {
  it("are known for the known facets; any other asks by its name", () => {
    expect(["rank", "step", "with", "port_call"].map(questionInWords)).toEqual([
      "Who met",
      "How far it got",
      "Alone or with",
      "Port call",
    ]);
    expect(["", "called off", "China"].map(answerInWords)).toEqual(["None of these", "Called off", "China"]);
  });
});

describe("for any codebook", () => {
  const facets = fc.dictionary(fc.constantFrom("rank", "step", "with", "port"), fc.constantFrom("", "a", "b", "c"));
  const codebooks = fc
    .array(facets, { minLength: 1, maxLength: 12 })
    .map((list) => askable(list.map((one, at) => entry(`k${at}`, one))));

  /** Answers questions in any order with what is offered; `picks` choose among them. */
  function walk(codebook: readonly Entry[], picks: readonly number[]): Answers {
    let answers: Answers = {};
    for (const pick of picks) {
      const choices = questionsOf(codebook, answers).flatMap(({ facet, options }) =>
        options.filter((option) => option.offered).map(({ value }) => ({ facet, value })),
      );
      const choice = choices[pick % Math.max(1, choices.length)];
      if (choice) answers = { ...answers, [choice.facet]: choice.value };
    }
    return answers;
  }

  it("offered answers never lead to nothing, and what is left is what fits", () => {
    fc.assert(
      fc.property(codebooks, fc.array(fc.nat({ max: 50 }), { maxLength: 8 }), (codebook, picks) => {
        const answers = walk(codebook, picks);
        const { left, only } = narrow(codebook, answers);
        expect(left.length).toBeGreaterThan(0);
        const fitting = codebook.filter((one) =>
          Object.entries(answers).every(([facet, value]) => (one.facets?.[facet] ?? "") === value),
        );
        expect(left).toEqual(fitting);
        if (only) expect(left).toEqual([only]);
      }),
    );
  });

  it("every entry can be reached by offered answers, in any order of the questions", () => {
    fc.assert(
      fc.property(codebooks, fc.nat(), (codebook, turn) => {
        for (const { key } of codebook) {
          const wanted = Object.entries(answersOf(codebook, key));
          const by = turn % Math.max(1, wanted.length);
          const turned = [...wanted.slice(by), ...wanted.slice(0, by)];
          let answers: Answers = {};
          for (const [facet, value] of turned) {
            expect(offered(codebook, answers, facet)).toContain(value);
            answers = { ...answers, [facet]: value };
          }
          const { only, offer, questions } = narrow(codebook, answers);
          const shown = only ? [only] : offer;
          expect(keys(shown)).toContain(key);
          expect(questions.every(({ chosen }) => chosen !== null)).toBe(true);
        }
      }),
    );
  });
});

describe("the shipped scenario", () => {
  it("asks for its meetings, deals and votes by facets, and for the rest by label", () => {
    const shapes = shipped.map(({ key, codebook }) => [key, shapeOf(codebook)]);
    expect(shapes.filter(([, shape]) => shape !== "other")).toEqual([
      ["visit", "meetings"],
      ["pipeline_financing", "deals"],
      ["veto", "votes"],
    ]);
  });

  it("is asked for a minister's visit in one answer, and for a deal in one", () => {
    const codebook = (key: string) => askable(shipped.find((one) => one.key === key)?.codebook ?? []);
    expect(narrow(codebook("visit"), { rank: "minister" }).only?.key).toBe("minister_visit_held");
    expect(narrow(codebook("pipeline_financing"), { step: "agreed in principle" }).only?.key).toBe("memorandum_signed");
    expect(keys(narrow(codebook("veto"), { with: "" }).offer)).toEqual(["veto_threatened", "veto_withheld"]);
  });
});
