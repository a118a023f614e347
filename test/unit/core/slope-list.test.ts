import { describe, expect, it } from "vitest";
import { SlopeList } from "../../../worker/core/slope-list";
import { plainSlopes } from "./plain-trend";

const months = Int32Array.from({ length: 90 }, (_, at) => at);

/** Every rank of the slopes of y, asked for in an order that jumps. */
function allRanks(y: Float64Array, once: boolean): number[] {
  const list = new SlopeList(y.length);
  list.begin({ months, y, once });
  for (let at = 0; at < y.length; at += 1) list.addMonth(at);
  const ranks = Array.from({ length: list.size }, (_, at) => (at * 1009) % list.size);
  const found = new Map(ranks.map((rank) => [rank, list.at(rank, rank % 2 === 0 ? 1 : 2)]));
  return Array.from({ length: list.size }, (_, rank) => found.get(rank) ?? Number.NaN);
}

describe("a list of slopes", () => {
  it.each([
    ["all different", (at: number) => Math.sin(at * at)],
    ["two levels, so that most are equal", (at: number) => at % 2],
    ["one far off", (at: number) => (at === 40 ? 1e9 : Math.cos(at * 3))],
  ])("knows the slope of every rank: %s", (_, yOf) => {
    const y = Float64Array.from(months, yOf);
    const want = [...plainSlopes({ months, y })];
    expect(allRanks(y, true)).toEqual(want);
    expect(allRanks(y, false)).toEqual(want);
  });
});
