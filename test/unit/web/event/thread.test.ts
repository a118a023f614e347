import { describe, expect, it } from "vitest";
import { plannedInWords, stepInWords } from "../../../../web/event/thread";
import { meetings, route } from "../forms/samples";

const step = { ref: "X-1", follows: null, plannedFor: "2012-10", status: "active" } as const;

describe("what was planned for a day", () => {
  it("has nothing since once that day is over and no step follows", () => {
    expect(plannedInWords(step, [step], "2012-10-31")).toBe("Planned for October 2012.");
    expect(plannedInWords(step, [step], "2012-11-01")).toBe("Planned for October 2012; nothing since.");
    expect(plannedInWords({ ...step, plannedFor: "2012-10-03" }, [step], "2012-10-04")).toContain("nothing since");
  });

  it("went on where a step follows that was not retracted", () => {
    const next = { ...step, ref: "X-2", follows: "X-1" };
    expect(plannedInWords(step, [step, next], "2013-01-01")).toBe("Planned for October 2012.");
    expect(plannedInWords(step, [step, { ...next, status: "retracted" }], "2013-01-01")).toContain("nothing since");
  });

  it("is not awaited where the announcement was retracted, and not said where none was made", () => {
    expect(plannedInWords({ ...step, status: "retracted" }, [], "2013-01-01")).toBe("Planned for October 2012.");
    expect(plannedInWords({ ...step, plannedFor: null }, [], "2013-01-01")).toBe("");
  });
});

describe("a step of a thread", () => {
  it("is called as the codebook or the list of states calls it", () => {
    const indicators = [meetings, route];
    expect(stepInWords({ indicator: "meetings", code: "off", state: null }, indicators)).toBe("Visit called off");
    expect(stepInWords({ indicator: "route", code: null, state: "closed" }, indicators)).toBe("Closed");
    expect(stepInWords({ indicator: "meetings", code: "gone", state: null }, indicators)).toBe("gone");
  });
});
