import { expect, test } from "vitest";
import { deadlinesOf, type DeadlineSource } from "../../../worker/core/deadlines";

const registeredOn = "2012-10-03";

function claim(over: Partial<DeadlineSource["propositions"][number]>): DeadlineSource["propositions"][number] {
  return { id: "C01", question: "", criteria: "", deadline: "2012-12-31", addedOn: null, outcome: null, ...over };
}

test("open claims and horizons with an end stand in the order of their days", () => {
  const horizons = [
    { key: "one", label: "One year", until: "2013-06" },
    { key: "to-date", label: "To date", until: null },
  ];
  const propositions = [
    claim({ id: "C02", question: "A visit?", deadline: "2014-03-01", addedOn: "2013-01-05" }),
    claim({ id: "C01", question: "A treaty?", criteria: "Signed.", deadline: "2012-12-31" }),
    claim({ id: "C03", outcome: { result: "yes", on: null, sourceTitle: "", sourceUrl: "", note: "" } }),
  ];
  expect(deadlinesOf({ registeredOn, horizons, propositions }, "2025-12-31")).toEqual([
    { key: "claim/C01", day: "2012-12-31", setOn: registeredOn, title: "Due: A treaty?", text: "Signed." },
    {
      key: "horizon/one",
      day: "2013-06-30",
      setOn: registeredOn,
      title: 'Last day of the horizon "One year"',
      text: "Once this day is over (UTC), the verdict at the end of June 2013 is final for this horizon.",
    },
    expect.objectContaining({ key: "claim/C02", day: "2014-03-01", setOn: "2013-01-05" }),
  ]);
});

test("none is said to have been set on a day that has not come", () => {
  const source = {
    registeredOn: "2027-02-01",
    horizons: [{ key: "one", label: "One year", until: "2028-02" }],
    propositions: [claim({ deadline: "2027-12-31", addedOn: "2027-03-01" })],
  };
  expect(deadlinesOf(source, "2026-11-30").map(({ day, setOn }) => [day, setOn])).toEqual([
    ["2027-12-31", "2026-11-30"],
    ["2028-02-29", "2026-11-30"],
  ]);
});
