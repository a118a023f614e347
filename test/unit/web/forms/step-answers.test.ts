import { describe, expect, it } from "vitest";
import { askable, ELSEWHERE, narrow, questionsOf, VISIT, WENT } from "../../../../web/forms/facets";
import { absentInWords, readAnswers, stepInWords, writeAnswers } from "../../../../web/forms/step-answers";
import { meetings } from "./samples";

const codebook = askable([
  ...meetings.codebook,
  { key: "beside", label: "Leaders meet elsewhere", score: 2.5, facets: { rank: "leader", step: ELSEWHERE } },
]);

describe("answers kept with a draft", () => {
  it("come back with who travelled", () => {
    const text = writeAnswers({ [WENT]: VISIT, rank: "leader" }, "RUS to PAK");
    expect(readAnswers(text, codebook)).toEqual({ answers: { [WENT]: VISIT, rank: "leader" }, went: "RUS to PAK" });
    expect(readAnswers(writeAnswers({ [WENT]: ELSEWHERE }, ""), codebook)).toEqual({
      answers: { [WENT]: ELSEWHERE },
      went: "",
    });
  });

  it("are no text while there are none", () => {
    expect(writeAnswers({}, "")).toBe("");
  });

  it.each(["", "{", "null", "[]", '{"rank":5}', '{"port":"north"}', '{"rank":"speaker"}'])(
    "stored as %j are none: the codebook may be another by now",
    (text) => {
      expect(readAnswers(text, codebook)).toEqual({ answers: {}, went: "" });
    },
  );
});

describe("a step in words", () => {
  it("is the entry with its score", () => {
    const narrowed = narrow(codebook, { rank: "minister" });
    expect(stepInWords(narrowed, narrowed.only)).toBe("= Minister visits · 2.8");
  });

  it("says how many are left, once something is answered and none are offered yet", () => {
    const many = [1, 2, 3, 4].flatMap((at) =>
      ["held", "announced"].map((step) => ({
        key: `${step}${at}`,
        label: "Visit",
        score: 1,
        facets: { rank: "leader", step },
      })),
    );
    const more = [...many, { key: "low", label: "Official", score: 1, facets: { rank: "official", step: "held" } }];
    expect(stepInWords(narrow(more, { rank: "leader" }), null)).toBe("8 steps fit so far");
    expect(stepInWords(narrow(more, {}), null)).toBe("");
  });

  it("names what is not offered", () => {
    const words = questionsOf(codebook, { rank: "minister" }).map(absentInWords);
    expect(words).toEqual([
      "Not in the codebook with the other answers: Met elsewhere.",
      "",
      "Not in the codebook with the other answers: Called off.",
    ]);
  });
});
