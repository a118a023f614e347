import { describe, expect, it } from "vitest";
import { actsCaption } from "../../../worker/core/acts-captions";
import type { CodebookEntry, Indicator, LoggedEvent } from "../../../worker/core/types";
import { assembleView } from "../../../worker/core/view";
import { viewInputFromEvents } from "../../../worker/core/view-from-events";
import { anEvent, anIndicator, aRegistration, aScenario } from "../../factories";

const entry = (key: string, score: number, facets?: Record<string, string>): CodebookEntry => ({
  key,
  label: `Entry ${key}`,
  score,
  anchor: "",
  ...(facets ? { facets } : {}),
});

/** The caption of one indicator whose events are given as code and date. */
function caption(codebook: CodebookEntry[], rows: [string, string][], over: Partial<Indicator> = {}): string {
  const indicator = anIndicator({ codebook, ...over });
  const events = rows.map(([code, date], at): LoggedEvent => {
    const effective10 = Math.round((codebook.find(({ key }) => key === code)?.score ?? 0) * 10);
    return anEvent({ ref: `E-${at}`, code, date, effective10 });
  });
  const registration = aRegistration({ indicators: [indicator] });
  const view = assembleView(viewInputFromEvents(aScenario({ registration, events, asOf: "2014-12-31" })));
  const [first] = view.indicators;
  if (!first) throw new Error("no indicator");
  return actsCaption(view, first);
}

describe("the caption of meetings", () => {
  const codebook = [
    entry("summit", 5.6, { rank: "leader", step: "held" }),
    entry("promised", 4, { rank: "leader", step: "announced" }),
    entry("visit", 2.8, { rank: "minister", step: "held" }),
    entry("dropped", -5, { rank: "leader", step: "called off" }),
  ];

  it("counts by step and rank, and says when the last of the highest rank was held", () => {
    expect(
      caption(codebook, [
        ["summit", "2011-05-12"],
        ["visit", "2012-02-07"],
        ["visit", "2012-09-07"],
        ["summit", "2013-03-01"],
        ["dropped", "2012-09-27"],
        ["promised", "2014-01-01"],
      ]),
    ).toBe(
      "Held since May 2011: 4 (2 leader, 2 minister). Called off: 1 (leader). " +
        "The last held at the rank of leader: 2013. Not drawn: 1 (announced).",
    );
  });

  it("gives the year alone where an announcement may have come first", () => {
    expect(
      caption(codebook, [
        ["promised", "2011-01-12"],
        ["summit", "2011-05-12"],
      ]),
    ).toContain("Held since 2011: 1 (leader).");
  });
});

describe("the caption of acts with partners", () => {
  const codebook = [
    entry("joint", 3.5, { with: "China" }),
    entry("single", 3.5, { with: "alone" }),
    entry("threat", 1, { with: "" }),
  ];

  it("counts them by partner since the first, with the fullest year", () => {
    expect(
      caption(codebook, [
        ["joint", "2011-10-04"],
        ["joint", "2012-02-04"],
        ["single", "2012-07-19"],
      ]),
    ).toBe("3 since October 2011: 2 with China, 1 alone. Most in a year: 2, in 2012.");
  });

  it("names no fullest year where two are as full, and says what is not drawn", () => {
    expect(
      caption(codebook, [
        ["joint", "2011-10-04"],
        ["single", "2012-07-19"],
        ["threat", "2013-07-19"],
      ]),
    ).toBe("2 since October 2011: 1 with China, 1 alone. Not drawn: 1 (entry threat).");
  });
});

describe("the caption of all other events", () => {
  const codebook = [entry("deal", 8), entry("row", -4), entry("noted", 0)];

  it("calls events of a driver reasons: between whom they warm is another matter", () => {
    const rows: [string, string][] = [
      ["deal", "2011-03-01"],
      ["deal", "2011-03-02"],
    ];
    expect(caption(codebook, rows, { role: "driver" })).toContain(
      "2 events since March 2011 count as reasons to expect warming, none as reasons against.",
    );
    expect(caption(codebook, [["row", "2012-03-01"]], { role: "driver" })).toContain(
      "1 event since March 2012 counts as reasons against, none as reasons to expect warming.",
    );
  });

  it("counts for and against, and names the years with the most and the fewest points", () => {
    // 8 x 0.95 twice in 2011, -4 x 0.95 in 2012.
    expect(
      caption(codebook, [
        ["deal", "2011-03-01"],
        ["deal", "2011-03-02"],
        ["row", "2012-03-01"],
        ["noted", "2012-03-01"],
      ]),
    ).toBe(
      "2 events since March 2011 point to warming, 1 to cooling. Most points in a year: 15.2, in 2011; fewest: -3.8, in 2012. " +
        "1 more without points.",
    );
  });

  it("speaks of one side alone where there is no other", () => {
    expect(caption(codebook, [["deal", "2011-03-01"]])).toContain(
      "1 event since March 2011 points to warming, none to cooling.",
    );
    expect(caption(codebook, [["row", "2011-03-01"]])).toContain(
      "1 event since March 2011 points to cooling, none to warming. Fewest points in a year: -3.8, in 2011.",
    );
  });

  it("context earns no points, so none are named", () => {
    const words = caption(codebook, [["deal", "2011-03-01"]], { role: "context", relevance: 0 });
    expect(words).toBe("1 event since 2011 points to warming, none to cooling.");
  });

  it("says when nothing is logged", () => {
    expect(caption(codebook, [])).toBe("Nothing logged yet.");
  });
});
