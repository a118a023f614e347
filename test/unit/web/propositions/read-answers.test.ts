import { describe, expect, it } from "vitest";
import {
  echoPercent,
  readPercent,
  readReferenceClass,
  readWhen,
  whenDue,
} from "../../../../web/propositions/read-answers";

describe("a probability as it is typed", () => {
  it("is read with or without the sign, with a point or a comma", () => {
    expect(["30", " 57 % ", "12.5", "12,5"].map((typed) => readPercent(typed))).toEqual([
      { ok: true, value: 0.3 },
      { ok: true, value: 0.57 },
      { ok: true, value: 0.125 },
      { ok: true, value: 0.125 },
    ]);
  });

  it.each(["", "0", "0.5", "100", "99.5", "1e1", "likely", "-3"])("is refused where it is %j", (typed) => {
    expect(readPercent(typed).ok).toBe(false);
  });

  it("is echoed with its word, and not at all while it is none", () => {
    expect(echoPercent("30")).toBe("= 30 %, unlikely");
    expect(echoPercent("3x")).toBe("");
  });
});

describe("the deadline of a new claim as it is typed", () => {
  const due = (typed: string, today = "2026-11-30", utcDay = "2026-11-30") =>
    readWhen(whenDue(typed, { today, utcDay }));

  it("has to be a whole day, and without a year is the next one", () => {
    expect(due("31 dec 2028")).toEqual({ ok: true, value: "2028-12-31" });
    expect(due("31 dec")).toEqual({ ok: true, value: "2026-12-31" });
    expect(due("1 nov")).toEqual({ ok: true, value: "2027-11-01" });
    expect(due("dec 2028")).toMatchObject({ ok: false, problem: expect.stringContaining("day too") });
  });

  it("has to come after today, here as well as by UTC, where a claim is added", () => {
    expect(due("today")).toMatchObject({ ok: false, problem: expect.stringContaining("is not after today") });
    expect(due("1 dec 2026")).toEqual({ ok: true, value: "2026-12-01" });
    expect(due("1 dec 2026", "2026-12-01", "2026-11-30").ok).toBe(false);
    expect(due("1 dec 2026", "2026-11-30", "2026-12-01").ok).toBe(false);
  });
});

describe("a reference class as it is typed", () => {
  it("is none where nothing is filled in", () => {
    expect(readReferenceClass({ description: " ", k: "", n: "" })).toEqual({ value: null, problems: {} });
  });

  it("is whole or is asked for", () => {
    expect(readReferenceClass({ description: "", k: "1", n: "" }).problems).toEqual({
      description: expect.any(String),
      n: expect.any(String),
    });
  });

  it("has no more cases that came true than cases", () => {
    expect(readReferenceClass({ description: "Years", k: "4", n: "3" }).problems).toEqual({ k: expect.any(String) });
    expect(readReferenceClass({ description: "Years", k: "0", n: "0" }).problems).toEqual({ n: expect.any(String) });
    expect(readReferenceClass({ description: "Years", k: "1", n: "5" }).value).toEqual({
      description: "Years",
      k: 1,
      n: 5,
    });
  });
});
