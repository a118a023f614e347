import { expect, test } from "vitest";
import { termsOf, type AskedTerms } from "../../../worker/core/link-terms";
import { DEFAULT_FIELDS } from "../../../worker/core/sharing";

const NOW = Date.UTC(2026, 0, 31);
const asked: AskedTerms = {
  purpose: "publication",
  title: "T",
  note: "",
  fields: {},
  passphrase: false,
  viewCap: null,
  since: true,
  feeds: false,
};

test("a link for publication, and a live one, ends only when somebody says so", () => {
  expect(termsOf(asked, NOW)).toEqual({ ...asked, fields: DEFAULT_FIELDS, expiresAt: null });
  expect(termsOf({ ...asked, purpose: "live" }, NOW).expiresAt).toBeNull();
  expect(termsOf({ ...asked, expiresAt: NOW + 5 }, NOW).expiresAt).toBe(NOW + 5);
});

test("a link for a colleague ends with the UTC day 30 days on, unless another end or none is asked for", () => {
  const colleague: AskedTerms = { ...asked, purpose: "colleague" };
  // 2 March is the last day, whatever the hour at which it was made.
  for (const hour of [0, 13, 24 - 1 / 3600]) {
    expect(termsOf(colleague, NOW + hour * 3_600_000).expiresAt).toBe(Date.UTC(2026, 2, 3));
  }
  expect(termsOf(colleague, Date.UTC(2028, 0, 30)).expiresAt).toBe(Date.UTC(2028, 2, 1));
  expect(termsOf({ ...colleague, expiresAt: null }, NOW).expiresAt).toBeNull();
  expect(termsOf({ ...colleague, expiresAt: NOW + 5 }, NOW).expiresAt).toBe(NOW + 5);
});

test("sources go along and nothing else does, where nothing else is said", () => {
  expect(termsOf({ ...asked, fields: { names: true } }, NOW).fields).toEqual({
    sources: true,
    monthNote: false,
    notes: false,
    names: true,
    forecasts: false,
  });
  expect(termsOf({ ...asked, fields: { sources: false } }, NOW).fields.sources).toBe(false);
});
