import { describe, expect, test } from "vitest";
import { checkEvent } from "../../../worker/contract/event-input";
import { checkReport } from "../../../worker/contract/check-report";
import { likelyDates, mayBeUnlikely, unlikelyDates } from "../../../worker/contract/likely-dates";
import { checkRows } from "../../../worker/contract/import-check";
import { rawEvent, shippedRegistration } from "./helpers";

const TODAY = "2026-11-24";
/** Its window begins in June 2011. */
const registration = shippedRegistration();
const likely = likelyDates(registration, null, TODAY);

describe("a date that looks mistyped", () => {
  test("lies more than 30 years before the window, or before the first event if that is earlier", () => {
    expect(likely).toMatchObject({ begins: "2011-06-01", from: "1981-06-01", until: "2056-11-24" });
    expect(likelyDates(registration, "2010-01-20", TODAY)).toMatchObject({ begins: "2010-01-20", from: "1980-01-20" });
    expect(likelyDates(registration, "2012-02", TODAY).from).toBe("1981-06-01");
  });

  test("or before 1900, unless the scenario itself begins before", () => {
    const of = (registeredOn: string) => likelyDates({ registeredOn, baselineMonths: 12 }, null, TODAY);
    expect(of("1920-01-01").from).toBe("1900-01-01");
    expect(of("1901-03-01").from).toBe("1900-01-01");
    expect(of("1848-03-01")).toMatchObject({ from: "1847-03-01", publishedFrom: "1847-03-01" });
  });

  test("is asked about to the day, and of a month only if all of it lies before", () => {
    const asked = (date: string, first: string | null = null) =>
      unlikelyDates({ date }, likelyDates(registration, first, TODAY)).length > 0;
    expect(["1026-10-06", "1981-05-31", "1981-05", "1912-01-01"].map((date) => asked(date))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(["1981-06-01", "1981-06", "2012-06-15"].map((date) => asked(date))).toEqual([false, false, false]);
    expect(["1980-01-19", "1980-01-20", "1980-01", "1979-12"].map((date) => asked(date, "2010-01-20"))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  test("of a plan may also lie too far ahead, and of a source only before 1900", () => {
    const fields = unlikelyDates({ date: "2012-01-01", plannedFor: "2206-05", sourcePublished: "1899-12-31" }, likely);
    expect(fields.map(({ field }) => field)).toEqual(["sourcePublished", "plannedFor"]);
    expect(unlikelyDates({ plannedFor: "2056-11", sourcePublished: "1900-01" }, likely)).toEqual([]);
    expect(unlikelyDates({ plannedFor: "1026-10-06" }, likely)).toHaveLength(1);
  });

  test("is not asked about where it stands already", () => {
    expect(unlikelyDates({ date: "1026-10-06" }, likely, { date: "1026-10-06" })).toEqual([]);
    expect(unlikelyDates({ date: "1026-10-07" }, likely, { date: "1026-10-06" })).toHaveLength(1);
  });

  test("is found in what was sent before anything else is read", () => {
    expect(mayBeUnlikely({ date: "1956-01-01" }, likely)).toBe(true);
    expect(mayBeUnlikely({ date: "2012-01-01", plannedFor: "" }, likely)).toBe(false);
    expect(mayBeUnlikely({ date: 7, plannedFor: null }, likely)).toBe(false);
  });
});

describe("the question", () => {
  const textOf = (members: Record<string, unknown>): string[] =>
    checkEvent(rawEvent(members), registration, { latest: TODAY, likely }).messages.map(({ text }) => text);

  test("names the date as typed, how far it is, and how to confirm it", () => {
    expect(textOf({ date: "1026-10-06" })).toEqual([
      "The date 1026-10-06 (the year one thousand and twenty-six) is 984 years before this scenario begins (June 2011). " +
        "Is the year right? If it is, confirm it with confirmDate.",
    ]);
    expect(textOf({ sourcePublished: "1812-03" })[0]).toContain(
      "1812-03 (the year one thousand eight hundred and twelve) is before the year 1900",
    );
    expect(textOf({ plannedFor: "2206-05" })[0]).toContain(
      "(the year two thousand two hundred and six) is more than 30 years from now",
    );
  });

  test("keeps an event out as an error of its field, and a further source", () => {
    const { content, messages } = checkEvent(rawEvent({ date: "1026-10-06" }), registration, { latest: TODAY, likely });
    expect(content).toBeNull();
    expect(messages).toMatchObject([{ field: "date", level: "error", kind: "unlikely-date" }]);
    const source = { sourceTitle: "A paper", sourceReliability: "B", infoCredibility: 2, sourcePublished: "1026-10" };
    expect(checkReport(source, TODAY, { likely }).messages).toMatchObject([
      { field: "sourcePublished", kind: "unlikely-date" },
    ]);
    expect(checkReport(source, TODAY).messages).toEqual([]);
  });

  test("is not put where the dates are confirmed: all of them, one row's, or by the log", () => {
    const raw = rawEvent({ date: "1026-10-06", ref: "OLD-1" });
    expect(checkEvent(raw, registration, { latest: TODAY }).messages).toEqual([]);
    const rows = [raw, { ...raw, ref: "OLD-2", confirmDate: true }, { ...raw, ref: "OLD-3", confirmDate: "yes" }].map(
      (one, at) => ({ line: at + 2, raw: one, problem: null }),
    );
    const kinds = (options: Parameters<typeof checkRows>[2]) =>
      checkRows(rows, registration, options).map(({ messages }) => messages.map(({ kind }) => kind));
    expect(kinds({ latest: TODAY, likely })).toEqual([["unlikely-date"], [], ["unlikely-date"]]);
    const { content } = checkEvent(raw, registration, { latest: TODAY });
    const existing = new Map(content ? [["OLD-1", { content }]] : []);
    expect(kinds({ latest: TODAY, likely, existing })).toEqual([[], [], ["unlikely-date"]]);
  });
});
