import { describe, expect, it } from "vitest";
import { SlopeList } from "../../../worker/core/slope-list";
import { middleSelector, slopeRoom, slopesOf } from "../../../worker/core/slopes";
import { plainSlopes } from "./plain-trend";

const months = Int32Array.from({ length: 110 }, (_, at) => at);

/** Every rank of the slopes of y, asked for in an order that jumps. */
function allRanks(size: number, at: (rank: number) => number): number[] {
  const ranks = Array.from({ length: size }, (_, place) => (place * 1009) % size);
  const found = new Map(ranks.map((rank) => [rank, at(rank)]));
  return Array.from({ length: size }, (_, rank) => found.get(rank) ?? Number.NaN);
}

describe("the slope of every rank", () => {
  it.each([
    ["all different", (at: number) => Math.sin(at * at)],
    ["two levels, so that most are equal", (at: number) => at % 2],
    ["constant but for one month", (at: number) => Number(at === 40)],
    ["one far off", (at: number) => (at === 40 ? 1e9 : Math.cos(at * 3))],
  ])("is known: %s", (_, yOf) => {
    const y = Float64Array.from(months, yOf);
    const want = [...plainSlopes({ months, y })];
    const room = slopeRoom(y.length);

    const list = new SlopeList(room);
    list.begin(months, y);
    for (let n = 1; n <= y.length; n += 1) list.growTo(n);
    expect(allRanks(list.size, (rank) => list.at(rank, rank % 2 === 0 ? 1 : 2))).toEqual(want);

    const slopes = slopesOf(months, y, room.slopes);
    expect(allRanks(slopes.length, middleSelector(slopes, room.aside))).toEqual(want);
  });
});
