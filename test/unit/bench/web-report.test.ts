import { describe, expect, test } from "vitest";
import { budgets, median, table } from "../../../bench/web/report.mjs";

const aVisit = (over = {}) => ({
  server: 20,
  paint: 100,
  verdict: 120,
  chart: 250,
  charts: 290,
  canvases: 7,
  shift: 0,
  requests: 12,
  wire: 150_000,
  code: 70_000,
  ...over,
});
type Page = "dashboard" | "snapshot";
const series = (page: Page, events: number, ...visits: ReturnType<typeof aVisit>[]) => ({ page, events, visits });

describe("the report on what a reader waits for", () => {
  test("takes the middle visit, and the lower of two", () => {
    expect(median([5, 1, 9])).toBe(5);
    expect(median([2, 1])).toBe(1);
  });

  test("a chart that most visits never saw was never drawn", () => {
    expect(median([null, 3, null])).toBeNull();
    expect(median([null, 3, 4])).toBe(4);
  });

  test("holds the budgets to the number of events and the kind of page", () => {
    const found = budgets([series("dashboard", 198, aVisit()), series("snapshot", 20_000, aVisit({ charts: 700 }))]);
    expect(found.map(({ name, value, limit, holds }) => `${holds} ${name} ${value}/${limit}`)).toEqual([
      "true dashboard, 198 events: first chart 250 ms/300 ms",
      "true dashboard, 198 events: all charts 290 ms/300 ms",
      "true dashboard, 198 events: JS and CSS before a touch 70.0 kB/95.0 kB",
      "true dashboard, 198 events: layout shift 0.000/0.000",
      "true snapshot, 20000 events: first chart 250 ms/600 ms",
      "false snapshot, 20000 events: all charts 700 ms/600 ms",
      "true snapshot, 20000 events: JS and CSS before a touch 70.0 kB/75.0 kB",
      "true snapshot, 20000 events: on the wire 150.0 kB/160.0 kB",
      "true snapshot, 20000 events: layout shift 0.000/0.000",
    ]);
  });

  test("a chart that never came holds no budget", () => {
    const found = budgets([series("snapshot", 198, aVisit({ chart: null }))]);
    expect(found.find(({ name }) => name.endsWith("first chart"))).toMatchObject({ value: "never", holds: false });
  });

  test("shows a line a page, with a dash for what never came", () => {
    const visits = [aVisit({ charts: null }), aVisit({ charts: null, chart: 210 }), aVisit()];
    const [head = "", row = ""] = table([series("snapshot", 198, ...visits)]).split("\n");
    expect(head.trim().split(/\s{2,}/)).toContain("all charts");
    expect(row.trim().split(/\s{2,}/)).toEqual([
      "snapshot",
      "198",
      "20 ms",
      "100 ms",
      "120 ms",
      "250 ms",
      "-",
      "7",
      "12",
      "150.0",
      "70.0",
      "0.000",
      "210 ms",
    ]);
  });
});
