import { expect, it } from "vitest";
import { nowInWords, thenInWords } from "../../../../web/forms/state-words";
import { route } from "./samples";

it("says what holds now and since when", () => {
  expect(nowInWords(route)).toBe("Now: open since 3 July 2012.");
  expect(nowInWords({ ...route, spans: [] })).toBe("Nothing is recorded yet.");
});

it("says what held on an earlier day, where that is something else", () => {
  expect(thenInWords(route, "2012-07-02")).toBe("On 2 July 2012: closed 26 November 2011 to 2 July 2012.");
  expect(thenInWords(route, "2012-01")).toBe("In January 2012: closed 26 November 2011 to 2 July 2012.");
  expect(thenInWords(route, "2012-07-03")).toBe("");
  expect(thenInWords(route, "2011-11-25")).toBe("Nothing is recorded for 25 November 2011.");
});
