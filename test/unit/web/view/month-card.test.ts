import { describe, expect, it } from "vitest";
import { heldEvents, listHref } from "../../../../web/view/month-card";
import { anEvent } from "../../../factories";
import { viewOf } from "../view-of";

const view = viewOf({
  asOf: "2012-12-31",
  events: [
    anEvent({ ref: "E-1", date: "2012-10-03" }),
    anEvent({ ref: "E-2", date: "2012-10-31", effective10: -50, amountCents: 100 }),
    anEvent({ ref: "E-3", date: "2012-10", indicator: "veto" }),
    anEvent({ ref: "E-4", date: "2012-11-01" }),
  ],
});
const opening = { title: "October 2012", from: "2012-10", to: "2012-10" };

describe("what a snapshot can say of a month", () => {
  it("are the events that its view holds anywhere, each once, the weightiest first", () => {
    expect(heldEvents(view, opening).map(({ ref }) => ref)).toEqual(["E-2", "E-1", "E-3"]);
  });

  it("keeps to the indicator and to the days that were opened", () => {
    expect(heldEvents(view, { ...opening, indicator: "veto" }).map(({ ref }) => ref)).toEqual(["E-3"]);
    expect(heldEvents(view, { ...opening, from: "2012-10-31", to: "2012-11-01" }).map(({ ref }) => ref)).toEqual([
      "E-2",
      "E-4",
    ]);
  });
});

describe("the way to the list of events", () => {
  it("is filtered to the same time and indicator, and never past the as-of day", () => {
    expect(listHref("port", { ...opening, indicator: "visit" }, "2012-12-31")).toBe(
      "/scenarios/port/events?indicator=visit&from=2012-10&to=2012-10",
    );
    expect(listHref("port", { title: "", from: "2012-01", to: "2012-12" }, "2012-11-30")).toBe(
      "/scenarios/port/events?from=2012-01&to=2012-11-30",
    );
  });
});
