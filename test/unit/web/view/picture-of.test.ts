import { describe, expect, it } from "vitest";
import { pictureOf } from "../../../../web/view/picture-of";
import type { ViewAmount, ViewIndicator } from "../../../../worker/core/view-types";

const entry = (facets?: Record<string, string>) => ({ key: "k", label: "K", score: 1, anchor: "", facets });
const amount: ViewAmount = {
  id: "E-1",
  ref: "E-1",
  date: "2012-02",
  indicator: "x",
  code: "k",
  state: null,
  title: "Amount",
  score: 1,
  weight: 1,
  points: 1,
  sourceTitle: "",
  sourceUrl: "",
  grade: "B2",
  amountUsd: 1,
  amountScope: null,
};

function picture(kind: ViewIndicator["kind"], facets: (Record<string, string> | undefined)[], amounts = 0) {
  return pictureOf({ kind, codebook: facets.map(entry), amounts: Array<ViewAmount>(amounts).fill(amount) });
}

describe("the picture of an indicator", () => {
  it("is a band for a state", () => {
    expect(picture("state", [])).toBe("state");
  });

  it("is dated amounts where money moves in steps, once there is one", () => {
    expect(picture("event", [{ step: "offered" }, undefined], 1)).toBe("amounts");
    expect(picture("event", [{ step: "offered" }, undefined])).toBe("acts");
  });

  it("is events by year for meetings, for acts with partners and for all else", () => {
    expect(picture("event", [{ rank: "leader", step: "held" }], 5)).toBe("acts");
    expect(picture("event", [{ with: "alone" }])).toBe("acts");
    expect(picture("event", [undefined], 9)).toBe("acts");
  });
});
