import { describe, expect, it } from "vitest";
import { saidOutright } from "../../../../web/view/outright";
import { aProposition } from "../../../factories";
import { viewOf } from "../view-of";

describe("what was said outright", () => {
  it("leaves out what was settled before the forecast, inferred by us, or added later", () => {
    const claims = [
      aProposition({ id: "kept" }),
      aProposition({ id: "before", deadline: "2012-06-15" }),
      aProposition({ id: "inferred", basis: "inferred" }),
      aProposition({ id: "later", addedOn: "2026-11-23" }),
    ];
    const view = viewOf({ propositions: claims.map((claim) => ({ ...claim, outcome: null, evidence: [] })) });
    expect(saidOutright(view).map(({ id }) => id)).toEqual(["kept"]);
  });
});
