import { describe, expect, it } from "vitest";
import { answers, askedQuery, readAsked } from "../../../../web/view/as-of";
import { viewOf } from "../view-of";

const today = "2026-11-24";
const read = (query: string, latest = today) => readAsked(new URLSearchParams(query), { today, latest });

describe("the day and the revision in the address", () => {
  it("are taken as they are, up to today", () => {
    expect(read("asOf=2026-11-24&revision=3")).toEqual({ asOf: today, revision: 3, problem: null });
    expect(read("asOf=&revision=")).toEqual({ asOf: null, revision: null, problem: null });
  });

  it("a day to come is not shown, and said so", () => {
    const { asOf, problem } = read("asOf=2026-11-25");
    expect(asOf).toBeNull();
    expect(problem).toContain("25 November 2026 has not come yet");
  });

  it("a day that has begun further east has come", () => {
    expect(read("asOf=2026-11-25", "2026-11-25")).toMatchObject({ asOf: "2026-11-25", problem: null });
    expect(read("asOf=2026-11-26", "2026-11-25").asOf).toBeNull();
  });

  it.each(["asOf=2011-02-29", "asOf=2012-10", "revision=0", "revision=x"])(
    "%s cannot be read, and said so",
    (query) => {
      expect(read(query)).toMatchObject({ asOf: null, revision: null });
      expect(read(query).problem).toContain("cannot be read");
    },
  );

  it("are written back beside the other parameters", () => {
    expect(askedQuery({ asOf: "2013-12-31", revision: 2 }, new URLSearchParams("hl=3&asOf=2012-01-01"))).toBe(
      "?hl=3&asOf=2013-12-31&revision=2",
    );
    expect(askedQuery({ asOf: null, revision: null }, new URLSearchParams("revision=1"))).toBe("");
  });
});

describe("a view answers a question", () => {
  const asked = viewOf({ asOf: "2013-12-31", asOfReason: "asked", revision: 3, said: { since: null, months: [] } });

  it("if its day and its revision are those asked for", () => {
    expect(answers(asked, { asOf: "2013-12-31", revision: 3 })).toBe(true);
    expect(answers(asked, { asOf: "2013-12-31", revision: 2 })).toBe(false);
    expect(answers(asked, { asOf: "2012-12-31", revision: null })).toBe(false);
  });

  it("that names no day only if it chose its own", () => {
    expect(answers(asked, { asOf: null, revision: null })).toBe(false);
    expect(answers({ ...asked, asOfReason: "today" }, { asOf: null, revision: 3 })).toBe(true);
  });
});
