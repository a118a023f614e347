import { describe, expect, it } from "vitest";
import { baseAssumptions } from "../../../../worker/core/assumption-base";
import { differs, readAssumptions, writeAssumptions } from "../../../../web/explore/address";
import { aRegistration } from "../../../factories";

const frame = aRegistration(); // half-life 6, D 3
const base = baseAssumptions(frame);
const read = (query: string) => readAssumptions(new URLSearchParams(query), frame);

describe("assumptions in the address", () => {
  it("are the registered ones where nothing is written", () => {
    expect(read("")).toEqual(base);
    expect(differs(read(""), frame)).toBe(false);
  });

  it("come back as they were written", () => {
    const all = {
      halfLifeMonths: 24,
      drivers: "full",
      materialRise: 5,
      startShift: -3,
      withoutIndicator: "visit",
      withoutSource: "example.org",
      weightsOff: true,
      bestGradesOnly: true,
      inferredOff: true,
      unlookedAsZero: true,
    } as const;
    const query = writeAssumptions(new URLSearchParams(), all, frame).toString();
    expect(query).toBe("hl=24&dr=full&d=5&ws=-3&no=visit&src=example.org&wt=off&gr=best&inf=off&un=zero");
    expect(read(query)).toEqual(all);
    expect(differs(all, frame)).toBe(true);
  });

  it("keep the other parameters, and leave when they are registered again", () => {
    const before = new URLSearchParams("asOf=2013-12-31&hl=3&wt=off");
    expect(writeAssumptions(before, base, frame).toString()).toBe("asOf=2013-12-31");
  });

  it.each(["hl=0", "hl=25", "hl=3.5", "d=6", "ws=4", "ws=-4", "dr=half", "no=nothing", "src=", "wt=1", "gr=A", "un=1"])(
    "%s makes no sense and changes nothing",
    (query) => {
      expect(read(query)).toEqual(base);
    },
  );
});
