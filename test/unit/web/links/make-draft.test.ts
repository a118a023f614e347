import { describe, expect, it } from "vitest";
import { DEFAULT_FIELDS } from "../../../../worker/core/sharing";
import { fromTexts, toTexts, type Typed } from "../../../../web/links/make-draft";

const typed: Typed = {
  purpose: "colleague",
  values: { title: "T", note: "N", endsOn: "2026-12-25", viewCap: "5", since: false, feeds: false, passphrase: true },
  fields: { ...DEFAULT_FIELDS, forecasts: true },
};

describe("a link that was not made yet", () => {
  it("is kept and read back whole, its guards with it", () => {
    expect(fromTexts(toTexts(typed))).toEqual(typed);
    const bare: Typed = {
      purpose: "live",
      values: { title: "", note: "", endsOn: "", viewCap: "", since: true, feeds: true, passphrase: false },
      fields: { sources: false, monthNote: false, notes: false, names: false, forecasts: false },
    };
    expect(fromTexts(toTexts(bare))).toEqual(bare);
  });

  it("is not read at all where a part is missing: half of it might share more", () => {
    for (const key of Object.keys(toTexts(typed))) {
      expect(fromTexts({ ...toTexts(typed), [key]: undefined })).toBeNull();
    }
    expect(fromTexts({ ...toTexts(typed), purpose: "public" })).toBeNull();
  });
});
