import { describe, expect, it } from "vitest";
import {
  doneInWords,
  placeInWords,
  presentText,
  REMOVABLE,
  removedInWords,
  textsOf,
} from "../../../../web/event/redaction-words";
import type { EventVersion } from "../../../../worker/contract/api-types";
import type { RedactionPlace } from "../../../../worker/core/quotes";
import { REDACTABLE, repeats } from "../../../../worker/core/redaction";
import { event } from "../forms/samples";

const life = {
  reports: [],
  reviews: [],
  comments: [{ number: 1, text: "Petrov took money", recordedAt: 0, by: "Amina", mine: true }],
};
const version: EventVersion = { version: 1, op: "record", recordedAt: 0, by: "Amina", reason: "", revision: 1, event };
const earlier = { ...version, event: { ...event, title: "A title of long ago" } };

describe("texts that can be removed", () => {
  it("are all that the server removes", () => {
    expect(REMOVABLE.toSorted()).toEqual([...REDACTABLE].toSorted());
  });

  it("are named in the page's order, unknown ones as they are", () => {
    expect(removedInWords({ fields: ["comments", "later", "title"] })).toBe("title, comments and later");
  });

  it("show what stands there now", () => {
    expect(presentText("title", event, life)).toBe("Lavrov in Islamabad");
    expect(presentText("actors", event, life)).toBe("PAK; RUS");
    expect(presentText("comments", event, life)).toBe("1 comment");
    expect(presentText("reports", event, life)).toBe("");
  });

  it("include those of earlier versions and of comments, so that no reason repeats them", () => {
    const removed = textsOf(["title", "comments"], [version, earlier], life);
    expect(repeats("Because a title of long ago was wrong", removed)).toBe(true);
    expect(repeats("It said that Petrov took money", removed)).toBe(true);
    expect(repeats("A court asked for it", removed)).toBe(false);
    expect(repeats("It said that Petrov took money", textsOf(["title"], [version], life))).toBe(false);
  });
});

const place = (
  kind: RedactionPlace["kind"],
  of: string[],
  field: string,
  state: RedactionPlace["state"] = "kept",
): RedactionPlace => ({ place: "", kind, of, field, repeats: ["title"], excerpt: "", state });

describe("a place that repeats what is removed", () => {
  it.each([
    [place("event", ["E-1"], "notes"), "this event, notes"],
    [place("event", ["E-2"], "sourceUrl"), "E-2, link to the source"],
    [place("report", ["E-2", "3"], "quote"), "E-2, further report 3, quoted sentence"],
    [place("review", ["E-2"], "comment"), "E-2, comment of a review"],
    [place("comment", ["E-1", "2"], "text"), "this event, comment 2"],
    [place("evidence", ["C01", "E-2"], "rivalExplanation"), "claim C01, rating of E-2, other explanation"],
    [place("resolution", ["C01"], "note"), "claim C01, outcome, note"],
    [place("proposition", ["C01"], "question"), "claim C01, its words"],
    [place("note", ["2025-11"], "text"), "note of November 2025"],
    [place("attestation", ["2025-11"], "note"), "note of the search of November 2025"],
    [place("registration", ["slug"], "claim"), "the scenario as it was registered"],
    [place("link", ["For the desk"], "notices"), "link \u201cFor the desk\u201d, correction notices"],
    [place("commit", ["12"], "reason"), "reason given for revision 12"],
  ])("is named so that a person finds it: %s", (one, words) => {
    expect(placeInWords(one, "E-1")).toBe(words);
  });

  it("stands in the list of what was done, or of what still repeats it", () => {
    const places = [place("event", ["E-2"], "notes", "removed"), place("commit", ["12"], "reason", "fixed")];
    const rewritten = [{ id: "a", title: "For the desk" }];
    expect(doneInWords("E-1", { revision: 9, fields: ["title"], links: 1, rewritten, places, more: false })).toEqual([
      "Removed for good from every version of this event: title.",
      "Written anew without it, 1 shared link: \u201cFor the desk\u201d.",
      "Removed as well: E-2, notes.",
      "Still repeated in reason given for revision 12.",
    ]);
    const none = { revision: 9, fields: ["title"], links: 0, rewritten: [], places: [], more: false };
    expect(doneInWords("E-1", none).slice(1)).toEqual(["No shared link held it."]);
  });
});
