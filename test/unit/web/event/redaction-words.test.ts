import { describe, expect, it } from "vitest";
import { presentText, REMOVABLE, removedInWords, textsOf } from "../../../../web/event/redaction-words";
import type { EventVersion } from "../../../../worker/contract/api-types";
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
