import { describe, expect, test } from "vitest";
import { likenessTo, type TypedEvent } from "../../../worker/core/similarity";
import type { Indicator } from "../../../worker/core/types";
import { readPack } from "./read-pack";

const { registration, events } = readPack("scenarios/pakistan-russia-2012");

function indicatorOf(key: string): Indicator {
  const indicator = registration.indicators.find((one) => one.key === key);
  if (!indicator) throw new Error(`The shipped scenario has no ${key}`);
  return indicator;
}

/** What the log form shows for an event being typed, best first. */
function shownFor(members: Partial<TypedEvent>) {
  const typed = { date: "", indicator: "visit", code: null, title: "", sourceUrl: "", ...members };
  return events
    .flatMap((event) => likenessTo(typed, event, indicatorOf(typed.indicator)) ?? [])
    .toSorted((a, b) => b.rank - a.rank);
}

describe("27 September 2012, Putin's visit", () => {
  test.each([
    ["deferred", { title: "Putin defers Pakistan visit", code: "leader_visit_postponed" }],
    ["cancelled", { title: "Putin cancels trip to Islamabad", code: "leader_visit_called_off" }],
    [
      "replaced by Lavrov's",
      { title: "Lavrov to come to Islamabad in Putin's place", code: "leader_contact_withheld" },
    ],
    ["before a step is chosen", { title: "Russian president puts off visit" }],
  ])("reported as %s is likely the call-off that is logged", (_how, typed) => {
    const [first, second] = shownFor({ date: "2012-09-27", ...typed });
    expect(first).toMatchObject({ ref: "PKRU-0043", likeness: "likely" });
    expect(first?.why).toContain("same day");
    expect(second?.likeness).not.toBe("likely");
  });

  test("reported in another script shares no word, and is shown as perhaps related", () => {
    const [first] = shownFor({ date: "2012-09-27", title: "Путин отменил поездку", code: "leader_visit_called_off" });
    expect(first).toMatchObject({ ref: "PKRU-0043", likeness: "related", why: "same day, same rank" });
  });

  test("Lavrov's visit a week later is its own: he came", () => {
    const shown = shownFor({ date: "2012-10-04", title: "Lavrov in Islamabad", code: "minister_visit_held" });
    expect(shown.filter(({ likeness }) => likeness === "likely").map(({ ref }) => ref)).toEqual(["PKRU-0046"]);
  });
});

describe("two vetoes of one day", () => {
  const veto = { indicator: "veto", code: "veto_single", date: "2025-02-24" };

  test("are not taken for one, though one source reports both", () => {
    const second = events.find(({ ref }) => ref === "PKRU-0180");
    if (!second) throw new Error("PKRU-0180 is not shipped");
    const shown = shownFor({ ...veto, title: second.title, sourceUrl: second.sourceUrl });
    expect(shown.find(({ ref }) => ref === "PKRU-0179")).toMatchObject({ likeness: "related", why: "same source" });
    expect(shown[0]).toMatchObject({ ref: "PKRU-0180", likeness: "likely" });
  });

  test("are told apart by their symbols, whatever else they say", () => {
    const logged = { ref: "X-1", ...veto, title: "Russia vetoes draft S/2025/100: ceasefire in Gaza", sourceUrl: "" };
    const same = { ...veto, title: "Russia vetoes Gaza ceasefire text S/2025/100", sourceUrl: "" };
    const other = { ...veto, title: "Russia vetoes Gaza ceasefire text S/2025/101", sourceUrl: "" };
    expect(likenessTo(same, logged, indicatorOf("veto"))?.likeness).toBe("likely");
    expect(likenessTo(other, logged, indicatorOf("veto"))?.likeness).not.toBe("likely");
  });
});

test("no two of the 198 shipped events are likely the same", () => {
  const pairs = events.flatMap((a, at) =>
    events.slice(0, at).filter((b) => likenessTo(a, b, indicatorOf(a.indicator))?.likeness === "likely"),
  );
  expect(pairs).toEqual([]);
});

test("every shipped event typed again is likely itself, ahead of all others", () => {
  for (const event of events.filter(({ state }) => state === null)) {
    const [first] = shownFor(event);
    expect(first, event.ref).toMatchObject({ ref: event.ref, likeness: "likely" });
  }
});

test("the same address without www, with another ending or a tracking tail is the same source", () => {
  const logged = { ref: "X-1", indicator: "trade", code: null, date: "2012-01-01", title: "A", sourceUrl: "" };
  const at = (sourceUrl: string) => ({ ...logged, sourceUrl });
  const typed = { ...at("http://dawn.com/news/1"), date: "2020-05-05", title: "Something else" };
  for (const url of ["https://www.dawn.com/news/1", "http://dawn.com/news/1/", "https://dawn.com/news/1?ref=x#y"]) {
    expect(likenessTo(typed, at(url), indicatorOf("trade")), url).toMatchObject({ why: "same source" });
  }
  expect(likenessTo(typed, at("https://dawn.com/news/12"), indicatorOf("trade"))).toBeNull();
});

test("nothing is shown for an empty form", () => {
  expect(shownFor({})).toEqual([]);
});
