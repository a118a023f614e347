import { describe, expect, it } from "vitest";
import { unmovedPromises } from "../../../worker/core/promises";
import { anEvent } from "../../factories";

const codebook = ["offered", "agreed", "delivered", "asked"].map((step) => ({
  key: step,
  label: step,
  score: 1,
  anchor: "",
  facets: { step },
}));
const amount = (ref: string, code: string, date: string, over = {}) => anEvent({ ref, code, date, ...over });
const still = (amounts: ReturnType<typeof amount>[], asOf: string) => [...unmovedPromises(amounts, codebook, asOf)];

describe("a promise that stood still", () => {
  it("is one of which no later amount came for 24 months", () => {
    const offer = amount("E-1", "offered", "2012-02");
    expect(still([offer], "2014-01-31")).toEqual([]);
    expect(still([offer], "2014-02-28")).toEqual(["E-1"]);
  });

  it("is moved by an amount that follows it, or by a later one of the same project", () => {
    const offer = amount("E-1", "offered", "2012-02-03", { project: "Pipeline" });
    expect(still([offer, amount("E-2", "delivered", "2020-01-05", { follows: "E-1" })], "2025-01-31")).toEqual([]);
    expect(still([offer, amount("E-2", "delivered", "2020-01-05", { project: "Pipeline" })], "2025-01-31")).toEqual([]);
    expect(still([offer, amount("E-2", "delivered", "2010-01-05", { project: "Pipeline" })], "2025-01-31")).toEqual([
      "E-1",
    ]);
    expect(still([offer, amount("E-2", "delivered", "2020-01-05", { project: "Port" })], "2025-01-31")).toEqual([
      "E-1",
    ]);
  });

  it("what was delivered or only asked for is no promise", () => {
    expect(still([amount("E-1", "delivered", "2012-02"), amount("E-2", "asked", "2012-02")], "2025-01-31")).toEqual([]);
  });
});
