import { describe, expect, it } from "vitest";
import { type OffsetAt, UTC } from "../../../../worker/core/moments";
import { DEFAULT_FIELDS } from "../../../../worker/core/sharing";
import {
  bodyOf,
  changesOf,
  dayOfEnd,
  endOf,
  type LinkValues,
  presetOf,
  problemsOfValues,
  titleFor,
  valuesOf,
} from "../../../../web/links/options";
import { aLink, NOW } from "./sample-link";

const PACIFIC: OffsetAt = () => -480;
const INDIA: OffsetAt = () => 330;

const typed: LinkValues = {
  title: "T",
  note: "",
  endsOn: "",
  viewCap: "",
  since: true,
  feeds: false,
  passphrase: false,
};

describe("what a purpose presets", () => {
  it("ends a colleague's link after 30 days and no other", () => {
    expect(presetOf("colleague", "2026-11-25").endsOn).toBe("2026-12-25");
    expect(presetOf("publication", "2026-11-25").endsOn).toBe("");
    expect(presetOf("live", "2026-11-25").endsOn).toBe("");
  });

  it("names the day in the title of a frozen page only: a live one moves on", () => {
    const view = { title: "Two states", asOf: "2025-11-30" };
    expect(titleFor(view, "publication")).toBe("Two states (as of 30 November 2025)");
    expect(titleFor(view, "colleague")).toBe("Two states (as of 30 November 2025)");
    expect(titleFor(view, "live")).toBe("Two states");
  });

  it("lets sources go along and nothing else", () => {
    for (const purpose of ["publication", "colleague", "live"] as const) {
      expect(presetOf(purpose, "2026-11-25").fields).toEqual(DEFAULT_FIELDS);
    }
  });
});

describe("the last day of a link", () => {
  it("is a day on which it can be read to the end, where its maker is", () => {
    expect(endOf("2026-12-25", PACIFIC)).toBe(Date.parse("2026-12-26T08:00:00Z"));
    expect(endOf("2026-12-25", INDIA)).toBe(Date.parse("2026-12-25T18:30:00Z"));
    expect(endOf("")).toBeNull();
  });

  it("is the day that was chosen, when the link is changed later", () => {
    for (const zone of [PACIFIC, UTC, INDIA]) expect(dayOfEnd(endOf("2026-12-25", zone), zone)).toBe("2026-12-25");
    // As releases before 0.5.0 stored it.
    expect(dayOfEnd(Date.parse("2026-12-25T23:59:59.999Z"), UTC)).toBe("2026-12-25");
    expect(dayOfEnd(null)).toBe("");
  });

  it("may be today and not yesterday, by the maker's calendar", () => {
    const problems = (endsOn: string, now: string, zone: OffsetAt) =>
      problemsOfValues({ ...typed, endsOn }, Date.parse(now), zone);
    expect(problems("2026-11-30", "2026-12-01T07:59:00Z", PACIFIC)).toEqual({});
    expect(problems("2026-11-30", "2026-12-01T08:00:00Z", PACIFIC)).toHaveProperty("endsOn");
    expect(problems("2026-11-30", "2026-11-30T18:29:00Z", INDIA)).toEqual({});
    expect(problems("2026-11-30", "2026-11-30T18:30:00Z", INDIA)).toHaveProperty("endsOn");
  });
});

describe("how often a link may be opened", () => {
  it.each(["1", " 5 ", "100000", ""])("can be %o", (viewCap) => {
    expect(problemsOfValues({ ...typed, viewCap }, NOW)).toEqual({});
  });
  it.each(["0", "-1", "1.5", "1e3", "100001", "five", "0x10"])("cannot be %o", (viewCap) => {
    expect(problemsOfValues({ ...typed, viewCap }, NOW)).toHaveProperty("viewCap");
  });
});

describe("what is sent to make a link", () => {
  it("says everything that was chosen, so that nothing is left to a default", () => {
    const values = { ...typed, title: " T ", note: " N ", endsOn: "2026-12-25", viewCap: " 5 ", passphrase: true };
    expect(bodyOf("colleague", values, DEFAULT_FIELDS, PACIFIC)).toEqual({
      purpose: "colleague",
      title: "T",
      note: "N",
      fields: DEFAULT_FIELDS,
      expiresAt: Date.parse("2026-12-26T08:00:00Z"),
      passphrase: true,
      viewCap: 5,
      since: true,
      feeds: false,
    });
  });

  it("asks no live page for what changed since, and lets nobody follow a frozen one", () => {
    expect(bodyOf("live", { ...typed, feeds: true }, DEFAULT_FIELDS)).toMatchObject({ since: false, feeds: true });
    expect(bodyOf("publication", { ...typed, feeds: true }, DEFAULT_FIELDS).feeds).toBe(false);
  });

  it("needs a title", () => {
    expect(problemsOfValues({ ...typed, title: "  " }, NOW)).toHaveProperty("title");
  });
});

describe("what is sent to change a link", () => {
  const link = aLink({ expiresAt: Date.parse("2026-12-03T14:05:00Z"), viewCap: 5, hasPassphrase: true, note: "N" });

  it("is nothing where nothing was changed: an end keeps its hour", () => {
    for (const zone of [PACIFIC, UTC, INDIA]) {
      expect(changesOf(link, valuesOf(link, zone), "keep", zone)).toEqual({});
    }
  });

  it("is the end of another day where another is chosen", () => {
    const values = { ...valuesOf(link, PACIFIC), endsOn: "2026-12-04" };
    expect(changesOf(link, values, "keep", PACIFIC)).toEqual({ expiresAt: Date.parse("2026-12-05T08:00:00Z") });
  });

  it("is only what differs", () => {
    const values = { ...valuesOf(link), title: "New", endsOn: "", viewCap: "6" };
    expect(changesOf(link, values, "keep")).toEqual({ title: "New", expiresAt: null, viewCap: 6 });
    expect(changesOf(link, { ...valuesOf(link), note: "", since: false, feeds: true, viewCap: "" }, "keep")).toEqual({
      note: "",
      since: false,
      feeds: true,
      viewCap: null,
    });
  });

  it("takes a passphrase away only where that is said", () => {
    expect(changesOf(link, valuesOf(link), "new")).toEqual({ passphrase: true });
    expect(changesOf(link, valuesOf(link), "none")).toEqual({ passphrase: false });
    expect(changesOf(link, { ...valuesOf(link), passphrase: false }, "keep")).toEqual({});
  });
});
