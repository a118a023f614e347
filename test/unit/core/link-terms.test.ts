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

test("a link for a colleague ends after 30 days, unless another end or none is asked for", () => {
  const colleague: AskedTerms = { ...asked, purpose: "colleague" };
  expect(termsOf(colleague, NOW).expiresAt).toBe(Date.UTC(2026, 2, 2));
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
