import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { glossary } from "../../../../web/view/glossary";
import { termPieces } from "../../../../web/view/terms";
import { viewOf } from "../view-of";

const folder = new URL("../../../../web/view/", import.meta.url);
/** What stands between the brackets of each call of `explained`. */
function callsIn(source: string): string[] {
  return source
    .split("explained(")
    .slice(1)
    .map((rest) => {
      let open = 1;
      const end = [...rest].findIndex((letter) => {
        open += letter === "(" ? 1 : letter === ")" ? -1 : 0;
        return open === 0;
      });
      return rest.slice(0, end);
    });
}

const calls = readdirSync(folder)
  .filter((name) => name !== "terms.ts")
  .flatMap((name) => callsIn(readFileSync(new URL(name, folder), "utf8")));

describe("the glossary", () => {
  it("has no line that no page asks for", () => {
    const unused = Object.keys(glossary(viewOf())).filter((key) => !calls.some((call) => call.includes(`"${key}"`)));
    expect(unused).toEqual([]);
  });

  it("explains with the scenario's own numbers", () => {
    const { rise, index } = glossary({ ...viewOf(), materialRise: 2, halfLifeMonths: 12 });
    expect(rise.text).toContain("2 points a month");
    expect(index.text).toContain("12 months");
  });
});

describe("a text with terms", () => {
  it("is cut at the first place of each term, in the order of the text", () => {
    expect(termPieces("A rise of 3 points, and more points.", ["points", "rise"])).toEqual([
      { text: "A ", term: null },
      { text: "rise of 3", term: "rise" },
      { text: " ", term: null },
      { text: "points", term: "points" },
      { text: ", and more points.", term: null },
    ]);
  });

  it("stays whole where no term occurs", () => {
    expect(termPieces("Nothing yet.", ["index"])).toEqual([{ text: "Nothing yet.", term: null }]);
  });
});
