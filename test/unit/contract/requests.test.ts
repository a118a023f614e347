import { describe, expect, test } from "vitest";
import {
  AttestationInput,
  CorrectionInput,
  EventExtras,
  EventsQuery,
  ImportInput,
  ImportQuery,
  ReasonInput,
  ViewQuery,
  WithdrawalInput,
} from "../../../worker/contract/requests";
import { parse } from "./parse";

test("an attestation has a real month and a note", () => {
  expect(parse(AttestationInput, { month: "2013-02", note: "Searched.", x: 1 })).toEqual({
    month: "2013-02",
    note: "Searched.",
  });
  expect(parse(AttestationInput, { month: "2013-02-01", note: " " })).toEqual(["month", "note"]);
  expect(parse(AttestationInput, { month: "2013-13", note: "n".repeat(5001) })).toEqual(["month", "note"]);
});

test("a reason is 1 to 500 characters on one line", () => {
  expect(parse(ReasonInput, { reason: "Wrong day." })).toEqual({ reason: "Wrong day." });
  for (const reason of [undefined, "", "  ", "x".repeat(501), "a\nb", 5]) {
    expect(parse(ReasonInput, { reason })).toEqual(["reason"]);
  }
  expect(parse(CorrectionInput, { reason: "Wrong day.", title: "New" })).toEqual({
    reason: "Wrong day.",
    title: "New",
  });
});

test("withdrawing needs no reason", () => {
  expect(parse(WithdrawalInput, {})).toEqual({ reason: "" });
});

test("a client id is a UUID", () => {
  expect(parse(EventExtras, { clientId: "7" })).toEqual(["clientId"]);
  expect(parse(EventExtras, { clientId: "0b0f2c5e-6f0a-4c8f-9f5e-2f7f1c0c9a11" })).toMatchObject({ reason: "" });
});

describe("a view's query", () => {
  test("has a day and a revision, or neither", () => {
    expect(parse(ViewQuery, {})).toEqual({});
    expect(parse(ViewQuery, { asOf: "", x: "y" })).toEqual({ asOf: undefined });
    expect(parse(ViewQuery, { asOf: "2012-06-15", revision: "12" })).toEqual({ asOf: "2012-06-15", revision: 12 });
  });

  test.each([{ asOf: "0999-12-31" }, { asOf: "2012-06" }, { asOf: "2013-02-29" }, { asOf: ["2012-06-15", "x"] }])(
    "refuses %o",
    (query) => expect(parse(ViewQuery, query)).toEqual(["asOf"]),
  );

  test.each(["0", "-1", "1.5", "x", "", "1e3", "99999999999"])("refuses revision %o", (revision) => {
    expect(parse(ViewQuery, { revision })).toEqual(["revision"]);
  });
});

describe("the query of events", () => {
  test("leaves out what is empty and pages by 100", () => {
    expect(parse(EventsQuery, { indicator: "", q: "gas" })).toEqual({ q: "gas", count: false, limit: 100 });
  });

  test("takes days or months, a grade or its letter", () => {
    const query = {
      from: "2012-06",
      to: "2013-01-31",
      grade: "B2",
      by: "An analyst",
      review: "disputed",
      count: "1",
      limit: "200",
    };
    expect(parse(EventsQuery, query)).toEqual({ ...query, count: true, limit: 200 });
    expect(parse(EventsQuery, { grade: "B" })).toMatchObject({ grade: "B" });
  });

  test("refuses what cannot be looked for", () => {
    expect(
      parse(EventsQuery, { from: "June", to: "2013-13", grade: "2", review: "good", q: "x".repeat(501), limit: "201" }),
    ).toEqual(["from", "to", "grade", "review", "q", "limit"]);
    for (const limit of ["0", "many", "-1"]) expect(parse(EventsQuery, { limit })).toEqual(["limit"]);
  });
});

test("an import's flags are off unless they are 1 or true", () => {
  const off = { dryRun: false, onlyValid: false, acceptCorrections: false, confirmDate: false };
  expect(parse(ImportQuery, {})).toEqual(off);
  expect(parse(ImportQuery, { dryRun: "1", onlyValid: "true", acceptCorrections: "0", confirmDate: "1" })).toEqual({
    ...off,
    dryRun: true,
    onlyValid: true,
    confirmDate: true,
  });
  expect(parse(ImportQuery, { dryRun: "yes" })).toEqual(["dryRun"]);
});

test("an import's list holds anything; its items are judged one by one", () => {
  expect(parse(ImportInput, { events: [1, null] })).toEqual({ events: [1, null] });
  expect(parse(ImportInput, { events: {} })).toEqual(["events"]);
  expect(parse(ImportInput, {})).toEqual(["events"]);
});
